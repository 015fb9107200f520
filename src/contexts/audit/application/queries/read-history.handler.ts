import { Inject, Optional } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { idBehind } from '#platform/event-store/identity.js';
import { streamName } from '#platform/event-store/stream-name.js';
import { NamedCompanies } from '#platform/http/access/named-companies.port.js';
import { Cursors } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import { categoryOf } from '../../domain/kinds-of-history.js';
import { belongsTo } from '../../domain/subsidiaries-of-history.js';
import { shownFacts } from '../shown-facts.js';
import { toldEvent } from '../told-event.js';
import { type HistoryWanted, ReadHistory } from './read-history.query.js';

@QueryHandler(ReadHistory)
export class ReadHistoryHandler implements IQueryHandler<ReadHistory> {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Optional() @Inject(NamedCompanies) private readonly companies?: NamedCompanies,
  ) {}

  async execute({ wanted }: ReadHistory) {
    const stream = await this.streamOf(wanted);
    if (stream === undefined) return refuse('not-found');
    const list = `history of ${stream}`;
    const after = this.cursors.read(list, wanted.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    if (wanted.subsidiaries !== undefined && !(await this.isTheirs(stream, wanted, wanted.subsidiaries))) return refuse('not-found');

    const from = after === undefined ? 0n : BigInt(after[0]) + 1n;
    const events = await this.store.readStream(stream, { from, limit: wanted.limit + 1 });
    if (events.length === 0 && after === undefined) return refuse('not-found');
    const told = await Promise.all(events.map((event) => toldEvent(event, this.keys)));
    return allow(
      pageOf(
        told,
        wanted.limit,
        (event) => event,
        (last) => this.cursors.make(list, [last.revision.toString(), last.eventId]),
      ),
    );
  }

  /** The company is part of the name, so that another one's id names nothing here. */
  private async streamOf({ companyId, kind, id }: HistoryWanted): Promise<string | undefined> {
    const category = categoryOf[kind];
    const named = kind === 'companies' ? await this.companies?.companyId(id) : undefined;
    return streamName({ category, companyId, id: named ?? (await idBehind(this.keys, companyId, category, id)) });
  }

  /** Streams are short (under a hundred events), so the whole of one is looked at. */
  private async isTheirs(stream: string, { kind }: HistoryWanted, subsidiaries: readonly string[]): Promise<boolean> {
    const events = await this.store.readStream(stream);
    return belongsTo(kind, await Promise.all(events.map(({ data }) => shownFacts(data, this.keys))), subsidiaries);
  }
}
