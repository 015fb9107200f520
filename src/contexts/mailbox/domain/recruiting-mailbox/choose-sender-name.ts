import { accept, refuse } from '#kernel/decision.js';
import type { SenderName, SenderNameChosen } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R14, R15, R28: the company's name or the writing employee's, also before any connection is set up; a subsidiary may inherit (R90). */
export function chooseSenderName(mailbox: Mailbox, senderName: SenderName | 'inherited') {
  if (senderName === 'inherited' && mailbox.subsidiaryId === undefined) return refuse('nothing-to-inherit-from', { field: 'senderName' });
  if ((mailbox.senderName ?? 'inherited') === senderName) return accept<SenderNameChosen>();
  return accept<SenderNameChosen>({ type: 'SenderNameChosen', data: { senderName } });
}
