import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type sendUnaryData, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { answerAppends, type AppendCall } from './answer-appends.js';
import { answerRead, type ReadCall } from './answer-read.js';
import { answerSubscription } from './answer-subscription.js';
import type { DoubleLog } from './double-log.js';

const host = '127.0.0.1';

/** As servers do: calls beyond these on one connection wait without an error. */
const options = { 'grpc.max_concurrent_streams': 100 };

/** A double of an EventStoreDB node, over a log that outlives it. */
export class DoubleServer {
  private server: Server | undefined;
  private port = 0;

  constructor(
    private readonly log: DoubleLog,
    private readonly readyAfterMs = 0,
  ) {}

  /** Listens on `port`, or on any that is free, and answers which. */
  async start(port = this.port): Promise<number> {
    const server = new Server(options);
    const readyAt = Date.now() + this.readyAfterMs;
    server.addService(StreamsService, this.streams(readyAt));
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: Answer<features.SupportedMethods>) => {
        answer(null, supported());
      },
    });
    server.addService(GossipService, {
      read: (_: unknown, answer: Answer<gossip.ClusterInfo>) => {
        answer(null, this.cluster());
      },
    });
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    this.server = server;
    return this.port;
  }

  /** At once, whatever is in flight: what was recorded and not answered stays so. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  private streams(readyAt: number) {
    const { log } = this;
    return {
      read(call: ReadCall): void {
        if (Date.now() < readyAt) call.emit('error', { code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
        else own(call, call.request.getOptions()?.hasSubscription() === true ? answerSubscription(call, log) : answerRead(call, log));
      },
      batchAppend(call: AppendCall): void {
        if (Date.now() < readyAt) call.emit('error', { code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
        else answerAppends(call, log);
      },
      append: unsupported,
      delete: unsupported,
      tombstone: unsupported,
    };
  }

  private cluster(): gossip.ClusterInfo {
    const here = new gossip.EndPoint().setAddress(host).setPort(this.port);
    const leader = new gossip.MemberInfo().setIsAlive(true).setState(gossip.MemberInfo.VNodeState.LEADER).setHttpEndPoint(here);
    return new gossip.ClusterInfo().setMembersList([leader]);
  }
}

type Answer<Value> = sendUnaryData<Value>;

function supported(): features.SupportedMethods {
  const methods = ['read', 'append', 'batchappend', 'delete', 'tombstone'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('double').setMethodsList(methods);
}

function unsupported(call: { emit(name: 'error', error: unknown): unknown }): void {
  call.emit('error', { code: status.UNIMPLEMENTED, details: 'The double does not do this.' });
}

function own(call: ReadCall, work: Promise<void>): void {
  work.catch((error: unknown) => {
    call.emit('error', { code: status.INTERNAL, details: String(error) });
  });
}
