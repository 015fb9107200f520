import type { AddressOwner, Application, Sent } from './evidence.js';

/**
 * The application that the evidence names: the answered message's, else the one that all messages of the conversation named, else the
 * only open one. Nothing else is guessed; a person can set it.
 */
export function chosenApplication(
  owner: AddressOwner | undefined,
  answered: Sent | undefined,
  ofConversation: string | undefined,
): string | undefined {
  return answered?.applicationId ?? ofConversation ?? onlyOne(owner?.applications ?? [])?.applicationId;
}

function onlyOne(applications: readonly Application[]): Application | undefined {
  const open = applications.filter((application) => application.open);
  const [only, another] = open.length > 0 ? open : applications;
  return another === undefined ? only : undefined;
}
