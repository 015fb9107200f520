import { describe, expect, it } from '@jest/globals';
import { candidateWith, known, mailOf, openApplication } from '#test/messaging/ladder.js';
import type { MailKind } from '../events.js';
import { explain, reasonTold } from './explain.js';
import { route } from './route.js';

const facts = known({ candidates: [candidateWith('ada', openApplication('a1'))], addresses: { 'ada@mail.example': ['ada'] } });
const kinds: readonly MailKind[] = ['own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic', 'list', 'person'];

describe('the explanation of a route', () => {
  it.each(kinds)('tells every rule of a mail that is %s in words', (kind) => {
    const told = explain(route(mailOf('ada@mail.example', { kind }), facts).data.routing);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ sentence }) => sentence.startsWith('The reason is') || sentence.startsWith('The rule'))).toEqual([]);
  });

  it('tells a reason of a later version by its name', () => {
    expect(reasonTold('something-new')).toBe('The reason is something-new.');
  });
});
