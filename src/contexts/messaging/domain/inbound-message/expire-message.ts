import { accept, refuse } from '#kernel/decision.js';
import type { ExpiryAnnounced, ExpiryConfirmationRequested, MessageExpired } from './events.js';
import type { InboundMessage } from './inbound-message.js';

const day = 86_400_000;

/** Days before the end at which the deletion of unassigned mail is announced. */
export const announcements = [30, 7] as const;

type ExpiryStep = ExpiryAnnounced | ExpiryConfirmationRequested | MessageExpired;

/**
 * The next step of unassigned mail towards its deletion, if it is time for one; asked for the first time when the first announcement is
 * due. A service that comes late announces late: nothing is deleted before it was announced for as long as the announcement says.
 */
export function stepTowardsExpiry(message: InboundMessage, now: Date) {
  const due = nextStepAt(message, now);
  if (due === undefined || now < due) return accept<ExpiryStep>();
  const { announced } = message.expiry;
  const [early, late] = announcements;
  if (announced === undefined) return announce(early, after(now, early));
  if (announced.daysLeft === early) return announce(late, laterOf(announced.expiresAt, after(now, late)));
  return wasSeen(message)
    ? accept<ExpiryStep>({ type: 'MessageExpired', data: { confirmedByAdministrator: false } })
    : accept<ExpiryStep>({ type: 'ExpiryConfirmationRequested', data: {} });
}

/** When the next step is due; `undefined` where none is, or where an administrator is waited for. */
export function nextStepAt(message: InboundMessage, now: Date): Date | undefined {
  const { announced, confirmationRequested } = message.expiry;
  const [early, late] = announcements;
  if (!isUnassigned(message) || confirmationRequested) return undefined;
  if (announced === undefined) return now;
  return new Date(Date.parse(announced.expiresAt) - (announced.daysLeft === early ? late * day : 0));
}

/** What nobody has opened is deleted only after an administrator's word. */
export function confirmExpiry(message: InboundMessage) {
  if (message.place.is === 'expired') return accept<MessageExpired>();
  if (!isUnassigned(message) || !message.expiry.confirmationRequested) return refuse('no-expiry-to-confirm');
  return accept<MessageExpired>({ type: 'MessageExpired', data: { confirmedByAdministrator: true } });
}

function isUnassigned({ place }: InboundMessage): boolean {
  return ['to-assign', 'set-aside', 'quarantined', 'dismissed'].includes(place.is);
}

/** Whoever dismissed it has looked. */
function wasSeen({ place, openedBy }: InboundMessage): boolean {
  return place.is === 'dismissed' || openedBy.length > 0;
}

function announce(daysLeft: number, expiresAt: string) {
  return accept<ExpiryStep>({ type: 'ExpiryAnnounced', data: { daysLeft, expiresAt } });
}

function after(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString();
}

function laterOf(one: string, other: string): string {
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
