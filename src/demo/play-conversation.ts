import { setTimeout as pause } from 'node:timers/promises';
import { CommandFailed } from '../cli/command-failed.js';
import type { ApiClient } from './api-client.js';
import type { Letter } from './deliver-mail.js';
import { addressIn, field } from './header-field.js';
import { anna, ben, type DemoCompany } from './demo-company.js';

export interface Stage {
  readonly api: ApiClient;
  readonly deliver: (letter: Letter) => Promise<void>;
  readonly say: (line: string) => void;
}

/** A mail to each candidate, an answer, an out-of-office, an answer from elsewhere and a stranger's application. */
export async function playConversation(company: DemoCompany, stage: Stage): Promise<void> {
  const { deliver, say } = stage;
  const toAnna = await write(
    company,
    stage,
    anna.externalId,
    'Your application as cook',
    'Dear Anna,\n\nwhen could you come for a trial day?',
  );
  const toBen = await write(company, stage, ben.externalId, 'Your application as waiter', 'Dear Ben,\n\nthank you. Which days suit you?');
  say('Erika wrote to Anna and Ben; both mails lie in the outbox.');

  const quoting = (mail: SentMail) => ({ to: mail.replyTo, fields: [`In-Reply-To: ${mail.messageId}`, `References: ${mail.messageId}`] });
  await deliver({
    from: `Anna <${anna.address}>`,
    subject: 'Re: Your application as cook',
    text: 'Tuesday would be fine!',
    ...quoting(toAnna),
  });
  const absence = quoting(toBen);
  await deliver({
    from: `Ben <${ben.address}>`,
    subject: 'Out of office',
    text: 'I am back on Monday.',
    ...absence,
    fields: [...absence.fields, 'Auto-Submitted: auto-replied'],
  });
  await deliver({
    from: 'Anna <anna.at.work@office.example>',
    subject: 'Re: Your application as cook',
    text: 'Or Thursday. Anna',
    ...quoting(toAnna),
  });
  await deliver({
    from: 'Carla <carla@stranger.example>',
    to: company.serviceAddress,
    subject: 'Application',
    text: 'I should like to work for you.',
  });
  say('Anna answered; Ben is out of office; somebody answered Anna’s mail from an address nobody knows; a stranger applied.');
  await untilRouted(company, stage);
}

interface SentMail {
  readonly replyTo: string;
  readonly messageId: string;
}

async function write({ path }: DemoCompany, { api }: Stage, candidate: string, subject: string, text: string): Promise<SentMail> {
  const body = { subject, text };
  const queued = await api.post(`${path}/candidates/external:${candidate}/messages`, body, { 'poststelle-on-behalf-of': 'external:erika' });
  const sent = `${path}/sent-messages/${String(queued.messageId)}`;
  await until('The mail did not reach the outbox', async () => (await api.get(sent)).state === 'written-to-local-outbox');
  const raw = await api.text(`${sent}/content/raw`);
  return { replyTo: addressIn(field(raw, 'Reply-To')), messageId: field(raw, 'Message-ID') };
}

async function untilRouted({ path }: DemoCompany, { api }: Stage): Promise<void> {
  await until('Not every mail found its place', async () => {
    const [conversation, toAssign] = await Promise.all([
      api.get(`${path}/candidates/external:${anna.externalId}/messages`),
      api.get(`${path}/messages/to-assign`),
    ]);
    return Number(conversation.total) >= 2 && Number(toAssign.total) >= 2;
  });
}

async function until(failure: string, settled: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await settled())) {
    if (Date.now() > deadline) throw new CommandFailed(`${failure} within 30 s; the log of the service says why.`);
    await pause(200);
  }
}
