import { routingWords } from './routing-words.js';
import type { Told } from './told.js';

/** Codes that stand in facts, in words. */
const words: Readonly<Record<string, Told>> = {
  yes: { en: 'yes', de: 'ja' },
  no: { en: 'no', de: 'nein' },
  company: { en: 'the company', de: 'Firma' },
  employee: { en: 'the employee who writes', de: 'schreibende Person' },
  person: { en: 'a person', de: 'ein Mensch' },
  server: { en: 'the server', de: 'Server' },
  service: { en: 'the built-in e-mail service', de: 'den eingebauten E-Mail-Dienst' },
  'local-outbox': { en: 'the local outbox (nothing leaves the machine)', de: 'den lokalen Postausgang (nichts verlässt die Maschine)' },
  relay: { en: 'the relay of the operator', de: 'das Relay des Betreibers' },
  smtp: { en: 'the company’s own SMTP server', de: 'den eigenen SMTP-Server' },
  inherited: { en: 'what the company has chosen', de: 'die Wahl der Firma' },
  smtps: { en: 'TLS from the first octet', de: 'TLS vom ersten Oktett an' },
  starttls: { en: 'STARTTLS, certificate not checked', de: 'STARTTLS ohne Zertifikatsprüfung' },
  'starttls-verified': { en: 'STARTTLS, certificate checked', de: 'STARTTLS mit Zertifikatsprüfung' },
  keep: { en: 'waits on', de: 'warten weiter' },
  'send-by-service': { en: 'leaves over the service', de: 'gehen über den Dienst hinaus' },
  asked: { en: 'somebody asked for it', de: 'auf Wunsch' },
  unused: { en: 'unused for 90 days', de: 'seit 90 Tagen ungenutzt' },
  test: { en: 'a test', de: 'ein Test' },
  check: { en: 'a check', de: 'eine Prüfung' },
  'password-renewed': { en: 'a new password', de: 'ein neues Passwort' },
  delivery: { en: 'a delivery', de: 'eine Zustellung' },
  'own-test': { en: 'test mail of ours', de: 'eigene Test-Mail' },
  'own-loop': { en: 'mail of our own', de: 'eigene Mail' },
  'delivery-report': { en: 'delivery report', de: 'Zustellbericht' },
  automatic: { en: 'automatic mail', de: 'automatische Mail' },
  list: { en: 'mailing list', de: 'Mailingliste' },
  connect: { en: 'connecting', de: 'Verbindungsaufbau' },
  login: { en: 'login', de: 'Anmeldung' },
  sender: { en: 'sender', de: 'Absender' },
  recipient: { en: 'recipient', de: 'Empfänger' },
  content: { en: 'content', de: 'Inhalt' },
  'after-content': { en: 'after the content', de: 'nach dem Inhalt' },
  'only-deliver-to': {
    en: 'this installation delivers to certain addresses only',
    de: 'diese Installation stellt nur bestimmten Adressen zu',
  },
  'connection-needs-attention': { en: 'its connection needs attention', de: 'ihre Verbindung muss repariert werden' },
  'channel-switched': {
    en: 'its connection was switched off and keeps its mail',
    de: 'ihre Verbindung ist ausgeschaltet und behält ihre Mail',
  },
  'too-large-for-channel': {
    en: 'the server of its channel takes no mail so large',
    de: 'der Server ihres Kanals nimmt so große Mail nicht',
  },
  'smtputf8-not-offered': {
    en: 'the server takes no address with such letters before the @ (it offers no SMTPUTF8)',
    de: 'der Server nimmt keine Adresse mit solchen Buchstaben vor dem @ (er bietet kein SMTPUTF8)',
  },
  'connection-restored': { en: 'its connection works again', de: 'ihre Verbindung funktioniert wieder' },
  'login-refused': { en: 'the login was refused', de: 'die Anmeldung wurde abgelehnt' },
  'login-missing': { en: 'the password is not there', de: 'das Passwort fehlt' },
  'sender-refused': { en: 'the sender was refused', de: 'der Absender wurde abgelehnt' },
  'sender-or-login-refused': { en: 'sender or login were refused', de: 'Absender oder Anmeldung wurden abgelehnt' },
  'send-again': { en: 'a person wants it sent again', de: 'ein Mensch will, dass sie erneut gesendet wird' },
};

/** The code in words, or as it stands where it has none: names, ids, times. */
export function wordFor(code: string, language: keyof Told): string {
  const told = Object.hasOwn(words, code) ? words[code] : Object.hasOwn(routingWords, code) ? routingWords[code] : undefined;
  return told === undefined ? code : told[language];
}
