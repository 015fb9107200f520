import type { Task, ToDo } from '#platform/to-dos/to-do.js';
import type { ApplicationClaimed, ApplicationClaimLater } from '../../domain/application-claim/events.js';

/** Far longer than a command lives: what has no application by then was cut off by a crash, and its caller got no answer. */
const patienceMs = 10 * 60_000;

/** Claims whose application may never have come to be. */
export function applicationClaimsToSettle(settle: (task: Task) => Promise<void>): ToDo<ApplicationClaimed | ApplicationClaimLater> {
  return {
    name: 'application_claims_to_settle',
    version: 1,
    on: {
      ApplicationClaimed: ({ recordedAt }) => ({ due: new Date(recordedAt.getTime() + patienceMs) }),
      ApplicationClaimReleased: () => 'done',
    },
    work: async (task) => {
      await settle(task);
      return 'done';
    },
  };
}
