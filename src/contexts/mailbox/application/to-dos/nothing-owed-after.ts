import { ignore } from '#platform/to-dos/to-do.js';

const reason = 'it changes neither addresses nor passwords';

/** Events of a mailbox that nothing is owed after, whatever else a list of work says of the others. */
export const nothingOwedAfter = {
  MailboxProvisioned: () => ignore(reason),
  SenderNameChosen: () => ignore(reason),
  ConnectionTested: () => ignore(reason),
  ConnectionImpaired: () => ignore(reason),
  ConnectionRestored: () => ignore(reason),
  ConnectionProven: () => ignore(reason),
  RedirectTestStarted: () => ignore(reason),
  RedirectTestNotSent: () => ignore(reason),
  WaitingMailDecided: () => ignore(reason),
  RedirectConfirmed: () => ignore(reason),
};
