import { once } from 'node:events';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { DoubleLog, Recorded } from './double-log.js';
import { eventMessage, streamNotFound, streamOf } from './messages.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const backwards = 1;

/** A read of a stream or of the whole log. A filter is ignored, as the server ignores it. */
export async function answerRead(call: ReadCall, log: DoubleLog): Promise<void> {
  const found = eventsFor(call.request, log);
  if (found === 'invalid-position') {
    call.emit('error', { code: status.UNKNOWN, details: 'Unexpected ReadAllResult: InvalidPosition' });
    return;
  }
  for (const message of found) await send(call, message);
  call.end();
}

/** Waits where the client takes nothing more: what is not fetched is not sent. Ends silently with the call. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.cancelled || call.destroyed || call.write(message)) return;
  const over = new AbortController();
  const end = () => {
    over.abort();
  };
  call.once('cancelled', end);
  try {
    await once(call, 'drain', { signal: over.signal });
  } catch {
    // The call is over: whoever sends looks at it before the next message.
  }
  call.removeListener('cancelled', end);
}

function eventsFor(request: ReadReq, log: DoubleLog): readonly ReadResp[] | 'invalid-position' {
  const options = request.getOptions();
  const count = Number(options?.getCount() ?? 0);
  const isBackwards = Number(options?.getReadDirection()) === backwards;
  const all = options?.getAll();
  if (all !== undefined) {
    const position = all.getPosition();
    const from = position === undefined ? (all.hasEnd() ? log.events.length : 0) : log.indexAt(BigInt(position.getCommitPosition()));
    return from === undefined
      ? 'invalid-position'
      : window(log.events, isBackwards ? from - 1 : from, count, isBackwards).map(eventMessage);
  }
  const wanted = options?.getStream();
  const stream = streamOf(wanted?.getStreamIdentifier());
  const events = log.ofStream(stream);
  if (events.length === 0) return [streamNotFound(stream)];
  const last = events.length - 1;
  const asked = wanted?.hasRevision() === true ? Number(wanted.getRevision()) : wanted?.hasEnd() === true ? last : 0;
  return window(events, isBackwards ? Math.min(asked, last) : asked, count, isBackwards).map(eventMessage);
}

function window(events: readonly Recorded[], from: number, count: number, isBackwards: boolean): readonly Recorded[] {
  if (!isBackwards) return events.slice(from, from + count);
  return events.slice(Math.max(0, from + 1 - count), from + 1).toReversed();
}
