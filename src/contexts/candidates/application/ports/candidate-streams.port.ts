import type { Streams } from '#platform/event-store/streams.js';
import type { Candidate } from '../../domain/candidate/candidate.js';
import type { CandidateChanged, CandidateRegistered } from '../../domain/candidate/events.js';

export type CandidateStreams = Streams<Candidate, CandidateRegistered, CandidateChanged>;
export const CandidateStreams = Symbol('CandidateStreams');
