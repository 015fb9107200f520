import type { RefusalText } from '#platform/http/refusals.js';
import { smtpProbeRefusals } from './smtp-probe.refusals.js';

/** Why a mailbox's settings are not changed. */
export const mailboxRefusals = {
  ...smtpProbeRefusals,
  'switch-to-service-first': {
    status: 409,
    title: 'Switch to the service first',
    detail:
      'The channel {activeChannel} is active. Activate the built-in service, change the settings, then activate the channel again (R39, R55).',
  },
  'individual-address-missing': {
    status: 422,
    title: 'No individual address',
    detail: 'Enter the recruiting address of the company’s own domain first (R59).',
  },
  'address-taken': {
    status: 409,
    title: 'Address taken',
    detail: 'Another mailbox of this company has the address. Each has one of its own.',
  },
  'address-is-the-services': {
    status: 422,
    title: 'An address of the service itself',
    detail: 'The individual address is on the company’s own domain. An address of this service would send every mail in a circle.',
  },
  'address-changed-meanwhile': {
    status: 409,
    title: 'Address changed meanwhile',
    detail: 'Somebody changed the individual address while the server was asked. Nothing was changed; look at the settings and try again.',
  },
  'connection-changed-meanwhile': {
    status: 409,
    title: 'Connection changed meanwhile',
    detail: 'Somebody changed the connection while the server was asked. Nothing was changed; look at the settings and try again.',
  },
  'account-is-not-the-individual-address': {
    status: 422,
    title: 'Account and address differ',
    detail: 'The account is an address and not the individual address. Log in with the account of that mailbox (R70).',
  },
  'password-missing': { status: 422, title: 'Password missing', detail: 'There is no password to log in with. Type it (R72).' },
  'password-is-a-mask': {
    status: 422,
    title: 'No password but a mask',
    detail: 'The field holds the dots that stand for a password. Type it, or leave the field out to keep the one there is.',
  },
  'password-needed-again': {
    status: 422,
    title: 'Password needed again',
    detail: 'The {changed} is another one than before, and a stored password goes to no new place. Type it again.',
  },
  'smtp-not-configured': {
    status: 409,
    title: 'No SMTP connection',
    detail: 'There is no SMTP connection to go back to. Set one up (R60, R61).',
  },
  'smtp-not-active': { status: 409, title: 'SMTP is not active', detail: 'This is for an active SMTP connection, and there is none.' },
  'nothing-to-inherit-from': {
    status: 422,
    title: 'Nothing to inherit from',
    detail: 'Only a subsidiary inherits, from its company (R90).',
  },
  'google-needs-the-integration': {
    status: 422,
    title: 'Google needs its integration',
    detail:
      'Google takes no new SMTP connections with a password: {host} is connected by the integration with Google (R33, R34), which this version does not have yet. Until then mail leaves over the built-in service.',
  },
  'direct-send-and-relay-not-supported': {
    status: 422,
    title: 'Direct send and SMTP relay are not supported',
    detail:
      '{host} is for direct send or SMTP relay. Neither is supported, because this service is no device of your network: direct send reaches nobody outside your organisation, and relay wants an address of yours. Use smtp.office365.com (R79, R81, R82).',
  },
  'microsoft-needs-client-submission': {
    status: 422,
    title: 'Microsoft 365 needs client submission',
    detail: 'Mail of Microsoft 365 is handed over at {submission}, not at {host} (R79, R80).',
  },
  'microsoft-port-not-supported': {
    status: 422,
    title: 'Port not supported',
    detail: 'Microsoft 365 takes mail on port 587 (recommended) or 25, not on {port} (R77).',
  },
  'microsoft-needs-verified-starttls': {
    status: 422,
    title: 'Encryption not supported',
    detail: 'Microsoft 365 is reached with STARTTLS and its certificate checked: choose starttls-verified (R77).',
  },
  'certificate-authority-unreadable': {
    status: 422,
    title: 'Certificate not readable',
    detail:
      'Give the certificate of your authority as PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, one after the other where there are several.',
  },
  'certificate-authority-with-key': {
    status: 422,
    title: 'A private key among the certificates',
    detail:
      'Give the certificate of your authority alone. There is a private key beside it, which belongs to nobody else; nothing of it was kept.',
  },
  'recipient-missing': {
    status: 422,
    title: 'No recipient',
    detail: 'There is no individual address to send the test to. Say where it shall go (R84).',
  },
  'test-only-delivered-to-some': {
    status: 422,
    title: 'Not delivered to that address',
    detail: 'This installation delivers to certain addresses only, and this is none of them (POSTSTELLE_ONLY_DELIVER_TO).',
  },
  'too-many-connection-attempts': {
    status: 429,
    title: 'Too many attempts',
    detail: 'Your company has tested too often in a short time. Try again at {again}.',
  },
} satisfies Readonly<Record<string, RefusalText>>;
