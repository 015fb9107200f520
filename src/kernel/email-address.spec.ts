import { describe, expect, it } from '@jest/globals';
import { isAddress, normalAddress, sameAddress, withAsciiDomain } from './email-address.js';

describe('an internationalised domain', () => {
  it.each([
    ['jobs@müller.example', 'jobs@xn--mller-kva.example'],
    ['Jobs@MÜLLER.example', 'Jobs@xn--mller-kva.example'],
    ['jobs@mu\u0308ller.example', 'jobs@xn--mller-kva.example'],
    ['änna@bücher.straße.example', 'änna@xn--bcher-kva.xn--strae-oqa.example'],
    ['jobs@例え.example', 'jobs@xn--r8jz45g.example'],
  ])('has an ASCII form, and the local part has none: %s', (typed, ascii) => {
    expect(withAsciiDomain(typed)).toBe(ascii);
  });

  it.each(['Jobs@Acme.example', 'änna@acme.example', '', 'müller', 'a@ü.example/x', 'a@ü:80', 'a@\u00ad'])(
    'that is none stays as it is: %j',
    (text) => {
      expect(withAsciiDomain(text)).toBe(text);
    },
  );

  it('leads to the same address in both forms, however its letters are composed', () => {
    const forms = ['jobs@müller.example', 'Jobs@XN--mller-kva.example', 'jobs@mu\u0308ller.example', ' JOBS@MÜLLER.example '];
    for (const form of forms) {
      expect(normalAddress(form)).toBe('jobs@xn--mller-kva.example');
      expect(isAddress(form.trim())).toBe(true);
    }
    expect(sameAddress('jobs@müller.example', 'jobs@muller.example')).toBe(false);
    expect(sameAddress('jobs@müller.example', 'post@xn--mller-kva.example')).toBe(false);
  });
});
