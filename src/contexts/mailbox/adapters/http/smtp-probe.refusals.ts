import type { RefusalText } from '#platform/http/refusals.js';
import type { ProbeFailure } from '../../application/ports/smtp-probe.port.js';

const forward = 'Nothing was changed. The report of test {testId} has everything that the IT department needs (R88).';

/** Why a server cannot be used, with what to do; stage, code and the server's words stand in `facts`. */
export const smtpProbeRefusals = {
  'host-not-found': {
    status: 422,
    title: 'Host not found',
    detail: `The name {host} is not known to the DNS. Check how it is spelt (R62). ${forward}`,
  },
  'host-not-allowed': {
    status: 422,
    title: 'Host not allowed',
    detail: `{host} lies in a network that this service may not reach: a private, local or reserved one. The operator can open it with POSTSTELLE_ALLOW_NETWORKS. ${forward}`,
  },
  'port-not-allowed': {
    status: 422,
    title: 'Port not allowed',
    detail: `Mail is handed over on port 587 or 465, less often on 25 or 2525, not on {port} (R63). ${forward}`,
  },
  'server-unreachable': {
    status: 422,
    title: 'Server not reachable',
    detail: `{host} does not take connections on port {port}. Check host, port and firewall (R78). ${forward}`,
  },
  'server-timed-out': {
    status: 422,
    title: 'Server too slow',
    detail: `{host} did not answer in time on port {port}; often a firewall drops the connection (R78), or the encryption belongs to another port. ${forward}`,
  },
  'no-smtp-server': {
    status: 422,
    title: 'No mail server there',
    detail: `What answers on port {port} of {host} does not speak SMTP as chosen: port 465 goes with smtps, 587 and 25 with starttls (R63). ${forward}`,
  },
  'server-refuses-us': {
    status: 422,
    title: 'Server turns us away',
    detail: `{host} answered and took no mail from this service. It may want our address on its list, or be busy. ${forward}`,
  },
  'connection-lost': {
    status: 422,
    title: 'Connection lost',
    detail: `The connection to {host} broke off before it had answered: nothing is known of login and sender. Try again in a while; if it goes on, see in the log of the server or firewall. ${forward}`,
  },
  'refused-for-now': {
    status: 422,
    title: 'Refused for now',
    detail: `{host} refused for a reason of its own that may pass, such as its sign-in service being down: nothing is known to be wrong with these settings. Try again in a while. ${forward}`,
  },
  'tls-not-offered': {
    status: 422,
    title: 'No encryption offered',
    detail: `{host} does not offer STARTTLS on port {port}, and passwords are never sent in clear text (R68). ${forward}`,
  },
  'tls-failed': { status: 422, title: 'Encryption failed', detail: `The encrypted connection to {host} could not be made. ${forward}` },
  'certificate-refused': {
    status: 422,
    title: 'Certificate not trusted',
    detail: `The certificate of {host} is not one to trust: expired, for another name, or of an unknown authority, which can be given with the connection. ${forward}`,
  },
  'login-not-offered': {
    status: 422,
    title: 'No login with a password',
    detail: `{host} offers no login with account and password on port {port}. Ask for its port for submission (587 or 465, R63), and whether it lets programs log in with a password. ${forward}`,
  },
  'login-refused': {
    status: 422,
    title: 'Login refused',
    detail: `{host} does not take this account and password. SMTP sign-in may be switched off for the mailbox (R75), or the account may not sign in. ${forward}`,
  },
  'sender-refused': {
    status: 422,
    title: 'Sender refused',
    detail: `{host} took the login, and not the individual address as sender. Allow the account to send as that address (R71). Where the fault is smtputf8-not-offered, it takes no address with other characters than ASCII before the @. ${forward}`,
  },
  'recipient-refused': {
    status: 422,
    title: 'Address refused as recipient',
    detail: `{host} took login and sender, and no mail for the individual address: the mailbox may not exist, or take none. ${forward}`,
  },
} satisfies Readonly<Record<ProbeFailure, RefusalText>>;
