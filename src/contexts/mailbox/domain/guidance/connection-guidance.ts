import { microsoftSubmission } from '../recruiting-mailbox/host-policy.js';
import type { Guidance, GuidanceFacts } from './guidance.js';

const always: readonly Guidance[] = [
  {
    key: 'which-provider-which-way',
    rule: 'R31',
    de: 'Google und Microsoft werden über ihre direkte Integration verbunden, die diese Version noch nicht hat: Google bleibt bis dahin beim eingebauten Dienst, Microsoft 365 lässt sich über SMTP verbinden.',
    en: 'Google and Microsoft are connected by their direct integration, which this version does not have yet: until then Google stays with the built-in service, and Microsoft 365 can be connected over SMTP.',
  },
  {
    key: 'other-providers-over-smtp',
    rule: 'R32',
    de: 'Bei jedem anderen Anbieter wird eine SMTP-Verbindung eingerichtet.',
    en: 'With any other provider an SMTP connection is set up.',
  },
  {
    key: 'smtp-needs-your-it',
    rule: 'R54',
    de: 'Für die SMTP-Verbindung brauchen Sie Ihre IT-Abteilung: sie kennt Host, Port, Verschlüsselung und Account, und sie erlaubt dem Account, von Ihrer Recruiting-Adresse zu senden.',
    en: 'For the SMTP connection you need your IT department: it knows host, port, encryption and account, and it allows the account to send from your recruiting address.',
  },
  {
    key: 'smtp-settings-of-your-server',
    rule: 'R57',
    de: 'Welche SMTP-Einstellungen gelten, bestimmt Ihr Server: Microsoft Exchange Server oder ein anderer, den Sie selbst betreiben.',
    en: 'Which SMTP settings apply depends on your server: Microsoft Exchange Server, or another one that you run yourself.',
  },
];

const ofMicrosoft: readonly Guidance[] = [
  {
    key: 'microsoft-365-requirements',
    rule: 'R58',
    de: 'Microsoft 365 stellt weitere Bedingungen (R74–R82): SMTP AUTH ist für das Postfach eingeschaltet, das Postfach ist lizenziert und nicht freigegeben, Ihr Netzwerk sperrt die Ports 587 und 25 nicht. Direktversand und SMTP-Relay werden nicht unterstützt.',
    en: 'Microsoft 365 has further requirements (R74–R82): SMTP AUTH is switched on for the mailbox, the mailbox is licensed and not shared, your network does not block ports 587 and 25. Direct send and SMTP relay are not supported.',
  },
  {
    key: 'microsoft-shows-the-account-name',
    rule: 'R29',
    de: 'Bei Microsoft sehen Bewerbende den Anzeigenamen des Kontos, was auch immer als «Name absendende Person» gewählt ist.',
    en: 'With Microsoft applicants see the display name of the account, whatever is chosen as sender name.',
  },
];

/** R29, R31, R32, R54, R57, R58. What is Microsoft's is said once it is Microsoft, and before any connection is there. */
export function connectionGuidance({ hosts }: GuidanceFacts): readonly Guidance[] {
  return hosts.length === 0 || hosts.includes(microsoftSubmission) ? [...always, ...ofMicrosoft] : always;
}
