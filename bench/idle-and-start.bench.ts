// Time of a start, and memory of the built service (dist): at rest, while 500 mails come in and go out, and two minutes later.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Api } from '#test/service/api.js';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { deliver } from '#test/service/smtp-client.js';
import { StartedService } from '#test/service/started-service.js';
import { median } from './figures.js';

const starts = 5;
const mails = 500;
const atOnce = 10;
const settledMs = 10_000;
const restMs = 120_000;
const company = `/companies/${companyIdOf('acme')}`;

const service = await StartedService.onEmptyDirectory({
  POSTSTELLE_LOG_LEVEL: 'warn',
  POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000',
  POSTSTELLE_MAILBOX_RATE_PER_MINUTE: '100000',
});
await pause(settledMs);
console.log(`at rest on an empty directory   ${resident().toFixed(0)} MB (wanted: under 150)`);
console.log(
  `start until ready               ${(median(await timesOfStarts()) / 1000).toFixed(2)} s, median of ${starts} (wanted: under 3)`,
);
await pause(settledMs);
console.log(`at rest after a start           ${resident().toFixed(0)} MB (wanted: under 150)`);

const operator = new Api(service, await service.cli('token', '--platform'));
await operator.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
const candidateId = await registered();
console.log(`while ${mails} mails come and go     ${(await mostWhile(comeAndGo)).toFixed(0)} MB at most`);
console.log(`when all of them are done       ${resident().toFixed(0)} MB`);
await pause(restMs);
console.log(`two minutes later               ${resident().toFixed(0)} MB (wanted: under 150)`);
await service.stop();
await service.remove();

async function timesOfStarts(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let start = 0; start < starts; start++) {
    await service.stop();
    const begun = performance.now();
    await service.start();
    times.push(performance.now() - begun);
  }
  return times;
}

/** Megabytes in main memory, as the operating system counts them. */
function resident(): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(service.pid)}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function mostWhile(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, resident())), 200);
  await work();
  clearInterval(watch);
  return most;
}

/** Every fifth mail is a large one; for each that came in one goes out. */
async function comeAndGo(): Promise<void> {
  let [begun, number] = [0, 0];
  const large = randomBytes(300_000).toString('base64').replaceAll(/.{76}/g, '$&\n');
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while ((number = begun++) < mails) {
        const from = `person-${number}@elsewhere.example`;
        const raw = writeMail({
          from,
          to: 'acme-jobs@poststelle.test',
          subject: `Mail ${number}`,
          text: number % 5 === 0 ? large : 'Hello.',
        });
        await deliver(service.smtpPort, { from, to: ['acme-jobs@poststelle.test'], raw });
        await operator.post(`${company}/candidates/${candidateId}/messages`, { subject: `Answer ${number}`, text: 'Hello.' });
      }
    }),
  );
  await eventually(owed, (rows) => rows === 0, 600_000);
}

async function registered(): Promise<string> {
  const candidate = { name: 'Anna', addresses: ['anna@elsewhere.example'], application: { job: 'Baker' } };
  const { body } = await operator.post(`${company}/candidates`, candidate);
  return typeof body === 'object' && body !== null && 'candidateId' in body ? String(body.candidateId) : '';
}

/** Messages that are still to be classified, routed or handed over. */
async function owed(): Promise<number> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const due = [...text.matchAll(/^poststelle_todos_due\{todo="messages_to_(?:classify|route|deliver)"\} (\d+)$/gm)];
  if (due.length !== 3) throw new Error('The metrics do not tell what is owed.');
  return due.reduce((sum, [, count]) => sum + Number(count), 0);
}
