import type { Told } from './told.js';

/** What the router's rules say, by the reason that the event holds. Codes of former versions stay here for ever. */
export const routingWords: Readonly<Record<string, Told>> = {
  'test-mail-came-back': { en: 'It is a test mail of ours that came back.', de: 'Es ist eine eigene Test-Mail, die zurückkam.' },
  'no-test-of-ours': { en: 'It is no test mail of ours.', de: 'Es ist keine eigene Test-Mail.' },
  'own-mail-came-back': { en: 'It is mail of our own that came back.', de: 'Es ist eigene Mail, die zurückkam.' },
  'not-our-own-mail': { en: 'It is not mail of our own.', de: 'Es ist keine eigene Mail.' },
  'no-complaint': { en: 'It is no complaint.', de: 'Es ist keine Beschwerde.' },
  'no-delivery-report': { en: 'It is no delivery report.', de: 'Es ist kein Zustellbericht.' },
  'names-no-message-of-ours': {
    en: 'It is a report, but names no message of this company.',
    de: 'Es ist eine Meldung, nennt aber keine Nachricht dieser Firma.',
  },
  'no-auto-reply': { en: 'It is no automatic reply.', de: 'Es ist keine automatische Antwort.' },
  'answers-no-message-of-ours': { en: 'It answers no message of this company.', de: 'Sie antwortet auf keine Nachricht dieser Firma.' },
  'not-automatic': { en: 'No machine sent it of its own accord.', de: 'Kein Automat hat sie von sich aus gesendet.' },
  'sent-by-a-machine': { en: 'A machine sent it of its own accord.', de: 'Ein Automat hat sie von sich aus gesendet.' },
  'no-list': { en: 'It came over no mailing list.', de: 'Sie kam über keine Mailingliste.' },
  'list-fields': {
    en: 'It came over a mailing list and leads to no candidate.',
    de: 'Sie kam über eine Mailingliste und führt zu niemandem.',
  },
  'list-fields-but-leads-to-somebody': {
    en: 'It came over a mailing list, but leads to a candidate or a message of ours.',
    de: 'Sie kam über eine Mailingliste, führt aber zu einer Person oder einer eigenen Nachricht.',
  },
  'mail-to-a-company': { en: 'It was sent to the company.', de: 'Sie ging an die Firma.' },
  'mail-to-the-operator': { en: 'It was sent to the operator of the service.', de: 'Sie ging an den Betreiber des Dienstes.' },
  readable: { en: 'It could be read completely.', de: 'Sie war vollständig lesbar.' },
  unreadable: { en: 'It could not be read completely.', de: 'Sie war nicht vollständig lesbar.' },
  'no-token': { en: 'It carries no reply token of ours.', de: 'Sie trägt kein Antwortkennzeichen von uns.' },
  'token-unknown': {
    en: 'Its reply token was never given out by this company.',
    de: 'Ihr Antwortkennzeichen hat diese Firma nie vergeben.',
  },
  'answers-nothing': { en: 'It does not say that it answers a message.', de: 'Sie nennt keine Nachricht, auf die sie antwortet.' },
  'candidate-erased': {
    en: 'It belongs to a conversation with somebody whose data were erased.',
    de: 'Sie gehört zu einem Gespräch mit einer Person, deren Daten gelöscht wurden.',
  },
  'evidence-names-several-candidates': {
    en: 'It refers to conversations with several candidates.',
    de: 'Sie verweist auf Gespräche mit mehreren Personen.',
  },
  'evidence-disagrees': { en: 'What it carries leads to different candidates.', de: 'Ihre Merkmale führen zu verschiedenen Personen.' },
  'no-single-sender': { en: 'It names no single sender.', de: 'Sie nennt keinen eindeutigen Absender.' },
  'several-senders': { en: 'It names several senders.', de: 'Sie nennt mehrere Absender.' },
  'no-sender': { en: 'It names no sender.', de: 'Sie nennt keinen Absender.' },
  'sender-never-took-part': {
    en: 'It refers to a conversation in which its sender never took part.',
    de: 'Sie verweist auf ein Gespräch, an dem ihr Absender nie teilnahm.',
  },
  'nothing-forwarded': { en: 'It holds no forwarded mail.', de: 'Sie enthält keine weitergeleitete Mail.' },
  'sender-is-no-employee': { en: 'Its sender is no registered employee.', de: 'Ihr Absender ist keine angemeldete beschäftigte Person.' },
  'forwarded-without-an-address': {
    en: 'An employee forwarded it; the forwarded part names no address.',
    de: 'Eine beschäftigte Person leitete sie weiter; der weitergeleitete Teil nennt keine Adresse.',
  },
  'forwarded-from-an-unknown-address': {
    en: 'An employee forwarded it from an address that no candidate has.',
    de: 'Eine beschäftigte Person leitete sie von einer Adresse weiter, die niemandem gehört.',
  },
  'forwarded-without-proof': {
    en: 'An employee seems to have forwarded it, which is not proven.',
    de: 'Eine beschäftigte Person scheint sie weitergeleitet zu haben, was nicht bewiesen ist.',
  },
  'address-unknown': { en: 'No candidate has the address of its sender.', de: 'Die Adresse des Absenders gehört niemandem.' },
  'no-open-application': {
    en: 'Nobody with the address of its sender has an application that is open or was closed only recently.',
    de: 'Niemand mit dieser Absenderadresse hat eine offene oder kürzlich geschlossene Bewerbung.',
  },
  'several-candidates': {
    en: 'Several candidates with open applications have the address of its sender.',
    de: 'Mehrere Personen mit offenen Bewerbungen haben diese Absenderadresse.',
  },
  'assignment-undone': { en: 'A person took it back from a candidate.', de: 'Die Zuordnung wurde von Hand zurückgenommen.' },
  bounce: { en: 'report that a message did not arrive', de: 'Meldung, dass eine Nachricht nicht ankam' },
  delay: { en: 'report that a message is late', de: 'Meldung, dass sich eine Nachricht verspätet' },
  delivery: { en: 'report that a message arrived', de: 'Meldung, dass eine Nachricht ankam' },
  complaint: { en: 'complaint about a message', de: 'Beschwerde über eine Nachricht' },
  'auto-reply': { en: 'automatic reply', de: 'automatische Antwort' },
};

/** The rules of the ladder by name, and what each asks. */
export const rungWords: Readonly<Record<string, Told>> = {
  'own-test': { en: 'Is it a test mail of ours?', de: 'Ist es eine eigene Test-Mail?' },
  'own-loop': { en: 'Is it our own mail?', de: 'Ist es eigene Mail?' },
  complaint: { en: 'Is it a complaint?', de: 'Ist es eine Beschwerde?' },
  'delivery-report': { en: 'Is it a delivery report?', de: 'Ist es ein Zustellbericht?' },
  'auto-reply': { en: 'Is it an automatic reply?', de: 'Ist es eine automatische Antwort?' },
  'automatic-mail': { en: 'Did a machine send it?', de: 'Kommt sie von einem Automaten?' },
  'mailing-list': { en: 'Did it come over a mailing list?', de: 'Kam sie über eine Mailingliste?' },
  'operator-mail': { en: 'Is it for the operator?', de: 'Ist sie für den Betreiber?' },
  'unreadable-mail': { en: 'Could it be read?', de: 'War sie lesbar?' },
  'conversation-token': { en: 'Does it carry our reply token?', de: 'Trägt sie unser Antwortkennzeichen?' },
  'answered-message': { en: 'Does it answer a message of ours?', de: 'Antwortet sie auf eine unserer Nachrichten?' },
  'forwarded-by-employee': { en: 'Did an employee forward it?', de: 'Hat eine beschäftigte Person sie weitergeleitet?' },
  'sender-address': { en: 'Whose address is the sender’s?', de: 'Wem gehört die Absenderadresse?' },
};
