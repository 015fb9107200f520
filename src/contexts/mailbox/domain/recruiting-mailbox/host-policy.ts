import { allow, refuse } from '#kernel/decision.js';
import type { SmtpSettings } from './channel.js';

const googleDomains = ['google.com', 'googlemail.com'];
/** R81, R82: direct send and relay cannot be told apart by their host. */
const microsoftInbound = ['mail.protection.outlook.com', 'mx.microsoft'];
const microsoftDomains = ['office365.com', 'outlook.com', 'office.com', 'hotmail.com', 'live.com'];
export const microsoftSubmission = 'smtp.office365.com';

/** R33, R34, R74-R82: where the provider itself rules out, or nearly, what the administrator is about to set up. */
export function hostPolicy({ host, port, encryption }: Pick<SmtpSettings, 'host' | 'port' | 'encryption'>) {
  if (isGoogle(host)) return refuse('google-needs-the-integration', { field: 'host', facts: { host } });
  if (isUnder(host, microsoftInbound)) return refuse('direct-send-and-relay-not-supported', { field: 'host', facts: { host } });
  if (host !== microsoftSubmission)
    return isUnder(host, microsoftDomains)
      ? refuse('microsoft-needs-client-submission', { field: 'host', facts: { host, submission: microsoftSubmission } })
      : allow(undefined);
  if (port !== 587 && port !== 25) return refuse('microsoft-port-not-supported', { field: 'port', facts: { port } });
  if (encryption !== 'starttls-verified') return refuse('microsoft-needs-verified-starttls', { field: 'encryption' });
  return allow(undefined);
}

function isGoogle(host: string): boolean {
  return host === 'smtp.gmail.com' || isUnder(host, [...googleDomains, 'gmail.com']);
}

function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
