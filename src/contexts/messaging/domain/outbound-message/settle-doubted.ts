import { accept } from '#kernel/decision.js';
import { confirmDelivered } from './confirm-delivered.js';
import { restoredFromBackup } from './doubt-after-restore.js';
import type { OutboundMessage } from './outbound-message.js';
import { sendAgain } from './send-again.js';

export type Word = 'send-again' | 'confirm-delivered';

/** Whether it is uncertain by a restore alone: what a person may say of all such messages at once. */
export function isDoubted(message: OutboundMessage): boolean {
  return message.state === 'uncertain' && message.reason === restoredFromBackup;
}

/** A person's word about everything that a restore made uncertain. Whoever was settled singly meanwhile keeps that word. */
export function settleDoubted(message: OutboundMessage, word: Word) {
  if (!isDoubted(message)) return accept();
  return word === 'send-again' ? sendAgain(message) : confirmDelivered(message);
}
