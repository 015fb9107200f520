import { accept, allow, refuse } from '#kernel/decision.js';
import { sameAddress } from '#kernel/email-address.js';
import type { RedirectConfirmed, RedirectTestNotSent, RedirectTestStarted } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R22-R24: only the redirect of an individual address can be tested. */
export function mayTestRedirect({ individualAddress }: Mailbox) {
  return individualAddress === undefined ? refuse('individual-address-missing', { field: 'individualAddress' }) : allow(individualAddress);
}

export function startRedirectTest(mailbox: Mailbox, test: RedirectTestStarted['data']) {
  const allowed = mayTestRedirect(mailbox);
  if (!allowed.ok) return allowed;
  if (!sameAddress(allowed.value, test.address)) return refuse('address-changed-meanwhile', { field: 'individualAddress' });
  return accept<RedirectTestStarted>({ type: 'RedirectTestStarted', data: test });
}

/** Its mail certainly did not leave: what was known of the redirect before is known still. */
export function abandonRedirectTest({ redirect }: Mailbox, testId: string, reason: string) {
  if (!redirect.open.some((each) => each.testId === testId)) return accept<RedirectTestNotSent>();
  return accept<RedirectTestNotSent>({ type: 'RedirectTestNotSent', data: { testId, reason } });
}

/** The mail of a test came back to the mailbox's own `target`: the redirect of this address works. */
export function confirmRedirect({ individualAddress, redirect }: Mailbox, testId: string, target: string, confirmedAt: string) {
  if (redirect.proof?.testId === testId) return accept<RedirectConfirmed>();
  const test = redirect.open.find((each) => each.testId === testId);
  if (test === undefined) return refuse('test-unknown');
  if (individualAddress === undefined || !sameAddress(individualAddress, test.address)) return refuse('address-changed-meanwhile');
  return accept<RedirectConfirmed>({
    type: 'RedirectConfirmed',
    data: { testId: test.testId, address: test.address, target, confirmedAt },
  });
}
