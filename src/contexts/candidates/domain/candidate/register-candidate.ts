import { allow, refuse } from '#kernel/decision.js';
import { distinctAddresses } from '#kernel/distinct-addresses.js';
import { Personal } from '#kernel/personal.js';
import { mostAddresses } from './most-addresses.js';
import type { AddressAdded, ApplicationOpened, CandidateRegistered } from './events.js';
import { type NewApplication, opened } from './open-application.js';

export interface NewPerson {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly externalId?: string;
  readonly application?: NewApplication;
}

export type Registration = readonly [CandidateRegistered, ...(AddressAdded | ApplicationOpened)[]];

/** P4, P7, decision "A candidate is a person in a company": profile, addresses and first application in one step. */
export function registerCandidate(keyId: string, person: NewPerson) {
  const name = person.name.trim();
  if (name === '') return refuse('name-missing', { field: 'name' });
  const addresses = distinctAddresses(person.addresses);
  if (!addresses.ok) return addresses;
  if (addresses.value.length > mostAddresses) return refuse('too-many-addresses', { field: 'addresses', facts: { most: mostAddresses } });
  if (person.application?.job.trim() === '') return refuse('job-missing', { field: 'application.job' });

  const externalId = person.externalId === undefined ? {} : { externalId: Personal.under(keyId, person.externalId) };
  return allow<Registration>([
    { type: 'CandidateRegistered', data: { keyId, name: Personal.under(keyId, name), ...externalId } },
    ...addresses.value.map((address): AddressAdded => ({
      type: 'AddressAdded',
      data: { address: Personal.under(keyId, address) },
    })),
    ...(person.application === undefined ? [] : [opened(keyId, person.application)]),
  ]);
}
