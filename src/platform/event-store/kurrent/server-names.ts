import { partsOfStream, streamNamePattern } from '../stream-name.js';

/**
 * How the streams of this service are called on the server. With a namespace they have it before them, so that several services share a
 * server: `staging.candidate-<company id>.<id>`; a service without one sees none of these, because no category has a dot.
 */
export class ServerNames {
  /** Outside the form of every stream of the service, so that no reader meets it. */
  readonly identityStream: string;
  private readonly prefix: string;

  constructor(readonly namespace?: string) {
    this.prefix = namespace === undefined ? '' : `${namespace}.`;
    this.identityStream = `${this.prefix}poststelle-store`;
  }

  onServer(stream: string): string {
    return `${this.prefix}${stream}`;
  }

  /** `undefined` for a stream that is not this service's. */
  ofService(streamOnServer: string): string | undefined {
    if (!streamOnServer.startsWith(this.prefix)) return undefined;
    const stream = streamOnServer.slice(this.prefix.length);
    return partsOfStream(stream) === undefined ? undefined : stream;
  }

  /** Of the streams on the server, as the text of a regular expression; `categories` narrows it. */
  pattern(categories?: readonly string[]): string {
    const own = streamNamePattern(categories);
    return this.namespace === undefined ? own : own.replace(/^\^/, `^${this.namespace}\\.`);
  }
}
