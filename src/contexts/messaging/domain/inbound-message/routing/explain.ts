import type { RungTrace, Trace } from './trace.js';

/** What each rule says to a person, by its reason; the codes are stored, the words are not, so that they may become better. */
const sentences: Readonly<Record<string, string>> = {
  'test-mail-came-back': 'This is a test mail of ours that came back.',
  'no-test-of-ours': 'It is no test mail of ours.',
  'own-mail-came-back': 'This is mail of our own that came back.',
  'not-our-own-mail': 'It is not mail of our own.',
  'no-complaint': 'It is no complaint.',
  'no-delivery-report': 'It is no delivery report.',
  'names-no-message-of-ours': 'It is a report, but names no message that this company sent.',
  'no-auto-reply': 'It is no automatic reply.',
  'answers-no-message-of-ours': 'It answers no message that this company sent.',
  'not-automatic': 'No machine sent it of its own accord.',
  'sent-by-a-machine': 'A machine sent it of its own accord.',
  'no-list': 'It came over no mailing list.',
  'list-fields': 'It came over a mailing list and leads to no candidate.',
  'list-fields-but-leads-to-somebody': 'It came over a mailing list, but leads to a candidate or a message of ours.',
  'mail-to-a-company': 'It was sent to the company.',
  'mail-to-the-operator': 'It was sent to the operator of the service and belongs to no candidate.',
  readable: 'It could be read completely.',
  unreadable: 'It could not be read completely, so a person looks at it.',
  'no-token': 'No address of ours with a reply token was found in it.',
  'token-unknown': 'It carries something like a reply token, which this company never gave out.',
  'answers-nothing': 'It says of no message that it answers it.',
  'candidate-erased': 'It belongs to a conversation with somebody whose data were erased.',
  'evidence-names-several-candidates': 'It refers to conversations with several candidates.',
  'several-senders': 'It names several senders, so none is certain.',
  'no-sender': 'It names no sender.',
  'no-single-sender': 'It names no single sender.',
  'sender-never-took-part': 'It refers to a conversation in which its sender never took part.',
  'nothing-forwarded': 'No forwarded mail was found in it.',
  'sender-is-no-employee': 'Its sender, who forwards a mail, is no registered employee.',
  'forwarded-without-an-address': 'An employee forwarded it, and the forwarded part names no address.',
  'forwarded-from-an-unknown-address': 'An employee forwarded it from an address that no candidate has.',
  'forwarded-without-proof': 'An employee forwarded it; that it is the employee is not proven.',
  'address-unknown': 'No candidate has the address of its sender.',
  'no-open-application': 'Nobody with the address of its sender has an application that is open or was closed only recently.',
  'several-candidates': 'Several candidates with open applications have the address of its sender.',
  bounce: 'It reports that a message of ours did not arrive.',
  delay: 'It reports that a message of ours is late; it may still arrive.',
  delivery: 'It reports that a message of ours arrived.',
  complaint: 'It complains about a message of ours.',
  'auto-reply': 'It is an automatic reply to a message of ours.',
};

const foundSentences: Readonly<Record<string, string>> = {
  'conversation-token': 'It carries the reply token of a conversation in which its sender takes part.',
  'answered-message': 'It answers a message that we sent to the candidate, and its sender takes part in the conversation.',
  'sender-address': 'The address of its sender belongs to the candidate.',
};

export interface Explained {
  readonly rule: string;
  readonly found: RungTrace['found'];
  readonly sentence: string;
  readonly candidateIds: readonly string[];
}

/** The trace, told to a person: every rule tried, and what it saw or why it missed. */
export function explain({ rungs }: Trace): readonly Explained[] {
  return rungs.map(({ rung, found, reason, candidateIds = [] }) => ({
    rule: rung,
    found,
    sentence: sentenceOf(rung, reason),
    candidateIds,
  }));
}

/** What the router concluded, as a sentence; a reason of a later version is told by its name. */
export function reasonTold(reason: string): string {
  if (reason === 'evidence-disagrees') return 'What it carries leads to different candidates.';
  if (reason === 'assignment-undone') return 'A person took it back from a candidate.';
  return sentences[reason] ?? `The reason is ${reason}.`;
}

function sentenceOf(rung: string, reason: string | undefined): string {
  return reason === undefined ? (foundSentences[rung] ?? `The rule ${rung} found the candidate.`) : reasonTold(reason);
}
