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
  'mailbox.individual-address-set': {
    en: 'The individual address is {address}; it shows once its channel is active.',
    de: 'Die individuelle E-Mail-Adresse ist {address}; sie wird sichtbar, sobald ihr Kanal aktiv ist.',
  },
  'mailbox.individual-address-cleared': {
    en: 'The individual address {address} was taken out; mail to it is still recognised.',
    de: 'Die individuelle E-Mail-Adresse {address} wurde entfernt; E-Mails an sie werden weiter erkannt.',
  },
  'mailbox.smtp-connection-established': {
    en: '{host} took login and sender on port {port} ({#encryption}), with the account {account}.',
    de: '{host} hat auf Port {port} ({#encryption}) Anmeldung und Absender angenommen, mit dem Account {account}.',
  },
  'mailbox.channel-switched': {
    en: 'Mail leaves over {#to} now, not over {#from} any more. Waiting mail: {#waitingMail}.',
    de: 'E-Mails gehen jetzt über {#to} hinaus, nicht mehr über {#from}. Wartende E-Mails: {#waitingMail}.',
  },
  'mailbox.waiting-mail-decided': {
    en: 'Something else was said of the mail that still waits: it {#waitingMail}.',
    de: 'Über die noch wartenden E-Mails wurde anders entschieden: sie {#waitingMail}.',
  },
  'mailbox.password-renewed': {
    en: 'The password of the connection was renewed; the server took it.',
    de: 'Das Passwort der Verbindung wurde erneuert; der Server hat es angenommen.',
  },
  'mailbox.channel-disconnected': {
    en: 'The connection over {#channel} was given up and its password destroyed ({#why}).',
    de: 'Die Verbindung über {#channel} wurde aufgegeben und ihr Passwort vernichtet ({#why}).',
  },
  'mailbox.connection-tested': {
    en: 'A test over {#channel} ended: {#outcome}, reply {code}.',
    de: 'Ein Test über {#channel} endete: {#outcome}, Antwort {code}.',
  },
  'mailbox.connection-impaired': {
    en: 'The connection needs attention: {#reason} at {#stage}, reply {code}. Its mail is held.',
    de: 'Die Verbindung braucht Aufmerksamkeit: {#reason} bei {#stage}, Antwort {code}. Ihre E-Mails werden zurückgehalten.',
  },
  'mailbox.connection-restored': {
    en: 'The connection works again ({#by}).',
    de: 'Die Verbindung funktioniert wieder ({#by}).',
  },
  'mailbox.connection-proven': {
    en: 'A first mail has left over the connection ({#by}).',
    de: 'Eine erste E-Mail hat die Verbindung verlassen ({#by}).',
  },
  'mailbox.redirect-test-started': {
    en: 'A test mail went to {address}; it comes back where the redirect works.',
    de: 'Eine Test-E-Mail ging an {address}; sie kommt zurück, wenn die Umleitung funktioniert.',
  },
  'mailbox.redirect-test-not-sent': {
    en: 'The test mail of the redirect did not leave ({#reason}): nothing can come back of it.',
    de: 'Die Test-E-Mail der Umleitung ging nicht hinaus ({#reason}): es kann nichts zurückkommen.',
  },
  'mailbox.redirect-confirmed': {
    en: 'A test mail to {address} came back: its redirect works.',
    de: 'Eine Test-E-Mail an {address} kam zurück: die Umleitung funktioniert.',
  },
  'address-claim.claimed': {
    en: 'The mailbox {mailboxId} claimed an individual address.',
    de: 'Das Postfach {mailboxId} hat eine individuelle E-Mail-Adresse belegt.',
  },
  'address-claim.released': {
    en: 'The individual address of the mailbox {mailboxId} is free again.',
    de: 'Die individuelle E-Mail-Adresse des Postfachs {mailboxId} ist wieder frei.',
  },
};
