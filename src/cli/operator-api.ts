import type { Config } from '../platform/config/config.js';
import type { ProjectionView } from '../platform/operations/shown-projection.js';
import { CommandFailed } from './command-failed.js';
import { makeToken } from './make-token.js';
import { reachable } from './reachable.js';

/** The running service, asked as its operator. */
export class OperatorApi {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async of(config: Config): Promise<OperatorApi> {
    const token = await makeToken(config, { subject: 'operator', company: '*', scopes: ['operations'], lifetimeSeconds: 8 * 3600 });
    return new OperatorApi(`http://${reachable(config.http.host)}:${config.http.port}/api/v1/operations/projections`, token);
  }

  async projections(): Promise<readonly ProjectionView[]> {
    const listed = await this.ask<{ readonly items: readonly ProjectionView[] }>('GET', '');
    return listed?.items ?? [];
  }

  async projection(name: string): Promise<ProjectionView> {
    const found = (await this.projections()).find((each) => each.name === name);
    if (found === undefined) throw new CommandFailed(`There is no read model ${name} any more.`);
    return found;
  }

  /** Begins a rebuild; `undefined` where there is no such read model. */
  rebuild(name: string): Promise<ProjectionView | undefined> {
    return this.ask<ProjectionView>('POST', `/${encodeURIComponent(name)}/rebuild`);
  }

  private async ask<Answer>(method: string, path: string): Promise<Answer | undefined> {
    const answer = await this.fetched(method, path);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new CommandFailed(`The service answered ${answer.status}: ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  }

  private async fetched(method: string, path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}` };
    try {
      return await fetch(`${this.url}${path}`, { method, headers });
    } catch (cause) {
      throw new CommandFailed(`The service does not answer at ${this.url}: is it running, with this configuration?`, { cause });
    }
  }
}
