import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface PlainRequest {
  readonly method: string;
  /** As it goes over the wire: nothing is normalised, so that `..` and `%2e` arrive. */
  readonly path: string;
  /** A list is sent as so many headers of the name. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** HTTP without the manners of `fetch`: what no decent client would send. */
export class PlainHttp {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly port: number) {}

  ask({ method, path, headers = {}, body }: PlainRequest): Promise<PlainAnswer> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers, timeout: 20_000 }, (answer) => {
        text(answer).then((told) => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: told });
        }, reject);
      });
      asked.once('timeout', () => asked.destroy(new Error(`${method} ${path.slice(0, 200)} was not answered.`)));
      asked.once('error', reject);
      asked.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
