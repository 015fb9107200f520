import { ignore, type ToDo } from '#platform/to-dos/to-do.js';
import type { CompanyEvent } from '../../domain/company/events.js';
import { operatorSlug } from '../../public/organisation.js';

/** The command that registers a company provisions its mailbox itself; this gives it time for that. */
const patienceMs = 10_000;

/** R8: what a crash left between a company and its mailbox. Doing it again meets the mailbox and changes nothing. */
export function mailboxesToProvision(provision: (companyId: string) => Promise<void>): ToDo<CompanyEvent> {
  return {
    name: 'mailboxes_to_provision',
    version: 1,
    on: {
      CompanyRegistered: ({ event, recordedAt }) =>
        event.data.slug === operatorSlug
          ? ignore('the operator sends nothing: what arrives for postmaster@ and abuse@ is read only')
          : { due: new Date(recordedAt.getTime() + patienceMs) },
      SubsidiaryRegistered: () => ignore('subsidiaries use the mailbox of the company'),
      SubsidiaryRenamed: () => ignore('the mailbox has no name'),
      SubsidiaryClosed: () => ignore('the mailbox is the company’s'),
    },
    work: async ({ companyId }) => {
      await provision(companyId);
      return 'done';
    },
  };
}
