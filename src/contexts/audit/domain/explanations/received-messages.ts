import type { Explanations } from '../told.js';

export const receivedMessagesExplained: Explanations = {
  'inbound-message.received': {
    en: 'The mail ({size} octets) was stored durably and then accepted from the sending server.',
    de: 'Die Mail ({size} Oktette) wurde dauerhaft gespeichert und dann dem sendenden Server bestätigt.',
  },
  'inbound-message.received-again': {
    en: 'The same mail arrived once more over another path; it stays one message.',
    de: 'Dieselbe Mail kam auf einem anderen Weg noch einmal an; sie bleibt eine Nachricht.',
  },
  'inbound-message.classified': {
    en: 'The mail was read and found to be: {#kind}. Evidence: {evidence}.',
    de: 'Die Mail wurde gelesen und erkannt als: {#kind}. Anhaltspunkte: {evidence}.',
  },
  'inbound-message.routed-to-candidate': {
    en: 'The router brought it to the candidate {candidateId} (application: {applicationId}).',
    de: 'Sie wurde der Person {candidateId} zugestellt (Bewerbung: {applicationId}).',
  },
  'inbound-message.queued-for-assignment': {
    en: 'It waits in messages to assign. {#reason}',
    de: 'Sie liegt unter «Zuzuweisende Nachrichten». {#reason}',
  },
  'inbound-message.filed': {
    en: 'It was filed as {#as} on the sent message {outboundMessageId}.',
    de: 'Sie wurde als {#as} bei der gesendeten Nachricht {outboundMessageId} abgelegt.',
  },
  'inbound-message.report-passed-on': {
    en: 'The sent message {outboundMessageId} knows of the report.',
    de: 'Die Meldung ist bei der gesendeten Nachricht {outboundMessageId} vermerkt.',
  },
  'inbound-message.set-aside': {
    en: 'It was set aside as {#as}; it stays findable under messages to assign. {#reason}',
    de: 'Sie wurde beiseitegelegt als {#as}; unter «Zuzuweisende Nachrichten» bleibt sie auffindbar. {#reason}',
  },
  'inbound-message.quarantined': {
    en: 'It could not be read after {attempts} attempts and was put aside whole ({#reason}).',
    de: 'Sie war nach {attempts} Versuchen nicht lesbar und wurde unverändert beiseitegelegt ({#reason}).',
  },
  'inbound-message.assigned': {
    en: 'A person assigned it to the candidate {candidateId} (address learned: {teachesAddress}).',
    de: 'Sie wurde von Hand der Person {candidateId} zugeordnet (Adresse gelernt: {teachesAddress}).',
  },
  'inbound-message.reassigned': {
    en: 'A person moved it from the candidate {from} to {candidateId} (address learned: {teachesAddress}).',
    de: 'Sie wurde von Hand von der Person {from} zu {candidateId} verschoben (Adresse gelernt: {teachesAddress}).',
  },
  'inbound-message.assignment-undone': {
    en: 'A person took it back from the candidate {candidateId}.',
    de: 'Die Zuordnung zur Person {candidateId} wurde von Hand zurückgenommen.',
  },
  'inbound-message.application-set': {
    en: 'A person said that it belongs to the application {applicationId}.',
    de: 'Sie wurde von Hand der Bewerbung {applicationId} zugeordnet.',
  },
  'inbound-message.dismissed': { en: 'A person dismissed it.', de: 'Sie wurde von Hand verworfen.' },
  'inbound-message.opened': { en: 'Somebody opened it ({reader}).', de: 'Sie wurde geöffnet ({reader}).' },
  'inbound-message.marked-new': { en: 'Somebody marked it as new again ({reader}).', de: 'Sie wurde wieder als neu markiert ({reader}).' },
  'inbound-message.handled': {
    en: 'It was marked as handled: no answer is owed.',
    de: 'Sie wurde als erledigt markiert: Es ist keine Antwort offen.',
  },
  'inbound-message.handling-reopened': { en: 'It is no longer marked as handled.', de: 'Sie ist nicht mehr als erledigt markiert.' },
  'inbound-message.expiry-announced': {
    en: 'It was announced that it will be deleted in {daysLeft} days, on {expiresAt}.',
    de: 'Es wurde angekündigt, dass sie in {daysLeft} Tagen, am {expiresAt}, gelöscht wird.',
  },
  'inbound-message.expiry-confirmation-requested': {
    en: 'Nobody has opened it: an administrator must confirm before it is deleted.',
    de: 'Niemand hat sie geöffnet: Vor der Löschung muss die Administration zustimmen.',
  },
  'inbound-message.expired': {
    en: 'Its time was over and it was deleted (confirmed by an administrator: {confirmedByAdministrator}).',
    de: 'Ihre Frist war abgelaufen und sie wurde gelöscht (von der Administration bestätigt: {confirmedByAdministrator}).',
  },
  'refused-mail.too-large': {
    en: 'A mail of more than {limit} octets was refused; its sender was told so.',
    de: 'Eine Mail mit mehr als {limit} Oktetten wurde abgelehnt; das wurde dem Absender mitgeteilt.',
  },
};
