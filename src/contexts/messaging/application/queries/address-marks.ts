import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { ReadModel } from '#platform/projections/projection.js';
import { addressMac } from '../projections/sent-macs.js';
import type { SentMessagesTables } from '../projections/sent-messages.projection.js';

/** What the history of sending says of an address; for warnings and defaults, so the rows may lag behind. */
export class AddressMarks {
  constructor(
    private readonly readModel: ReadModel<SentMessagesTables>,
    private readonly keys: DataKeys,
  ) {}

  /** Mail to it came back because the address is bad, and nobody has said otherwise since (S17). */
  async isMarked(companyId: string, address: string): Promise<boolean> {
    const row = await this.readModel.rows
      .selectFrom('sent_messages')
      .select('nth')
      .where('company_id', '=', companyId)
      .where('recipient_mac', '=', await addressMac(this.keys, companyId, address))
      .where('marks_address', '=', 1)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Which of the candidate's addresses was written to last. */
  async lastUsed(companyId: string, candidateId: string, addresses: readonly string[]): Promise<string | undefined> {
    const newest = await this.readModel.rows
      .selectFrom('sent_messages')
      .select('recipient_mac')
      .where('company_id', '=', companyId)
      .where('candidate_id', '=', candidateId)
      .orderBy('nth', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest === undefined) return undefined;
    const macs = await Promise.all(addresses.map((address) => addressMac(this.keys, companyId, address)));
    return addresses.find((_, index) => macs[index] === newest.recipient_mac);
  }
}
