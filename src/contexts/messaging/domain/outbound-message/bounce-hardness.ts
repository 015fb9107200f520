import type { MessageBounced, MessageRejected } from './events.js';

/** Our own sender address, full, too large for the mailbox, system, network, content, policy: the address may be good all the same (RFC 3463). */
const notAboutTheAddress = /^5\.(1\.[78]$|2\.[23]$|[34567]\.)/;

/**
 * Whether a final failure says that the address itself is bad (S17). A bounce without a status is taken as hard: its sender gave up for good; 4.x says that
 * only this mail has expired (S18).
 */
export function isHard(status: string | undefined): boolean {
  if (status === undefined) return true;
  return status.startsWith('5.') && !notAboutTheAddress.test(status);
}

/** Replies to RCPT that speak of the mailbox where no enhanced code says more (RFC 5321, 4.2.3). */
const mailboxReplies = ['550', '551', '553'];

/** Whether what came back says that the address is bad, so that it is marked and warns. */
export function marksAddress(event: MessageBounced | MessageRejected): boolean {
  if (event.type === 'MessageBounced') return event.data.hard;
  const { stage, code } = event.data;
  if (stage !== 'recipient' || code === undefined) return false;
  const [reply = '', enhanced] = code.split(' ');
  return enhanced === undefined ? mailboxReplies.includes(reply) : isHard(enhanced);
}
