import type { Position } from '#kernel/position.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { ReadModel } from '#platform/projections/projection.js';
import type { Participants } from '../ports/participants.port.js';
import type { ParticipantsTables } from '../projections/participants.projection.js';
import { addressMac } from '../projections/sent-macs.js';

/** {@link Participants} over its projection. */
export class ParticipantsLookUp implements Participants {
  constructor(
    private readonly readModel: ReadModel<ParticipantsTables>,
    private readonly keys: DataKeys,
  ) {}

  async wroteTo(companyId: string, candidateId: string, address: string, at: Position): Promise<boolean> {
    await this.readModel.reached(at);
    const row = await this.readModel.rows
      .selectFrom('participants')
      .select('inbound_message_id')
      .where('company_id', '=', companyId)
      .where('candidate_id', '=', candidateId)
      .where('sender_mac', '=', await addressMac(this.keys, companyId, address))
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }
}
