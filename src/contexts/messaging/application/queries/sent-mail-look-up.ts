import type { Selectable } from 'kysely';
import type { Position } from '#kernel/position.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { ReadModel } from '#platform/projections/projection.js';
import { addressMac, tokenMac } from '../projections/sent-macs.js';
import { bareMessageId, type SentTokensTables } from '../projections/sent-tokens.projection.js';
import type { SentConversation, SentMail, SentMessage } from './sent-mail.js';

type Row = Selectable<SentTokensTables['sent_tokens']>;

/** {@link SentMail} over the projection of tokens. */
export class SentMailLookUp implements SentMail {
  constructor(
    private readonly tokens: ReadModel<SentTokensTables>,
    private readonly keys: DataKeys,
  ) {}

  async byConversationToken(companyId: string, token: string, at: Position): Promise<SentConversation | undefined> {
    await this.tokens.reached(at);
    const mac = await tokenMac(this.keys, companyId, token);
    const rows = await this.of(companyId).where('conversation_mac', '=', mac).orderBy('nth', 'desc').execute();
    const [newest] = rows;
    if (newest === undefined) return undefined;
    const applicationIds = new Set(rows.flatMap(({ application_id }) => application_id ?? []));
    return { candidateId: newest.candidate_id, newest: sentMessage(newest), applicationIds: [...applicationIds] };
  }

  async byEnvelopeToken(companyId: string, token: string, at: Position): Promise<SentMessage | undefined> {
    await this.tokens.reached(at);
    const mac = await tokenMac(this.keys, companyId, token);
    const row = await this.of(companyId).where('envelope_mac', '=', mac).executeTakeFirst();
    return row && sentMessage(row);
  }

  async byMessageId(companyId: string, messageId: string, at: Position): Promise<SentMessage | undefined> {
    await this.tokens.reached(at);
    const row = await this.of(companyId).where('message_id', '=', bareMessageId(messageId)).executeTakeFirst();
    return row && sentMessage(row);
  }

  async wroteTo(companyId: string, candidateId: string, address: string, at: Position): Promise<boolean> {
    await this.tokens.reached(at);
    const mac = await addressMac(this.keys, companyId, address);
    const row = await this.of(companyId).where('candidate_id', '=', candidateId).where('recipient_mac', '=', mac).executeTakeFirst();
    return row !== undefined;
  }

  private of(companyId: string) {
    return this.tokens.rows.selectFrom('sent_tokens').selectAll().where('company_id', '=', companyId);
  }
}

function sentMessage(row: Row): SentMessage {
  return {
    outboundMessageId: row.outbound_message_id,
    candidateId: row.candidate_id,
    automatic: row.automatic === 1,
    ...(row.application_id === null ? {} : { applicationId: row.application_id }),
    ...(row.subsidiary_id === null ? {} : { subsidiaryId: row.subsidiary_id }),
  };
}
