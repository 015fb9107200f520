import type { Guidance, GuidanceFacts } from './guidance.js';

const carriers = {
  'local-outbox': {
    de: 'dem lokalen Postausgang dieser Installation: nichts verlässt die Maschine',
    en: 'the local outbox of this installation: nothing leaves the machine',
  },
  relay: { de: 'dem SMTP-Relay des Betreibers', en: 'the operator’s SMTP relay' },
} as const;

/** R7, R9, R18, R89. */
export function serviceGuidance({ carrier, channel }: GuidanceFacts): readonly Guidance[] {
  const { de, en } = carriers[carrier];
  return [
    {
      key: 'where-the-settings-are',
      rule: 'R7',
      de: 'Die Einstellungen liegen unter «Einstellungen» > «Recruiting > Allgemein»: Bearbeiten neben «Recruiting-E-Mail-Einstellungen».',
      en: 'The settings are at Settings > Recruiting > General: the edit button next to “Recruiting e-mail settings”.',
    },
    {
      key: 'who-carries-the-service',
      rule: 'R9',
      de: `Die Dienstadresse gehört zum eingebauten E-Mail-Dienst. Was über ihn gesendet wird, geht hinaus mit ${de}.`,
      en: `The service address belongs to the built-in e-mail service. What is sent over it is carried by ${en}.`,
    },
    {
      key: 'mail-in-the-wrong-place',
      rule: 'R18',
      de: 'Eine E-Mail liegt am falschen Ort? Ihre Seite sagt, nach welcher Regel sie dorthin kam; dort lässt sie sich anders zuordnen, und das lässt sich zurücknehmen. Was niemandem gehört, steht unter «Zuzuweisende Nachrichten».',
      en: 'A mail is in the wrong place? Its page tells by which rule it got there; it can be assigned elsewhere, and that can be undone. What belongs to nobody is under “Messages to assign”.',
    },
    ...(channel === 'smtp' ? [notOverTheService] : []),
  ];
}

const notOverTheService: Guidance = {
  key: 'own-server-own-delivery',
  rule: 'R89',
  de: 'E-Mails gehen jetzt über Ihren eigenen Server hinaus, nicht mehr über den eingebauten Dienst. Zustellprobleme kann nur Ihre IT dort untersuchen; hier ist zu sehen, ob Ihr Server die E-Mail angenommen hat.',
  en: 'Mail leaves over your own server now and no longer over the built-in service. Only your IT can look into delivery problems there; here you see whether your server took the mail.',
};
