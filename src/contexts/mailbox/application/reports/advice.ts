import type { ConnectionTestView } from '../queries/connection-test.view.js';
import type { Language } from './report-words.js';

type Told = Readonly<Record<Language, string>>;

const byCode: readonly (readonly [code: string, advice: Told])[] = [
  [
    '5.7.139',
    {
      de: 'Microsoft 365: SMTP AUTH ist für das Postfach oder den Mandanten ausgeschaltet, oder Sicherheitsstandards bzw. eine Richtlinie verbieten die Anmeldung (R75).',
      en: 'Microsoft 365: SMTP AUTH is switched off for the mailbox or the tenant, or security defaults or a policy forbid the sign-in (R75).',
    },
  ],
  [
    '5.7.30',
    {
      de: 'Microsoft 365 nimmt keine Anmeldung mit Passwort mehr an; der Weg ist die direkte Integration (R74), die diese Version noch nicht hat: bis dahin über den Dienst senden.',
      en: 'Microsoft 365 takes no password sign-in any more; the way is the direct integration (R74), which this version does not have yet: send over the service until then.',
    },
  ],
  [
    '5.7.60',
    {
      de: 'Der Account darf nicht von dieser Adresse senden: «Senden als» für ihn freigeben (R71).',
      en: 'The account may not send from this address: grant it “send as” (R71).',
    },
  ],
  [
    '5.2.252',
    {
      de: 'Der Account darf nicht von dieser Adresse senden: «Senden als» für ihn freigeben (R71).',
      en: 'The account may not send from this address: grant it “send as” (R71).',
    },
  ],
  [
    '5.7.57',
    {
      de: 'Der Server hat die Anmeldung nicht angenommen und lässt ohne sie niemanden senden.',
      en: 'The server did not take the login and lets nobody send without it.',
    },
  ],
];

const byOutcome: Readonly<Record<string, Told>> = {
  'host-not-found': {
    de: 'Schreibweise des Hosts und DNS-Eintrag prüfen (R62).',
    en: 'Check how the host is spelt, and its DNS entry (R62).',
  },
  'host-not-allowed': {
    de: 'Der Server muss öffentlich erreichbar sein, oder der Betreiber öffnet sein Netz (POSTSTELLE_ALLOW_NETWORKS).',
    en: 'The server must be publicly reachable, or the operator opens its network (POSTSTELLE_ALLOW_NETWORKS).',
  },
  'port-not-allowed': {
    de: 'Port 587 oder 465 verwenden, seltener 25 oder 2525 (R63).',
    en: 'Use port 587 or 465, less often 25 or 2525 (R63).',
  },
  'server-unreachable': {
    de: 'Port und Firewall prüfen; der Port darf nicht gesperrt sein (R78).',
    en: 'Check port and firewall; the port must not be blocked (R78).',
  },
  'server-timed-out': {
    de: 'Firewall prüfen (R78), und ob Port und Verschlüsselung zusammengehören: 465 mit SMTPS, 587 mit STARTTLS (R63).',
    en: 'Check the firewall (R78), and whether port and encryption belong together: 465 with SMTPS, 587 with STARTTLS (R63).',
  },
  'no-smtp-server': {
    de: 'Port und Verschlüsselung prüfen: 465 mit SMTPS, 587 mit STARTTLS (R63).',
    en: 'Check port and encryption: 465 with SMTPS, 587 with STARTTLS (R63).',
  },
  'connection-lost': {
    de: 'Im Protokoll des Servers oder der Firewall nachsehen, warum die Verbindung abbrach.',
    en: 'See in the log of the server or firewall why the connection broke off.',
  },
  'refused-for-now': {
    de: 'Im Protokoll des Servers nachsehen, was ihm fehlt: die Einstellungen können stimmen.',
    en: 'See in the log of the server what it misses: the settings may be right.',
  },
  'tls-not-offered': {
    de: 'STARTTLS auf diesem Port einschalten; im Klartext wird nie gesendet (R68).',
    en: 'Switch STARTTLS on for this port; nothing is ever sent in clear text (R68).',
  },
  'certificate-refused': {
    de: 'Gültigkeit, Namen und Aussteller des Zertifikats prüfen; eine eigene Zertifizierungsstelle kann mit der Verbindung angegeben werden.',
    en: 'Check validity, names and issuer of the certificate; an authority of your own can be given with the connection.',
  },
  'login-not-offered': {
    de: 'Den Port für die Einlieferung verwenden (587 oder 465, R63) und dort die Anmeldung mit Passwort (AUTH PLAIN oder LOGIN) einschalten.',
    en: 'Use the port for submission (587 or 465, R63), and switch login with a password on there (AUTH PLAIN or LOGIN).',
  },
  'login-refused': {
    de: 'Account und Passwort prüfen, und ob er sich über SMTP anmelden darf (R69, R72).',
    en: 'Check account and password, and whether it may sign in over SMTP (R69, R72).',
  },
  'sender-refused': {
    de: 'Dem Account erlauben, von der individuellen Adresse zu senden (R71).',
    en: 'Allow the account to send from the individual address (R71).',
  },
  'recipient-refused': { de: 'Die Adresse des Empfängers prüfen.', en: 'Check the address of the recipient.' },
};

/** RFC 6531. */
const withoutSmtpUtf8: Told = {
  de: 'SMTPUTF8 auf dem Server einschalten, oder eine Adresse verwenden, die vor dem @ nur ASCII-Zeichen hat.',
  en: 'Switch SMTPUTF8 on at the server, or use an address that has ASCII characters only before the @.',
};

const nothingToDo: Told = { de: 'Nichts: der Test war erfolgreich.', en: 'Nothing: the test succeeded.' };
const nothingKnown: Told = { de: 'Die Worte des Servers sagen, was ihm fehlt.', en: 'The server’s words say what it misses.' };

/** What an IT department can look at, the most particular first. */
export function adviceFor({ succeeded, outcome, code = '', fault }: ConnectionTestView, language: Language): readonly string[] {
  if (succeeded) return [nothingToDo[language]];
  if ([outcome, fault].includes('smtputf8-not-offered')) return [withoutSmtpUtf8[language]];
  const ofCode = byCode.filter(([known]) => code.endsWith(known)).map(([, advice]) => advice);
  const ofOutcome = byOutcome[outcome];
  const all = ofOutcome === undefined ? ofCode : [...ofCode, ofOutcome];
  return (all.length === 0 ? [nothingKnown] : all).map((advice) => advice[language]);
}
