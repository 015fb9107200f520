import { describe, expect, it } from '@jest/globals';
import { mailsOf, ownDomains, readMail, sentMessageId } from '#test/mails/read-mail.js';
import { classify } from '../../domain/inbound-message/classification/classify.js';
import { reportVerdict } from '../../domain/inbound-message/classification/report-verdict.js';
import { parseMail } from './parse-mail.js';

const kinds = ['own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic', 'list', 'person'] as const;

async function kindOf(name: string) {
  const { mail } = await parseMail(readMail(name), ownDomains);
  return classify({ mail, envelopeSender: '', bearsOwnMessageId: mail.messageId === `<${sentMessageId}@poststelle.test>` });
}

describe.each(kinds)('mail of the kind %s', (kind) => {
  it.each(mailsOf(kind))('is known by hard evidence: %s', async (name) => {
    expect(await kindOf(name)).toMatchObject({ kind });
  });
});

describe('evidence that stands alone', () => {
  it.each([
    ['delivery-report/nothing-of-ours-returned.eml', 'daemon-returns-message'],
    ['delivery-report/nothing-of-ours-code.eml', 'daemon-names-code'],
    ['delivery-report/nothing-of-ours-phrase.eml', 'daemon-says-failed'],
    ['delivery-report/nothing-of-ours-null-sender.eml', 'null-sender-report'],
    ['complaint/plain-aol.eml', 'complaint-in-plain-mail'],
    ['person/only-localised-subject.eml', 'subject-sounds-automatic'],
  ])('%s: %s', async (name, evidence) => {
    expect((await kindOf(name)).evidence).toEqual([evidence]);
  });

  it('S15, S18: an automatic answer with the null sender and a report’s words is no report', async () => {
    expect(await kindOf('auto-reply/gmx-null-sender-phrase.eml')).toMatchObject({ kind: 'auto-reply' });
  });
});

describe('the verdict of a delivery report', () => {
  it.each([
    ['postfix', { as: 'bounce', status: '5.1.1' }],
    ['expired-with-4xx', { as: 'bounce', status: '4.4.7' }],
    ['exim', { as: 'bounce', status: '5.7.1' }],
    ['qmail', { as: 'bounce', status: '5.1.1' }],
    ['gmail', { as: 'bounce', status: '5.1.1' }],
    ['exchange-online', { as: 'bounce', status: '5.1.10' }],
    ['exchange-2003-free-form', { as: 'bounce', status: '5.1.1' }],
    ['no-sender-quotes-ours', { as: 'bounce' }],
    ['only-envelope-token', { as: 'bounce', status: '5.2.2' }],
    ['report-without-status', { as: 'bounce' }],
    ['nothing-of-ours-code', { as: 'bounce', status: '5.7.1' }],
    ['postfix-delivered', { as: 'delivery', status: '2.0.0' }],
  ])('%s', async (name, verdict) => {
    expect(reportVerdict((await parseMail(readMail(`delivery-report/${name}.eml`), ownDomains)).mail)).toEqual(verdict);
  });

  it.each([
    ['postfix-delayed', { as: 'delay', status: '4.4.1' }],
    ['exim-warning', { as: 'delay' }],
  ])('S18: a delay is no bounce: %s', async (name, verdict) => {
    expect(reportVerdict((await parseMail(readMail(`delivery-report/${name}.eml`), ownDomains)).mail)).toEqual(verdict);
  });

  it.each(
    mailsOf('delivery-report').filter((name) => !/without-status|delivered|exchange-online|only-envelope|nothing-of-ours/.test(name)),
  )('S17: says which message of ours it is about: %s', async (name) => {
    const { mail } = await parseMail(readMail(name), ownDomains);
    expect(mail.quoted.outboundMessageIds).toEqual([sentMessageId]);
  });
});
