import type { MessageFiled, MessageQueuedForAssignment, MessageRoutedToCandidate, MessageSetAside } from '../events.js';
import { chosenApplication } from './chosen-application.js';
import { chosenSubsidiary } from './chosen-subsidiary.js';
import type { Known, RoutableMail } from './evidence.js';
import { ladder } from './ladder.js';
import type { Finding } from './rung.js';
import type { RungTrace, Trace } from './trace.js';

export type EndState = MessageRoutedToCandidate | MessageQueuedForAssignment | MessageFiled | MessageSetAside;

type CandidateFound = Extract<Finding, { found: 'candidate' }>;
type DoubtFound = Extract<Finding, { found: 'doubt' }>;
type Named = CandidateFound | DoubtFound;

const mostProposals = 20;

/**
 * Climbs the ladder to exactly one end state. What the mail *is* ends the climb; whose it is is asked of every rung, because evidence that
 * disagrees goes to a person, and because the trace shall say what each rule saw.
 */
export function route(mail: RoutableMail, known: Known): EndState {
  const rungs: RungTrace[] = [];
  const named: Named[] = [];
  const traced = (): Trace => ({ router: ladder.version, at: known.at, rungs });
  for (const rung of ladder.rungs) {
    const finding = rung.climb(mail, known);
    rungs.push(traceOf(rung.name, finding));
    if (finding.found === 'filed') return filed(finding, traced());
    if (finding.found === 'set-aside') {
      return { type: 'MessageSetAside', data: { as: finding.as, reason: finding.reason, routing: traced() } };
    }
    if (finding.found !== 'nothing') named.push(finding);
  }
  return concluded(mail, known, named, traced());
}

function concluded(mail: RoutableMail, known: Known, named: readonly Named[], routing: Trace): EndState {
  const [first, ...others] = named;
  if (first === undefined) return toAssign(mail, reasonOfMiss(routing), named, routing);
  if (first.found === 'doubt') return toAssign(mail, first.reason, named, routing);
  if (others.some((other) => contradicts(first.candidateId, other))) return toAssign(mail, 'evidence-disagrees', named, routing);
  return routed(mail, known, first, others, routing);
}

/** An earlier rung's candidate stands unless a later one names only others: of several owners of an address the thread's one counts. */
function contradicts(candidateId: string, other: Named): boolean {
  const names = namesOf(other);
  return names.length > 0 && !names.includes(candidateId);
}

function routed(mail: RoutableMail, known: Known, first: CandidateFound, others: readonly Named[], routing: Trace): EndState {
  const { candidateId } = first;
  const owner = known.candidate(candidateId);
  const answered = first.answered ?? others.find(({ answered: sent }) => sent?.candidateId === candidateId)?.answered;
  const applicationId = chosenApplication(owner, answered, first.applicationId);
  const subsidiary = chosenSubsidiary(mail, answered, owner, applicationId);
  return {
    type: 'MessageRoutedToCandidate',
    data: { candidateId, subsidiary, routing, ...(applicationId !== undefined && { applicationId }) },
  };
}

function toAssign(mail: RoutableMail, reason: string, named: readonly Named[], routing: Trace): EndState {
  const proposals = [...new Set(named.flatMap(namesOf))].slice(0, mostProposals);
  const answered = named.find((one) => one.answered !== undefined)?.answered;
  return {
    type: 'MessageQueuedForAssignment',
    data: { reason, proposals, subsidiary: chosenSubsidiary(mail, answered), routing },
  };
}

function filed({ as, on, status }: Extract<Finding, { found: 'filed' }>, routing: Trace): EndState {
  const { outboundMessageId, candidateId } = on;
  return { type: 'MessageFiled', data: { as, outboundMessageId, candidateId, routing, ...(status !== undefined && { status }) } };
}

/** Nobody was named: the last rung, the sender's address, says what a person wants to know. */
function reasonOfMiss({ rungs }: Trace): string {
  return rungs.at(-1)?.reason ?? 'nobody-found';
}

function namesOf(finding: Named): readonly string[] {
  return finding.found === 'doubt' ? finding.proposals : [...new Set([finding.candidateId, ...(finding.among ?? [])])];
}

function traceOf(rung: string, finding: Finding): RungTrace {
  switch (finding.found) {
    case 'candidate':
      return { rung, found: 'candidate', candidateIds: namesOf(finding) };
    case 'doubt':
      return { rung, found: 'doubt', reason: finding.reason, candidateIds: finding.proposals.slice(0, mostProposals) };
    case 'filed':
      return { rung, found: 'filed', reason: finding.as, candidateIds: [finding.on.candidateId] };
    default:
      return { rung, found: finding.found, reason: finding.reason };
  }
}
