import type { CandidateEvent } from '../../../candidates/public/index.js';
import { change } from '../../domain/changes/public-change.js';
import { type Changes, tells } from './changes.js';

/** Of candidates and their applications. */
export const candidateChanges: Changes<CandidateEvent> = {
  CandidateRegistered: tells((_, candidateId) => change('candidate.registered', { candidateId })),
  AddressAdded: tells((_, candidateId) => change('candidate.address-added', { candidateId })),
  AddressRemoved: tells((_, candidateId) => change('candidate.address-removed', { candidateId })),
  ApplicationOpened: tells(({ applicationId, subsidiaryId }, candidateId) =>
    change('application.opened', { candidateId, applicationId, subsidiaryId }),
  ),
  ApplicationRejected: tells(({ applicationId }, candidateId) => change('application.rejected', { candidateId, applicationId })),
  ApplicationWithdrawn: tells(({ applicationId }, candidateId) => change('application.withdrawn', { candidateId, applicationId })),
  ApplicationHired: tells(({ applicationId }, candidateId) => change('application.hired', { candidateId, applicationId })),
  ApplicationReopened: tells(({ applicationId }, candidateId) => change('application.reopened', { candidateId, applicationId })),
};
