import type { SubsidiaryFound } from '../events.js';
import type { AddressOwner, RoutableMail, Sent } from './evidence.js';

/** Which subsidiary the message belongs to, and how that was found out; several tags say as little as none. */
export function chosenSubsidiary(
  mail: RoutableMail,
  answered: Sent | undefined,
  owner?: AddressOwner,
  applicationId?: string,
): SubsidiaryFound {
  if (answered !== undefined) return found('answered-message', answered.subsidiaryId);
  const application = owner?.applications.find((one) => one.applicationId === applicationId);
  if (application !== undefined) return found('application', application.subsidiaryId);
  const [tagged, another] = mail.addressedSubsidiaries;
  return tagged !== undefined && another === undefined ? found('tagged-address', tagged) : { how: 'untagged' };
}

function found(how: SubsidiaryFound['how'], subsidiaryId: string | undefined): SubsidiaryFound {
  return subsidiaryId === undefined ? { how } : { how, subsidiaryId };
}
