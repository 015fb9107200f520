import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Projection, TableShape } from '#platform/projections/projection.js';
import type { CandidateEvent } from '../../domain/candidate/events.js';
import { addressDigest, nameDigest } from '../digests.js';

export interface CandidateAddressesTables {
  candidate_addresses: { company_id: string; digest: string; candidate_id: string };
  candidate_names: { company_id: string; digest: string; candidate_id: string };
}

const digests: TableShape = (table) =>
  table
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('candidate_id', 'text', (column) => column.notNull());

/** Whose address, and whose name, by a keyed HMAC that is computed here and stored in no event. A look-up that decides: routing asks it. */
export function candidateAddresses(keys: DataKeys): Projection<CandidateAddressesTables, CandidateEvent> {
  return {
    name: 'candidate_addresses',
    version: 2,
    decides: true,
    tables: { candidate_addresses: digests, candidate_names: digests },
    indexes: [
      { on: 'candidate_addresses', columns: ['company_id', 'digest', 'candidate_id'], unique: true },
      { on: 'candidate_names', columns: ['company_id', 'digest', 'candidate_id'], unique: true },
    ],
    on: {
      CandidateRegistered: async ({ event: { data }, companyId, streamId }, rows) => {
        const name = data.name.read({ known: (text) => text, erased: () => undefined });
        if (name === undefined) return; // Erased: there is nothing left to find the person by.
        const digest = await nameDigest(keys, companyId, name);
        await rows.insertInto('candidate_names').values({ company_id: companyId, digest, candidate_id: streamId }).execute();
      },
      AddressAdded: async ({ event: { data }, companyId, streamId }, rows) => {
        const address = data.address.read({ known: (text) => text, erased: () => undefined });
        if (address === undefined) return; // Erased, as above.
        const digest = await addressDigest(keys, companyId, address);
        await rows
          .insertInto('candidate_addresses')
          .values({ company_id: companyId, digest, candidate_id: streamId })
          // Both forms of one internationalised domain, from when they were two addresses.
          .onConflict((row) => row.columns(['company_id', 'digest', 'candidate_id']).doNothing())
          .execute();
      },
      AddressRemoved: async ({ event: { data }, companyId, streamId }, rows) => {
        const address = data.address.read({ known: (text) => text, erased: () => undefined });
        if (address === undefined) return; // Erased: it was never inserted.
        const digest = await addressDigest(keys, companyId, address);
        await rows
          .deleteFrom('candidate_addresses')
          .where('company_id', '=', companyId)
          .where('digest', '=', digest)
          .where('candidate_id', '=', streamId)
          .execute();
      },
    },
  };
}
