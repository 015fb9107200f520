import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { SendingDesk } from '#test/messaging/sending-desk.js';
import { SentMail } from './sent-mail.js';

describe('what tokens and Message-IDs of sent mail lead back to', () => {
  const [acme, other] = [companyIdOf('acme'), companyIdOf('other')];
  let desk: SendingDesk;
  let mail: SentMail;
  let at: string;
  let raw: string;
  let sent: {
    readonly outboundMessageId: string;
    readonly candidateId: string;
    readonly applicationId: string;
    readonly automatic: boolean;
  };
  beforeAll(async () => {
    desk = await SendingDesk.open();
    mail = desk.people.app.get<SentMail>(SentMail);
    const ids = await desk.candidate('Anna@candidate.example');
    const outboundMessageId = await desk.sent(ids.candidateId);
    sent = { ...ids, outboundMessageId, automatic: false };
    await desk.reaches(outboundMessageId, 'written-to-local-outbox');
    raw = (await desk.ask('GET', `${desk.company}/sent-messages/${outboundMessageId}/content/raw`)).text;
    at = (await desk.people.store.head()) ?? '';
  });
  afterAll(() => desk.closeForGood());

  const token = () => /^Reply-To: acme-jobs\+([a-z2-7]+)@/m.exec(raw)?.[1] ?? '';

  it('S1: a conversation token leads to candidate, newest message and applications, in whatever case it comes back', async () => {
    const found = { candidateId: sent.candidateId, newest: sent, applicationIds: [sent.applicationId] };
    expect(await mail.byConversationToken(acme, token(), at)).toEqual(found);
    expect(await mail.byConversationToken(acme, token().toUpperCase(), at)).toEqual(found);
    expect(await mail.byConversationToken(acme, 'aaaaaaaaaaaaaaaa', at)).toBeUndefined();
  });

  it('a Message-ID leads to its message, with brackets or without', async () => {
    const header = /^Message-ID: (\S+)/m.exec(raw)?.[1] ?? '';
    expect(await mail.byMessageId(acme, header, at)).toEqual(sent);
    expect(await mail.byMessageId(acme, header.slice(1, -1), at)).toEqual(sent);
    expect(await mail.byMessageId(acme, '<unknown@poststelle.test>', at)).toBeUndefined();
  });

  it('knows who was written to', async () => {
    expect(await mail.wroteTo(acme, sent.candidateId, 'anna@CANDIDATE.example', at)).toBe(true);
    expect(await mail.wroteTo(acme, sent.candidateId, 'eve@candidate.example', at)).toBe(false);
  });

  it('S2: another company’s tokens and Message-IDs are unknown', async () => {
    expect(await mail.byConversationToken(other, token(), at)).toBeUndefined();
    expect(await mail.byMessageId(other, `<${sent.outboundMessageId}@poststelle.test>`, at)).toBeUndefined();
    expect(await mail.wroteTo(other, sent.candidateId, 'anna@candidate.example', at)).toBe(false);
  });
});
