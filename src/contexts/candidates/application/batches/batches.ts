import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import { type Cause, StreamsFactory } from '#platform/event-store/streams.js';
import { Organisation } from '../../../organisation/public/organisation.js';
import { eachOf, type ItemResult, type Named } from './batch.js';

/** Batches of a company: each with one use of its key, whatever its items come to. */
@Injectable()
export class Batches {
  constructor(
    @Inject(StreamsFactory) private readonly streams: Pick<StreamsFactory, 'useKey'>,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  async of<Item extends Named>(items: readonly Item[], cause: Cause, work: (item: Item, cause: Cause) => Promise<ItemResult>) {
    if ((await this.organisation.company(cause.companyId)) === undefined) return refuse('not-found');
    const used = await this.streams.useKey(cause, { category: 'batch', id: cause.commandId });
    return used.ok ? allow({ results: await eachOf(items, cause, work) }) : used;
  }
}
