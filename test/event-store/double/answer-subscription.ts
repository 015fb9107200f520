import { status } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type ReadCall, send } from './answer-read.js';
import type { DoubleLog, Recorded } from './double-log.js';
import { caughtUp, checkpoint, confirmation, eventMessage } from './messages.js';

/** Events looked at for one checkpoint, matching or not. */
const checkpointEvery = 32;

type FilterOptions = NonNullable<ReturnType<NonNullable<ReturnType<ReadReq['getOptions']>>['getFilter']>>;

/** A subscription to the whole log: what is there, then that it has caught up, then what comes. */
export async function answerSubscription(call: ReadCall, log: DoubleLog): Promise<void> {
  const options = call.request.getOptions();
  const filter = options?.getFilter();
  const wanted = filter === undefined ? () => true : wantedBy(filter);
  await send(call, confirmation());
  const start = options?.getAll()?.getPosition();
  const from = start === undefined ? 0 : log.indexAt(BigInt(start.getCommitPosition()));
  if (from === undefined) {
    call.emit('error', { code: status.INVALID_ARGUMENT, details: 'Trying to read from an invalid position.' });
    return;
  }
  // From a position on means after it; a position beyond the end waits until the log has come so far.
  const after = start === undefined ? -1n : BigInt(start.getCommitPosition());
  await new Follower(call, log, wanted, filter !== undefined).follow(from, after);
}

class Follower {
  private looked = 0;
  private live = false;
  private stir = Promise.withResolvers<void>();

  constructor(
    private readonly call: ReadCall,
    private readonly log: DoubleLog,
    private readonly wanted: (event: Recorded) => boolean,
    private readonly checkpoints: boolean,
  ) {}

  async follow(from: number, after: bigint): Promise<void> {
    const forget = this.log.onCommit(() => {
      this.wake();
    });
    this.call.once('cancelled', () => {
      this.wake();
    });
    let next = from;
    while (!this.call.cancelled && !this.call.destroyed) {
      const { promise } = this.stir;
      const event = this.log.events[next];
      if (event === undefined) await this.waitAtTheEnd(promise);
      else {
        next += 1;
        if (event.position > after) await this.look(event);
      }
    }
    forget();
  }

  private async waitAtTheEnd(stirred: Promise<void>): Promise<void> {
    if (!this.live) {
      // With a filter the server says where it stands before it goes live; where it has sent nothing yet, that is nowhere.
      if (this.checkpoints) await send(this.call, checkpoint(undefined));
      await send(this.call, caughtUp());
    }
    this.live = true;
    await stirred;
  }

  private async look(event: Recorded): Promise<void> {
    if (this.wanted(event)) await send(this.call, eventMessage(event));
    this.looked += 1;
    if (this.checkpoints && this.looked % checkpointEvery === 0) await send(this.call, checkpoint(event.position));
  }

  private wake(): void {
    this.stir.resolve();
    this.stir = Promise.withResolvers();
  }
}

function wantedBy(filter: FilterOptions): (event: Recorded) => boolean {
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const text = (event: Recorded) => (filter.hasStreamIdentifier() ? event.stream : event.type);
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => text(event).startsWith(prefix));
  const form = new RegExp(expression?.getRegex() ?? '');
  return (event) => form.test(text(event));
}
