export { CandidatesModule } from '../candidates.module.js';
export type { CandidateEvent } from '../domain/candidate/events.js';
export {
  Candidates,
  type ApplicationFacts,
  type ApplicationState,
  type CandidateFacts,
  type NewCandidate,
  type Warning,
} from './candidates.js';
