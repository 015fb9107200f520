import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkContent, type MessageContent } from './check-content.js';
import { composedSize } from './composed-size.js';

const fine: MessageContent = { subject: 'Your application', text: 'Dear Anna', attachments: [] };
const attached = (name: string, contentType = 'application/pdf') => ({ ...fine, attachments: [{ name, contentType }] });

describe('what may be said', () => {
  it('takes text, HTML and attachments', () => {
    expect(checkContent({ ...fine, html: '<p>Dear Anna</p>', ...attached('Vertrag Müller.pdf') })).toMatchObject({ ok: true });
  });

  it('no header field can be smuggled in, whatever control character carries it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\r\n', '\n', '\r', '\0', '\x0b', '\x85', '\u2028', '\u2029'),
        fc.string(),
        fc.string(),
        (control, before, after) => {
          const smuggled = `a${before}${control}Bcc: eve@evil.example${after}`.slice(0, 200);
          expect(checkContent({ ...fine, subject: `x${smuggled}` }).ok && smuggled.includes(control)).toBe(false);
          expect(checkContent(attached(`x${smuggled}`)).ok && smuggled.includes(control)).toBe(false);
        },
      ),
    );
    expect(checkContent(attached('cv.pdf', 'text/plain\r\nX-Evil: 1'))).toMatchObject({ refusal: { reason: 'attachment-type-invalid' } });
  });

  it.each([
    [{ ...fine, subject: ' ' }, 'subject-missing'],
    [{ ...fine, subject: 'x'.repeat(256) }, 'subject-too-long'],
    [{ ...fine, subject: 'a\nb' }, 'subject-has-control-characters'],
    [{ subject: 'x', text: ' ', attachments: [] }, 'content-missing'],
    [{ ...fine, attachments: Array.from({ length: 51 }, () => ({ name: 'a', contentType: 'a/b' })) }, 'too-many-attachments'],
    [attached('../../etc/passwd'), 'attachment-name-invalid'],
    [attached(''), 'attachment-name-invalid'],
  ])('refuses what is out of bounds (%#)', (content, reason) => {
    expect(checkContent(content)).toMatchObject({ ok: false, refusal: { reason } });
  });

  it('size: never estimates less than base64 makes of it', () => {
    expect(composedSize({ textOctets: 0, htmlOctets: 0, attachmentOctets: [10_000_000] })).toBeGreaterThan((10_000_000 / 3) * 4);
  });
});
