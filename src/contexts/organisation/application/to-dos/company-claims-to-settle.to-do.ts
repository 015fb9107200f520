import type { Task, ToDo } from '#platform/to-dos/to-do.js';
import type { CompanyClaimed, CompanyClaimLater } from '../../domain/company-claim/events.js';

/** Far longer than a command lives: what has no company by then was cut off by a crash, and its caller got no answer. */
const patienceMs = 10 * 60_000;

/** Claims whose company may never have come to be. */
export function companyClaimsToSettle(settle: (task: Task) => Promise<void>): ToDo<CompanyClaimed | CompanyClaimLater> {
  return {
    name: 'company_claims_to_settle',
    version: 1,
    on: {
      CompanyClaimed: ({ recordedAt }) => ({ due: new Date(recordedAt.getTime() + patienceMs) }),
      CompanyClaimReleased: () => 'done',
    },
    work: async (task) => {
      await settle(task);
      return 'done';
    },
  };
}
