import { randomUUID } from 'node:crypto';
import type { StartedService } from './started-service.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text where it is none. */
  readonly body: unknown;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** A caller of the HTTP API with one token. */
export class Api {
  constructor(
    private readonly service: StartedService,
    readonly token: string | undefined,
  ) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask('GET', path, { headers });
  }

  /** A command; every call has an Idempotency-Key of its own unless one is given. */
  post(path: string, body: unknown = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> {
    return this.ask('POST', path, { ...ask, body });
  }

  async ask(method: string, path: string, { body, headers = {}, key = randomUUID() }: Ask): Promise<Answer> {
    const answer = await fetch(`${this.service.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, headers: answer.headers, body: parsed(await answer.text()) };
  }

  /** A query as raw bytes. */
  async bytes(path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> {
    const answer = await fetch(`${this.service.url}/api/v1${path}`, { headers: { authorization: `Bearer ${this.token ?? ''}` } });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
