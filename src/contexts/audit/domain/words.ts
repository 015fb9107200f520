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
  'send-again': { en: 'a person wants it sent again', de: 'ein Mensch will, dass sie erneut gesendet wird' },
};

/** The code in words, or as it stands where it has none: names, ids, times. */
export function wordFor(code: string, language: keyof Told): string {
  const told = Object.hasOwn(words, code) ? words[code] : Object.hasOwn(routingWords, code) ? routingWords[code] : undefined;
  return told === undefined ? code : told[language];
}
