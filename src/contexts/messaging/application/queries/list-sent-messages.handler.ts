import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import type { Caller } from '#platform/http/asked.js';
import { Cursors } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import type { OutboundState } from '../../domain/outbound-message/outbound-message.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SentRows } from '../ports/sent-rows.port.js';
import { ListSentMessages } from './list-sent-messages.query.js';
import { type SentMessageLine, sentMessageLine } from './sent-message.js';

@QueryHandler(ListSentMessages)
export class ListSentMessagesHandler implements IQueryHandler<ListSentMessages> {
  constructor(
    @Inject(SentRows) private readonly sent: SentRows,
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async execute({ state, caller, page, waitFor }: ListSentMessages) {
    const { companyId, subsidiaries } = caller;
    const list = JSON.stringify(['sent-messages', companyId, state ?? '*', subsidiaries ?? '*']);
    const after = this.cursors.read(list, page.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    if (waitFor !== undefined) await this.sent.reached(waitFor);

    const rows = await this.rows(caller, state, after?.[0], page.limit + 1);
    const ids = pageOf(
      rows,
      page.limit,
      (row) => row.outbound_message_id,
      (last) => this.cursors.make(list, [String(last.nth), last.outbound_message_id]),
    );
    const lines = await Promise.all(ids.items.map((id) => this.line(companyId, id)));
    return allow({ ...ids, items: lines.filter((line) => line !== undefined) });
  }

  private rows({ companyId, subsidiaries }: Caller, state: OutboundState | undefined, after: string | undefined, limit: number) {
    const all = this.sent.rows.selectFrom('sent_messages').select(['nth', 'outbound_message_id']).where('company_id', '=', companyId);
    const seen = subsidiaries === undefined ? all : all.where('subsidiary_id', 'in', subsidiaries);
    const inState = state === undefined ? seen : seen.where('state', '=', state);
    const following = after === undefined ? inState : inState.where('nth', '<', Number(after));
    return following.orderBy('nth', 'desc').limit(limit).execute();
  }

  /** What is personal is read where it can be forgotten: the rows hold none of it. */
  private async line(companyId: string, id: string): Promise<SentMessageLine | undefined> {
    const loaded = await this.messages.load(companyId, id);
    return loaded && sentMessageLine(id, loaded);
  }
}
