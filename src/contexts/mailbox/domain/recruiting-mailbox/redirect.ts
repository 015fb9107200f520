import { partsOf } from '#kernel/email-address.js';
import type { RedirectConfirmed, RedirectTestNotSent, RedirectTestStarted } from './events.js';

/** What is known of the redirect from the individual address to the service address (R22-R24). */
export interface Redirect {
  /** The newest test that left, or may have left; absent where only older ones did, that came back. */
  readonly test?: RedirectTestStarted['data'];
  /** The newest proof: a token that came back. */
  readonly proof?: RedirectConfirmed['data'];
  /** Tests since then that left, or may have left, oldest first: none of them came back. */
  readonly open: readonly RedirectTestStarted['data'][];
}

export const nothingKnown: Redirect = { open: [] };

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
      return { ...redirect, test: event.data, open: [...redirect.open, event.data] };
    case 'RedirectTestNotSent':
      return withoutTest(redirect, event.data.testId);
    case 'RedirectConfirmed':
      return { ...redirect, proof: event.data, open: begunAfter(redirect.open, event.data.testId) };
  }
}

/** What comes back says something of those before it, too: they would come back by now, or never will. */
function begunAfter(open: Redirect['open'], testId: string): Redirect['open'] {
  return open.slice(open.findIndex((each) => each.testId === testId) + 1);
}

/** It says nothing: neither that the redirect works, nor that it does not. */
function withoutTest({ test, open, ...others }: Redirect, testId: string): Redirect {
  const left = open.filter((each) => each.testId !== testId);
  const newest = test?.testId === testId ? left.at(-1) : test;
  return { ...others, open: left, ...(newest === undefined ? {} : { test: newest }) };
}

/** `mailDomains`: ours of now and the former ones, to which mail still arrives. */
export function redirectStateOf({ proof, open: [oldest] }: Redirect, now: Date, mailDomains: readonly string[]): RedirectState {
  if (proof === undefined) return 'unverified';
  const arrives = proof.target === undefined || mailDomains.includes(partsOf(proof.target)?.domain ?? '');
  if (!arrives || since(proof.confirmedAt, now) > holdsFor) return 'stale';
  return oldest !== undefined && since(oldest.startedAt, now) > returnsWithin ? 'stale' : 'confirmed';
}

function since(time: string, now: Date): number {
  return now.getTime() - new Date(time).getTime();
}
