export type Language = 'de' | 'en';

export const labels = {
  de: {
    title: 'Poststelle: Test der E-Mail-Verbindung',
    time: 'Zeit',
    test: 'Test',
    channel: 'Kanal',
    server: 'Server',
    encryption: 'Verschlüsselung',
    unverified: 'das Zertifikat wird nicht geprüft',
    account: 'Account',
    recipient: 'Empfänger',
    outcome: 'Ergebnis',
    stage: 'Gekommen bis',
    code: 'Antwort',
    fault: 'Fehler der Verbindung',
    words: 'Worte des Servers',
    advice: 'Was zu prüfen ist:',
  },
  en: {
    title: 'Poststelle: test of the e-mail connection',
    time: 'Time',
    test: 'Test',
    channel: 'Channel',
    server: 'Server',
    encryption: 'Encryption',
    unverified: 'the certificate is not checked',
    account: 'Account',
    recipient: 'Recipient',
    outcome: 'Outcome',
    stage: 'Got as far as',
    code: 'Reply',
    fault: 'Fault of the connection',
    words: 'The server’s words',
    advice: 'What to check:',
  },
} as const;

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const outcomes: Words = {
  accepted: { de: 'Der Server hat die Test-E-Mail angenommen', en: 'The server took the test mail' },
  'written-to-local-outbox': {
    de: 'In den lokalen Postausgang geschrieben; nichts hat die Maschine verlassen',
    en: 'Written to the local outbox; nothing left the machine',
  },
  'host-not-found': { de: 'Der Host ist unbekannt', en: 'The host is unknown' },
  'host-unknown': { de: 'Der Host ist unbekannt', en: 'The host is unknown' },
  'host-not-allowed': { de: 'Der Host liegt in einem gesperrten Netz', en: 'The host lies in a network that is closed' },
  'port-not-allowed': { de: 'Der Port ist kein Port für E-Mail', en: 'The port is no port of mail' },
  'server-unreachable': { de: 'Der Server ist nicht erreichbar', en: 'The server cannot be reached' },
  'refused-connection': { de: 'Der Server nimmt keine Verbindung an', en: 'The server takes no connection' },
  'server-timed-out': { de: 'Der Server hat nicht rechtzeitig geantwortet', en: 'The server did not answer in time' },
  timeout: { de: 'Der Server hat nicht rechtzeitig geantwortet', en: 'The server did not answer in time' },
  'no-smtp-server': { de: 'Dort antwortet kein Mailserver in dieser Betriebsart', en: 'No mail server answers there in this mode' },
  'not-smtp': { de: 'Dort antwortet kein Mailserver', en: 'What answers there is no mail server' },
  'refused-for-now': { de: 'Der Server lehnt vorerst ab', en: 'The server refuses for now' },
  'server-refuses-us': { de: 'Der Server weist uns ab', en: 'The server turns us away' },
  'tls-not-offered': { de: 'Der Server bietet kein STARTTLS an', en: 'The server does not offer STARTTLS' },
  'tls-failed': { de: 'Die Verschlüsselung kam nicht zustande', en: 'The encryption could not be made' },
  'certificate-refused': { de: 'Dem Zertifikat ist nicht zu trauen', en: 'The certificate is not one to trust' },
  'login-refused': { de: 'Die Anmeldung wurde abgelehnt', en: 'The login was refused' },
  'login-missing': { de: 'Es gibt kein Passwort mehr', en: 'There is no password any more' },
  'sender-refused': { de: 'Der Absender wurde abgelehnt', en: 'The sender was refused' },
  'sender-or-login-refused': { de: 'Absender oder Anmeldung wurden abgelehnt', en: 'Sender or login were refused' },
  'recipient-refused': { de: 'Der Empfänger wurde abgelehnt', en: 'The recipient was refused' },
  'smtputf8-not-offered': {
    de: 'Der Server nimmt keine Adresse, die vor dem @ andere Zeichen als ASCII hat (SMTPUTF8 fehlt)',
    en: 'The server takes no address with other characters than ASCII before the @ (SMTPUTF8 is missing)',
  },
  'content-refused': { de: 'Der Inhalt wurde abgelehnt', en: 'The content was refused' },
  'login-not-offered': { de: 'Der Server bietet keine Anmeldung mit Passwort an', en: 'The server offers no login with a password' },
  'connection-lost': { de: 'Die Verbindung brach ab', en: 'The connection was lost' },
};

const stages: Words = {
  host: { de: 'Nachschlagen des Hosts', en: 'looking up the host' },
  connect: { de: 'Verbindungsaufbau', en: 'connecting' },
  tls: { de: 'Verschlüsselung', en: 'encryption' },
  login: { de: 'Anmeldung', en: 'login' },
  sender: { de: 'Absender (MAIL FROM)', en: 'sender (MAIL FROM)' },
  recipient: { de: 'Empfänger (RCPT TO)', en: 'recipient (RCPT TO)' },
  content: { de: 'Inhalt (DATA)', en: 'content (DATA)' },
  'after-content': { de: 'Antwort auf den Inhalt', en: 'reply to the content' },
};

/** A code that has no words stands for itself. */
export function outcomeWords(outcome: string, language: Language): string {
  return outcomes[outcome]?.[language] ?? outcome;
}

export function stageWords(stage: string, language: Language): string {
  return stages[stage]?.[language] ?? stage;
}
