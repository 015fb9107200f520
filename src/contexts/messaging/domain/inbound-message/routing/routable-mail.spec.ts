import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mail } from '../mail.js';
import { noMarks } from '../own-marks.js';
import { candidateWith, known, openApplication, sentTo } from '#test/messaging/ladder.js';
import type { OwnAddress } from './own-addresses.js';
import { type MailFacts, routableMail } from './routable-mail.js';
import { route } from './route.js';

const token = 'abcdefghijklmnop';
const own: OwnAddress = {
  local: 'acme-jobs',
  domains: ['poststelle.test', 'old.poststelle.test'],
  tags: new Map([['berlin', 'sub-berlin']]),
  individual: new Map([
    ['jobs@acme.example', ''],
    ['jobs@munich.example', 'sub-munich'],
  ]),
};
const facts: MailFacts = { kind: 'person', recipients: ['acme-jobs@poststelle.test'], unreadable: false, toOperator: false };
const empty: Mail = {
  inReplyTo: [],
  references: [],
  from: [{ address: 'Ada@Mail.example' }],
  to: [],
  cc: [],
  replyTo: [],
  deliveredTo: [],
  forwardedTo: [],
  subject: '',
  headers: [],
  contentType: 'text/plain',
  text: '',
  quoted: noMarks,
};
const look = (mail: Partial<Mail>, more: Partial<MailFacts> = {}) => routableMail({ ...empty, ...mail }, { ...facts, ...more }, own);
const ours = { address: `ACME-jobs+${token.toUpperCase()}@Poststelle.test` };
const ada = known({
  candidates: [candidateWith('ada', openApplication('a1'))],
  addresses: { 'ada@mail.example': ['ada'] },
  conversations: { [token]: { candidateId: 'ada', newest: sentTo('ada', 'out-1'), applicationIds: [] } },
  messages: { '<out-1@poststelle.test>': sentTo('ada', 'out-1') },
});

describe('what the ladder looks at', () => {
  it.each([
    ['to', { to: [ours] }, {}],
    ['cc', { cc: [ours] }, {}],
    ['delivered-to', { deliveredTo: [ours] }, {}],
    ['x-forwarded-to', { forwardedTo: [ours] }, {}],
    ['envelope', {}, { recipients: [ours.address] }],
    ['references', { references: [`<r.${token}@poststelle.test>`] }, {}],
  ])('S1: our token in %s, in letters of any case', (field, mail, more) => {
    expect(look(mail, more).tokens).toEqual([{ token, field }]);
  });

  it('no token of Reply-To, which the sender fills in', () => {
    expect(look({ replyTo: [ours] }).tokens).toEqual([]);
  });

  it('P16: our token at a former mail domain', () => {
    expect(look({ to: [{ address: `acme-jobs+${token}@old.poststelle.test` }] }).tokens).toHaveLength(1);
  });

  it.each([
    ['S4: the same local part at another domain', `acme-jobs+${token}@evil.example`],
    ['S4: at a domain that only ends like ours', `acme-jobs+${token}@evil-poststelle.test`],
    ["S2: another company's address", `other-jobs+${token}@poststelle.test`],
    ['a plus part that is no token', 'acme-jobs+hello@poststelle.test'],
  ])('%s is no evidence', (_, address) => {
    expect(look({ to: [{ address }] }).tokens).toEqual([]);
  });

  it("a subsidiary's tag, which is no token", () => {
    const mail = look({ to: [{ address: 'acme-jobs+berlin@poststelle.test' }] });
    expect(mail).toMatchObject({ tokens: [], addressedSubsidiaries: ['sub-berlin'] });
  });

  it('R91: a subsidiary’s individual address, which a redirect leaves in To or Delivered-To', () => {
    const mail = look({ to: [{ address: 'Jobs@Munich.example' }] });
    expect(mail).toMatchObject({ addressedSubsidiaries: ['sub-munich'], overOwnAddress: true });
    expect(look({ deliveredTo: [{ address: 'jobs@acme.example' }] })).toMatchObject({ addressedSubsidiaries: [], overOwnAddress: true });
    expect(look({ to: [{ address: 'jobs@other.example' }] })).toMatchObject({ addressedSubsidiaries: [], overOwnAddress: false });
  });

  it('S34: the token of a first reference that a long thread pushed out', () => {
    const references = `<r.${token}@poststelle.test> ${Array.from({ length: 200 }, (_, i) => `<${i}@x.example>`).join(' ')}`;
    expect(look({ headers: [{ name: 'references', value: references }] }).tokens).toEqual([{ token, field: 'references' }]);
  });

  it('what a report quotes of our mail, under every domain of ours', () => {
    const id = '0198a000-0000-7000-8000-000000000001';
    expect(look({ quoted: { tokens: [token], outboundMessageIds: [id] } }).quoted).toEqual({
      tokens: [token],
      messageIds: [`<${id}@poststelle.test>`, `<${id}@old.poststelle.test>`],
    });
  });
});

const addressPart = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const someToken = fc.stringMatching(/^[a-z2-7]{16}$/);

describe('for every mail', () => {
  it("S2, S4: a token under an address that is not this company's never finds", () => {
    const foreign = fc
      .record({ local: addressPart, domain: addressPart, token: fc.oneof(fc.constant(token), someToken) })
      .map(({ local, domain, token: one }) => `${local}-jobs+${one}@${domain}.example`);
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 5 }), (addresses) => {
        const people = addresses.map((address) => ({ address }));
        return look({ to: people, cc: people, deliveredTo: people }, { recipients: addresses }).tokens.length === 0;
      }),
    );
  });

  it('S3: a From that never took part never routes by token or Message-ID', () => {
    const sender = addressPart.map((local) => `${local}@stranger.example`);
    fc.assert(
      fc.property(fc.array(sender, { maxLength: 3 }), fc.boolean(), fc.boolean(), (senders, withToken, withId) => {
        const mail = look({
          from: senders.map((address) => ({ address })),
          to: withToken ? [ours] : [],
          inReplyTo: withId ? ['<out-1@poststelle.test>'] : [],
        });
        return route(mail, ada).type === 'MessageQueuedForAssignment';
      }),
    );
  });

  it('several or no From never route, whoever they are', () => {
    const sender = fc.constantFrom('ada@mail.example', 'eve@mail.example', 'bob@mail.example');
    fc.assert(
      fc.property(fc.uniqueArray(sender), (senders) => {
        const mail = look({ from: senders.map((address) => ({ address })), to: [ours] });
        return (
          route(mail, ada).type ===
          (senders.length === 1 && senders[0] === 'ada@mail.example' ? 'MessageRoutedToCandidate' : 'MessageQueuedForAssignment')
        );
      }),
    );
  });

  it('references beyond the newest 32, and their order, change nothing', () => {
    const reference = addressPart.map((id) => `<${id}@x.example>`);
    const newest = fc.uniqueArray(reference, { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(newest, fc.array(fc.oneof(reference, fc.constant('<out-1@poststelle.test>'))), (first, older) => {
        expect(look({ references: [...first, ...older] }).answers).toEqual(first);
      }),
    );
  });

  it('ends in exactly one state, with the same trace again from the same input', () => {
    const kind = fc.constantFrom('own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic', 'list', 'person');
    fc.assert(
      fc.property(kind, fc.boolean(), fc.boolean(), (kindOfMail, withToken, unreadable) => {
        const mail = look({ to: withToken ? [ours] : [] }, { kind: kindOfMail, unreadable });
        expect(route(mail, ada)).toEqual(route(mail, ada));
      }),
    );
  });
});
