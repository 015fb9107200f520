import { randomUUID } from 'node:crypto';
import { CommandFailed } from '../cli/command-failed.js';

type Json = Readonly<Record<string, unknown>>;

/** The API of a running service, with one token; a refusal ends the demo with its sentence. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Json> {
    const more = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
    return objectOf(await this.ask(path, { method: 'POST', body: JSON.stringify(body), headers: more }));
  }

  async get(path: string): Promise<Json> {
    return objectOf(await this.ask(path, {}));
  }

  text(path: string): Promise<string> {
    return this.ask(path, {});
  }

  private async ask(path: string, { headers, ...init }: { method?: string; body?: string; headers?: Readonly<Record<string, string>> }) {
    const answer = await this.reach(`${this.url}${path}`, { ...init, headers: { authorization: `Bearer ${this.token}`, ...headers } });
    const text = await answer.text();
    if (answer.ok) return text;
    const { detail = text, reason = answer.status } = objectOf(text);
    throw new CommandFailed(`The service refused ${path}: ${String(reason)}. ${String(detail)}`);
  }

  private async reach(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    } catch (cause) {
      throw new CommandFailed(`Nobody answers on ${this.url}: start the service first (npm start).`, { cause });
    }
  }
}

/** The JSON object of an answer, or an empty one. */
function objectOf(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // No JSON: whoever asked for a field finds none.
    return {};
  }
}
