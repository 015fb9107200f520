import type { CandidateEvent } from '../../../candidates/public/index.js';
import type { MailboxEvent } from '../../../mailbox/public/index.js';
import type { InboundMessageEvent, OutboundMessageEvent } from '../../../messaging/public/index.js';
import type { CompanyEvent, EmployeeEvent } from '../../../organisation/public/index.js';
import type { Projection } from '#platform/projections/projection.js';
import { candidateChanges } from '../changes/candidate-changes.js';
import type { ChangesTables } from '../changes/changes.js';
import { mailboxChanges } from '../changes/mailbox-changes.js';
import { organisationChanges } from '../changes/organisation-changes.js';
import { receivedMessageChanges } from '../changes/received-message-changes.js';
import { sentMessageChanges } from '../changes/sent-message-changes.js';

type Told = CompanyEvent | EmployeeEvent | MailboxEvent | CandidateEvent | OutboundMessageEvent | InboundMessageEvent;

/** What platforms that poll are told, each change once and in the order of the log. */
export const changes: Projection<ChangesTables, Told> = {
  name: 'changes',
  version: 1,
  tables: {
    changes: (table) =>
      table
        .addColumn('nth', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('position', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('facts', 'text', (column) => column.notNull()),
  },
  indexes: [
    { on: 'changes', columns: ['company_id', 'nth'] },
    { on: 'changes', columns: ['company_id', 'position'] },
  ],
  on: { ...organisationChanges, ...mailboxChanges, ...candidateChanges, ...sentMessageChanges, ...receivedMessageChanges },
};
