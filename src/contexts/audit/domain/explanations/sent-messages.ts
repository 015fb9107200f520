import type { Explanations } from '../told.js';

export const sentMessagesExplained: Explanations = {
  'outbound-message.queued': {
    en: 'The message to the candidate {candidateId} was accepted for sending from the mailbox {mailboxId}.',
    de: 'Die Nachricht an die Person {candidateId} wurde zum Versand aus dem Postfach {mailboxId} angenommen.',
  },
  'outbound-message.delivery-attempt-started': {
    en: 'Attempt {attempt} began over {#channel}, carried by {#transport}; channel, sender and content are fixed from here on.',
    de: 'Versuch {attempt} begann über {#channel}, befördert durch {#transport}; Kanal, Absender und Inhalt stehen ab hier fest.',
  },
  'outbound-message.accepted': {
    en: 'The message was accepted for delivery, on the word of {#by}. That it arrived is not proven by this.',
    de: 'Die Nachricht wurde zur Zustellung angenommen, nach Auskunft von: {#by}. Dass sie ankam, ist damit nicht bewiesen.',
  },
  'outbound-message.written-to-local-outbox': {
    en: 'The message was written to the local outbox ({file}). Nothing left the machine.',
    de: 'Die Nachricht wurde in den lokalen Postausgang geschrieben ({file}). Nichts hat die Maschine verlassen.',
  },
  'outbound-message.deferred': {
    en: 'The attempt failed at the stage «{#stage}» ({#reason}, code {code}); the next one is at {retryAt}.',
    de: 'Der Versuch scheiterte an der Stelle «{#stage}» ({#reason}, Code {code}); der nächste folgt um {retryAt}.',
  },
  'outbound-message.rejected': {
    en: 'The message was refused for good at the stage «{#stage}» ({#reason}, code {code}).',
    de: 'Die Nachricht wurde an der Stelle «{#stage}» endgültig abgelehnt ({#reason}, Code {code}).',
  },
  'outbound-message.delivery-uncertain': {
    en: 'Nobody knows whether the message left ({#reason}). It is not sent again by itself: a person decides.',
    de: 'Ob die Nachricht hinausging, ist unbekannt ({#reason}). Sie wird nicht von selbst erneut gesendet: Ein Mensch entscheidet.',
  },
  'outbound-message.given-up': {
    en: 'Every attempt failed for {afterHours} hours and sending was given up ({#reason}, code {code}).',
    de: 'Nach {afterHours} Stunden vergeblicher Versuche wurde der Versand aufgegeben ({#reason}, Code {code}).',
  },
  'outbound-message.cancelled': {
    en: 'A person cancelled the message before it left.',
    de: 'Die Nachricht wurde vor dem Versand von Hand zurückgezogen.',
  },
  'outbound-message.held': { en: 'The message is held back ({#reason}).', de: 'Die Nachricht wird zurückgehalten ({#reason}).' },
  'outbound-message.released': {
    en: 'The message was released for sending ({#reason}).',
    de: 'Die Nachricht wurde zum Versand freigegeben ({#reason}).',
  },
  'outbound-message.delivered': {
    en: 'A report says that the message arrived (received message {reportId}).',
    de: 'Eine Meldung besagt, dass die Nachricht ankam (empfangene Nachricht {reportId}).',
  },
  'outbound-message.delay-reported': {
    en: 'A report says that the message is late; it may still arrive (received message {reportId}, status {status}).',
    de: 'Eine Meldung besagt, dass sich die Nachricht verspätet; sie kann noch ankommen (empfangene Nachricht {reportId}, Status {status}).',
  },
  'outbound-message.bounced': {
    en: 'A report says that the message did not arrive (received message {reportId}, status {status}, for good: {hard}).',
    de: 'Eine Meldung besagt, dass die Nachricht nicht ankam (empfangene Nachricht {reportId}, Status {status}, endgültig: {hard}).',
  },
  'outbound-message.complained-about': {
    en: 'The recipient complained about the message (received message {reportId}).',
    de: 'Über die Nachricht wurde eine Beschwerde gemeldet (empfangene Nachricht {reportId}).',
  },
  'outbound-message.bounce-mark-cleared': {
    en: 'A person cleared the warning that the address bounced.',
    de: 'Der Hinweis, dass die Adresse unzustellbar war, wurde von Hand gelöscht.',
  },
  'automatic-answer.given': {
    en: 'An automatic message ({outboundMessageId}) answered this address; for seven days no other one does.',
    de: 'Eine automatische Nachricht ({outboundMessageId}) antwortete dieser Adresse; sieben Tage lang folgt keine weitere.',
  },
};
