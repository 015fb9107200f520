import * as as from './kinds-of-setting.js';
import type { Network } from '../smtp-client/address-rules.js';
import { optional, setting, type Setting } from './setting.js';

const megabyte = 1024 * 1024;

const formerMailDomains: Setting<readonly string[]> = {
  name: 'POSTSTELLE_FORMER_MAIL_DOMAINS',
  otherwise: 'none',
  meaning: 'Former mail domains, separated by commas: mail to them still arrives, nothing is sent from them.',
  fallback: [],
  read: as.listOf(as.domain),
};

/** What is kept, under which domain mail travels and how it leaves. */
export const mailSettings = {
  dataDirectory: {
    ...setting('POSTSTELLE_DATA', './data', as.path, 'Folder for all that is kept: events, vault, mail, read models, outbox.'),
    fallback: as.absolute('./data'),
  },
  masterKey: optional(
    'POSTSTELLE_MASTER_KEY',
    'a key file is made in the data folder at the first start',
    as.masterKey,
    '32 bytes in base64 that wrap every key in the vault. Without them nothing can be read: keep a copy apart from the data.',
  ),
  mailDomain: setting(
    'POSTSTELLE_MAIL_DOMAIN',
    'poststelle.test',
    as.domain,
    'Domain of the service addresses, `<account>-jobs@<mail domain>`.',
  ),
  formerMailDomains,
  serviceRelay: optional(
    'POSTSTELLE_SERVICE_RELAY',
    'mail of the service goes to the local outbox and nothing leaves the machine',
    as.url('smtp', 'smtps'),
    'smtp:// or smtps:// URL of the relay that sends for the service, with user and password where it wants them.',
  ),
  onlyDeliverTo: optional(
    'POSTSTELLE_ONLY_DELIVER_TO',
    'everybody',
    as.listOf(as.addressOrDomain),
    'Addresses and @domains, separated by commas: mail to everybody else is held, and every answer says so.',
  ),
  dkimSelector: optional('POSTSTELLE_DKIM_SELECTOR', 'not signed', as.word, 'DKIM selector under the mail domain; needs the next one.'),
  dkimKeyFile: optional('POSTSTELLE_DKIM_KEY_FILE', 'none', as.path, 'PEM file with the private DKIM key.'),
  maxOutboundBytes: setting(
    'POSTSTELLE_MAX_OUTBOUND_BYTES',
    10 * megabyte,
    as.integer(10_240, 100 * megabyte),
    'Octets of one outbound mail as it leaves.',
  ),
  mailboxRatePerMinute: setting(
    'POSTSTELLE_MAILBOX_RATE_PER_MINUTE',
    60,
    as.integer(1, 100_000),
    'Messages that one mailbox may send in a minute; the rest waits.',
  ),
  allowedNetworks: {
    name: 'POSTSTELLE_ALLOW_NETWORKS',
    otherwise: 'none',
    meaning:
      'Internal networks, as address/bits and separated by commas, in which companies’ own mail servers may be; all others must be public.',
    fallback: [],
    read: as.listOf(as.network),
  } satisfies Setting<readonly Network[]>,
  smtpAuthorityFile: optional(
    'POSTSTELLE_SMTP_CA',
    'authorities that the system knows',
    as.certificateFile,
    'PEM file of an authority that vouches for companies’ own mail servers, beside those that the system knows.',
  ),
  heldMailLeavesWithinHours: setting(
    'POSTSTELLE_HELD_MAIL_LEAVES_WITHIN_HOURS',
    24,
    as.integer(0, 720),
    'Mail that was held for less than so many hours leaves by itself once its connection is repaired; older mail waits for a person.',
  ),
  microsoftPasswordSignInEnds: setting(
    'POSTSTELLE_MICROSOFT_PASSWORD_SIGN_IN_ENDS',
    '2026-12-31',
    as.day,
    'Day on which Microsoft 365 ends password sign-in over SMTP; Microsoft has moved it before. Every such connection warns of it.',
  ),
  closedAfterDays: setting(
    'POSTSTELLE_CLOSED_AFTER_DAYS',
    14,
    as.integer(0, 3650),
    'Days after which a rejected or withdrawn application counts as closed.',
  ),
  unassignedKeptDays: setting('POSTSTELLE_UNASSIGNED_KEPT_DAYS', 180, as.integer(31, 3650), 'Days that unassigned mail is kept.'),
};
