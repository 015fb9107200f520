/**
 * A parser thread: one mail after the other, nothing kept between them. Everything below imports by `#contexts/…`, unlike the rest of the
 * house, so that Node can run this file as it stands in src (specs) as well as compiled in dist.
 */
import { parentPort } from 'node:worker_threads';
import { parseMail } from '#contexts/messaging/adapters/parsing/parse-mail.js';
import type { ParserAnswer, ParserJob } from '#contexts/messaging/adapters/parsing/parser-job.js';
import { readAttachment } from '#contexts/messaging/adapters/parsing/read-attachment.js';

async function answerTo(job: ParserJob): Promise<ParserAnswer> {
  if (job.ask === 'parse') return { answer: 'parsed', mail: await parseMail(job.raw, job.domains) };
  return { answer: 'attachment', attachment: await readAttachment(job.raw, job.index) };
}

parentPort?.on('message', (job: ParserJob) => {
  answerTo(job)
    .catch((fault: unknown): ParserAnswer => ({ answer: 'failed', message: whereFailed(fault) }))
    .then(
      (answer) => parentPort?.postMessage(answer, transferred(answer)),
      // What cannot be posted ends the thread, and with it this attempt.
      (fault: unknown) => {
        throw fault;
      },
    );
});

/** The kind of fault and where in our code it came up; never its message, which may quote the mail. */
function whereFailed(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const place = /\/(?:src|dist)\/([^\s():]+:\d+)/u.exec(fault.stack ?? '')?.[1];
  return `${fault.name}${place === undefined ? '' : ` at ${place}`}`;
}

function transferred(answer: ParserAnswer): readonly ArrayBuffer[] {
  return answer.answer === 'attachment' && answer.attachment !== undefined ? [answer.attachment.bytes.buffer] : [];
}

// Only now can a job bring the thread down; until here it is the house that failed.
parentPort?.postMessage('started');
