import type { Known, RoutableMail, Sent } from './evidence.js';
import { doubt, type Finding } from './rung.js';
import { soleSender } from './sole-sender.js';

/** A conversation that a token or a Message-ID identifies. */
export interface Thread {
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly answered?: Sent;
}

/** S3: what identifies a thread does not authorise a stranger. */
export function threadFinding(threads: readonly Thread[], mail: RoutableMail, known: Known): Finding | undefined {
  const [thread] = threads;
  if (thread === undefined) return undefined;
  const named = [...new Set(threads.map(({ candidateId }) => candidateId))].filter((id) => known.candidate(id)?.erased === false);
  if (!named.includes(thread.candidateId)) return doubt('candidate-erased', named);
  if (named.length > 1) return doubt('evidence-names-several-candidates', named);

  const why = whyNotAuthorised(thread.candidateId, mail, known);
  return why === undefined ? { found: 'candidate', ...thread } : doubt(why, named, thread.answered);
}

function whyNotAuthorised(candidateId: string, mail: RoutableMail, known: Known): string | undefined {
  if (mail.senders.length > 1) return 'several-senders';
  const sender = soleSender(mail);
  if (sender === undefined) return 'no-sender';
  return known.tookPart(candidateId, sender) ? undefined : 'sender-never-took-part';
}
