import type { ReadModel } from '#platform/projections/projection.js';
import type { CandidateAddressesTables } from '../projections/candidate-addresses.projection.js';
import type { CandidatesTables } from '../projections/candidates.projection.js';

export type CandidateAddressRows = ReadModel<CandidateAddressesTables>;
export const CandidateAddressRows = Symbol('CandidateAddressRows');

export type CandidateRows = ReadModel<CandidatesTables>;
export const CandidateRows = Symbol('CandidateRows');
