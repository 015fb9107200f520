import { accept } from '#kernel/decision.js';
import type { SenderName, SenderNameChosen } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R14, R15, R28: the company's name or the writing employee's, also before any connection is set up. */
export function chooseSenderName(mailbox: Mailbox, senderName: SenderName) {
  if (mailbox.senderName === senderName) return accept<SenderNameChosen>();
  return accept<SenderNameChosen>({ type: 'SenderNameChosen', data: { senderName } });
}
