import type { Guidance, GuidanceFacts } from './guidance.js';

/** R25, R26, R27: the redirect lies on the company's own mail server. */
export function redirectGuidance({ redirectTarget, individualAddress }: GuidanceFacts): readonly Guidance[] {
  const address = { de: individualAddress ?? 'Ihrer Recruiting-Adresse', en: individualAddress ?? 'your recruiting address' };
  return [
    {
      key: 'redirect-on-your-own-server',
      rule: 'R25',
      de: `Die Umleitung von ${address.de} an ${redirectTarget} wird auf Ihrem eigenen Mailserver eingerichtet, nicht hier. Lassen Sie sich von Ihrer IT-Abteilung helfen. Es muss eine Umleitung sein, keine Weiterleitung: die Kopfzeilen bleiben unverändert.`,
      en: `The redirect from ${address.en} to ${redirectTarget} is set up on your own mail server, not here. Have your IT department help you. It must be a redirect and not a forward: the header stays as it is.`,
    },
    {
      key: 'keep-copies-on-your-server',
      rule: 'R26',
      de: `Behalten Sie Kopien der E-Mails im Posteingang von ${address.de} auf Ihrem Mailserver.`,
      en: `Keep copies of the mails in the inbox of ${address.en} on your mail server.`,
    },
    {
      key: 'forwarding-at-google',
      rule: 'R27',
      de: 'Liegt die Adresse bei Google, lesen Sie Googles Hinweise zum Weiterleiten von E-Mails an Gmail.',
      en: 'Where the address is with Google, read Google’s best practices for forwarding e-mail to Gmail.',
      link: 'https://support.google.com/mail/answer/175365',
    },
  ];
}
