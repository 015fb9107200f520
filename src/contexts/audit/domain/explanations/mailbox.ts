import type { Explanations } from '../told.js';

export const mailboxExplained: Explanations = {
  'mailbox.provisioned': {
    en: 'The recruiting mailbox was made with the service address {serviceLocalPart}@….',
    de: 'Das Recruiting-Postfach wurde mit der Dienstadresse {serviceLocalPart}@… angelegt.',
  },
  'mailbox.sender-name-chosen': {
    en: 'Applicants see the name of {#senderName} as sender.',
    de: 'Bewerbende sehen als Absender den Namen: {#senderName}.',
  },
};
