import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'kysely';
import { allow, refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import { Cursors, type Page } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import { MessageRows } from '../ports/message-rows.port.js';
import type { MessagesTables } from '../projections/messages/messages.tables.js';
import { type ListedMessage, listedMessage, type Row } from './listed-message.js';

export type Selection = SelectQueryBuilder<MessagesTables, 'messages', Row>;

/** Which page of which list somebody wants to see. */
export interface Wanted {
  /** Names the list and its filters: a cursor of another one is refused. */
  readonly list: string;
  readonly companyId: string;
  /** What the token is limited to. */
  readonly subsidiaries: readonly string[] | undefined;
  readonly page: { readonly cursor?: string; readonly limit: number };
  readonly order: 'oldest-first' | 'newest-first';
  readonly waitFor: Position | undefined;
}

export interface CountedPage extends Page<ListedMessage> {
  /** Of all pages. */
  readonly total: number;
}

/** Pages of messages, by their place in the history. */
@Injectable()
export class MessageLists {
  constructor(
    @Inject(MessageRows) private readonly messages: MessageRows,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async page(wanted: Wanted, filtered: (all: Selection) => Selection): Promise<Outcome<CountedPage, 'cursor-invalid'>> {
    const list = JSON.stringify([wanted.list, wanted.companyId, wanted.subsidiaries ?? '*']);
    const after = this.cursors.read(list, wanted.page.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    if (wanted.waitFor !== undefined) await this.messages.reached(wanted.waitFor);

    const selection = filtered(this.seenBy(wanted.companyId, wanted.subsidiaries));
    const rows = await inOrder(selection, wanted.order, after?.[0])
      .limit(wanted.page.limit + 1)
      .execute();
    const page = pageOf(rows, wanted.page.limit, listedMessage, (last) => this.cursors.make(list, [String(last.nth), last.message_id]));
    return allow({ ...page, total: await this.count(selection) });
  }

  async count(selection: Selection): Promise<number> {
    const { total } = await selection
      .clearSelect()
      .select(({ fn }) => fn.countAll().as('total'))
      .executeTakeFirstOrThrow();
    return Number(total);
  }

  /** All that a token may see; one limited to subsidiaries nothing that belongs to none of them. */
  seenBy(companyId: string, subsidiaries: readonly string[] | undefined): Selection {
    const all = this.messages.rows.selectFrom('messages').selectAll().where('messages.company_id', '=', companyId);
    return subsidiaries === undefined ? all : all.where('messages.subsidiary_id', 'in', subsidiaries);
  }
}

function inOrder(selection: Selection, order: Wanted['order'], after: string | undefined): Selection {
  const sorted = selection.orderBy('messages.nth', order === 'oldest-first' ? 'asc' : 'desc');
  return after === undefined ? sorted : sorted.where('messages.nth', order === 'oldest-first' ? '>' : '<', Number(after));
}
