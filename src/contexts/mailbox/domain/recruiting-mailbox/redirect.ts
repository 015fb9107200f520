import { partsOf } from '#kernel/email-address.js';
import type { RedirectConfirmed, RedirectTestNotSent, RedirectTestStarted } from './events.js';

/** What is known of the redirect from the individual address to the service address (R22-R24). */
export interface Redirect {
  /** The newest test. */
  readonly test?: RedirectTestStarted['data'];
  /** The newest proof: a token that came back. */
  readonly proof?: RedirectConfirmed['data'];
}

/** `stale`: it was proven once, and the proof is old, leads to a domain that is not ours any more, or a newer test did not come back. */
export type RedirectState = 'unverified' | 'confirmed' | 'stale';

const hour = 3_600_000;
/** Within which a test comes back, however slow the servers in between are. */
const returnsWithin = 24 * hour;
/** Redirects are switched off by people who do not know what they are for: a proof holds for so long. */
const holdsFor = 90 * 24 * hour;

export function redirectAfter(redirect: Redirect, event: RedirectTestStarted | RedirectTestNotSent | RedirectConfirmed): Redirect {
  switch (event.type) {
    case 'RedirectTestStarted':
      return { ...redirect, test: event.data };
    case 'RedirectTestNotSent':
      return redirect.test?.testId === event.data.testId ? withoutTest(redirect) : redirect;
    case 'RedirectConfirmed':
      return { ...redirect, proof: event.data };
  }
}

function withoutTest({ test: _, ...others }: Redirect): Redirect {
  return others;
}

/** `mailDomains`: ours of now and the former ones, to which mail still arrives. */
export function redirectStateOf({ test, proof }: Redirect, now: Date, mailDomains: readonly string[]): RedirectState {
  if (proof === undefined) return 'unverified';
  const arrives = proof.target === undefined || mailDomains.includes(partsOf(proof.target)?.domain ?? '');
  if (!arrives || since(proof.confirmedAt, now) > holdsFor) return 'stale';
  const open = test !== undefined && test.testId !== proof.testId;
  return open && since(test.startedAt, now) > returnsWithin ? 'stale' : 'confirmed';
}

function since(time: string, now: Date): number {
  return now.getTime() - new Date(time).getTime();
}
