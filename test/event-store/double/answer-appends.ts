import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { DoubleLog, Expected, Proposed } from './double-log.js';
import { streamIdentifier, streamOf } from './messages.js';

type Request = streams.BatchAppendReq;
type Answer = streams.BatchAppendResp;
export type AppendCall = ServerDuplexStream<Request, Answer>;

const largestAppend = 1024 * 1024;

interface Begun {
  readonly options: streams.BatchAppendReq.Options | undefined;
  readonly events: Proposed[];
}

/** Many appends over one call, each in one or more messages under an id of its own. */
export function answerAppends(call: AppendCall, log: DoubleLog): void {
  const begun = new Map<string, Begun>();
  call.on('data', (request: Request) => {
    const correlation = request.getCorrelationId();
    const id = correlation?.getString() ?? '';
    const append = begun.get(id) ?? { options: request.getOptions(), events: [] };
    append.events.push(...request.getProposedMessagesList().map(proposed));
    begun.set(id, append);
    if (!request.getIsFinal()) return;
    begun.delete(id);
    // Not in the same turn: appends are answered in the order of their durability, not of their arrival.
    setImmediate(() => {
      if (!call.cancelled && !call.destroyed) call.write(answerTo(append, log).setCorrelationId(correlation));
    });
  });
  call.on('end', () => {
    call.end();
  });
}

function answerTo({ options, events }: Begun, log: DoubleLog): Answer {
  const stream = streamOf(options?.getStreamIdentifier());
  const answer = new streams.BatchAppendResp().setStreamIdentifier(streamIdentifier(stream));
  const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
  if (size > largestAppend) return answer.setError(tooLarge());
  const expected = expectedBy(options);
  const outcome = log.append(stream, expected, events);
  if ('wrong' in outcome) return answer.setError(wrongVersion(expected, outcome.wrong.current));
  const position = outcome.last.position.toString();
  return answer.setSuccess(
    new streams.BatchAppendResp.Success()
      .setCurrentRevision(outcome.last.revision.toString())
      .setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position)),
  );
}

function expectedBy(options: streams.BatchAppendReq.Options | undefined): Expected {
  if (options?.hasStreamPosition() === true) return BigInt(options.getStreamPosition());
  if (options?.hasNoStream() === true) return 'no-stream';
  return options?.hasStreamExists() === true ? 'stream-exists' : 'any';
}

function proposed(message: streams.BatchAppendReq.ProposedMessage): Proposed {
  const fields = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: fields.get('type') ?? '',
    contentType: fields.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function wrongVersion(expected: Expected, current: bigint | undefined): statuses.Status {
  const details = new shared.WrongExpectedVersion();
  if (current === undefined) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(current.toString());
  if (typeof expected === 'bigint') details.setExpectedStreamPosition(expected.toString());
  else if (expected === 'no-stream') details.setExpectedNoStream(new empty.Empty());
  else details.setExpectedStreamExists(new empty.Empty());
  return errorWith(details.serializeBinary(), 'event_store.client.WrongExpectedVersion');
}

function tooLarge(): statuses.Status {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(largestAppend);
  return errorWith(details.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded');
}

function errorWith(details: Uint8Array, name: string): statuses.Status {
  const packed = new any.Any();
  packed.pack(details, name);
  return new statuses.Status().setCode(codes.Code.FAILED_PRECONDITION).setDetails(packed);
}
