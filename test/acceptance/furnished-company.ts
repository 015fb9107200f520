import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, facts, headerOf, type Mailroom, textOf } from '#test/service/mailroom.js';

/** A company with something of every kind, and two of what is listed. */
export interface FurnishedCompany {
  readonly desk: CompanyDesk;
  readonly mailboxId: string;
  readonly subsidiaryId: string;
  readonly employeeId: string;
  readonly candidateId: string;
  readonly applicationId: string;
  /** One of the candidate's, and of nobody else's. */
  readonly address: string;
  /** With the candidate, and waiting to be assigned; both have an attachment. */
  readonly receivedIds: readonly [answer: string, waiting: string];
  readonly sentId: string;
  /** Tests of the company's mailbox and of the subsidiary's. */
  readonly testIds: readonly [ofCompany: string, ofSubsidiary: string];
  /** Where a command of this company took the history to. */
  readonly position: string;
}

export async function furnished(room: Mailroom, slug: string): Promise<FurnishedCompany> {
  const desk = await room.company(slug);
  const subsidiaryId = await made(
    desk,
    '/subsidiaries',
    { name: `${slug} North`, tag: 'north', externalId: `${slug}-north` },
    'subsidiaryId',
  );
  await desk.subsidiary(`${slug} South`, 'south');
  const employeeId = await employee(desk, 'one');
  await employee(desk, 'two');
  const address = `anna@${slug}-candidate.example`;
  const anna = { name: `Anna of ${slug}`, addresses: [address], externalId: `${slug}-anna` };
  const candidateId = await made(desk, '/candidates', anna, 'candidateId');
  const application = { job: 'Baker', subsidiaryId, externalId: `${slug}-application` };
  const applicationId = await made(desk, `/candidates/${candidateId}/applications`, application, 'applicationId');
  await desk.candidate({ name: `Ben of ${slug}`, addresses: [`ben@${slug}-candidate.example`] });
  const sent = await desk.write(candidateId);
  const sentId = textOf(sent['messageId']);
  const receivedIds = await received(desk, candidateId, sentId, address);
  const { mailboxId } = await desk.get('/mailbox');
  const tested = (path: string) => made(desk, `${path}/test-mail`, { recipient: `it@${slug}.example` }, 'testId');
  const testIds = [await tested('/mailbox'), await tested(`/subsidiaries/${subsidiaryId}/mailbox`)] as const;
  return {
    desk,
    candidateId,
    applicationId,
    mailboxId: textOf(mailboxId),
    subsidiaryId,
    employeeId,
    address,
    receivedIds,
    sentId,
    testIds,
    position: textOf(sent['position']),
  };
}

function employee(desk: CompanyDesk, name: string): Promise<string> {
  const externalId = `${desk.slug}-${name}`;
  return made(desk, '/employees', { name: `Erika ${externalId}`, addresses: [`${name}@${desk.slug}.example`], externalId }, 'employeeId');
}

/** Sends a command that makes something; answers its id. */
async function made(desk: CompanyDesk, path: string, body: object, id: string): Promise<string> {
  return textOf(facts(await desk.post(path, body))[id]);
}

/** The candidate's answer, with the candidate, and of two strangers' mails the first. */
async function received(desk: CompanyDesk, candidateId: string, sentId: string, from: string): Promise<readonly [string, string]> {
  const replyTo = headerOf(await desk.outgoing(sentId), 'Reply-To').replace(/^.*<|>$/g, '');
  await desk.room.sendRaw(withAttachment(from, replyTo, 'An answer'), replyTo, from);
  for (const stranger of ['carl', 'dora']) {
    const other = `${stranger}@${desk.slug}-stranger.example`;
    await desk.room.sendRaw(withAttachment(other, desk.address, `Of ${stranger}`), desk.address, other);
  }
  const [waiting] = await desk.listOf('/messages/to-assign', 2);
  const [, answer] = await desk.conversationOf(candidateId, 2);
  await desk.sentMessage(sentId, 'written-to-local-outbox');
  return [textOf(answer?.['messageId']), textOf(waiting?.['messageId'])];
}

function withAttachment(from: string, to: string, subject: string): string {
  const part = (type: string, content: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
  const parts = [
    part('text/html; charset=utf-8', `<p>${subject}</p>`),
    part('text/csv; name="cv.csv"\r\nContent-Disposition: attachment; filename="cv.csv"', 'a,b'),
  ];
  const fields = { 'Content-Type': 'multipart/mixed; boundary="b"' };
  return writeMail({ from, to, subject, text: `${parts.join('')}--b--`, fields });
}
