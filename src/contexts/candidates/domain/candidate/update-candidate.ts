import { accept, refuse } from '#kernel/decision.js';
import { distinctAddresses } from '#kernel/distinct-addresses.js';
import { Personal } from '#kernel/personal.js';
import { mostAddresses } from './most-addresses.js';
import { type Candidate, hasAddress } from './candidate.js';
import { sameApplication } from './differences.js';
import type { AddressAdded, ApplicationOpened } from './events.js';
import { type NewApplication, openApplication } from './open-application.js';

export interface PersonAsSaid {
  readonly addresses: readonly string[];
  readonly application?: NewApplication;
}

/**
 * S32: what a platform says of somebody who is known, in one step or not at all: addresses that are new are added, and the application is
 * opened. One without a name of the platform's is told by what it says, and is opened where there is none like it.
 */
export function updateCandidate(candidate: Candidate, { addresses, application }: PersonAsSaid) {
  const said = distinctAddresses(addresses);
  if (!said.ok) return said;
  const fresh = said.value.filter((address) => !hasAddress(candidate, address));
  if (fresh.length > 0 && candidate.addresses.length + fresh.length > mostAddresses)
    return refuse('too-many-addresses', { field: 'addresses', facts: { most: mostAddresses } });
  if (application?.job.trim() === '') return refuse('job-missing', { field: 'application.job' });
  const opening = application === undefined || isThere(candidate, application) ? accept() : openApplication(candidate, application);
  if (!opening.ok) return opening;
  const added = fresh.map((address): AddressAdded => ({
    type: 'AddressAdded',
    data: { address: Personal.under(candidate.keyId, address) },
  }));
  return accept<AddressAdded | ApplicationOpened>(...added, ...opening.value);
}

function isThere(candidate: Candidate, application: NewApplication): boolean {
  return application.externalId === undefined && sameApplication(candidate, application) !== undefined;
}
