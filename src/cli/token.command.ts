import { Command, Option } from 'commander';
import type { Config } from '../platform/config/config.js';
import { readConfig } from '../platform/config/read-config.js';
import { StoreUnreachable } from '../platform/event-store/event-store.port.js';
import { companyIdOf } from '../platform/event-store/identity.js';
import { streamName } from '../platform/event-store/stream-name.js';
import { type Scope, scopes } from '../platform/http/scopes.js';
import { CommandFailed } from './command-failed.js';
import { lifetime } from './lifetime.js';
import { makeToken } from './make-token.js';
import { openLog } from './open-log.js';

interface TokenOptions {
  readonly platform?: true;
  readonly company?: string;
  readonly scope?: readonly string[];
  readonly subsidiary?: readonly string[];
  readonly expires: number;
  readonly subject: string;
}

const ofThePlatform: readonly Scope[] = ['companies:register', 'operations'];

export function tokenCommand(): Command {
  return new Command('token')
    .description('Prints a bearer token of the embedded issuer. Works beside the running service, once that was started.')
    .addOption(new Option('--platform', 'a token for every company, and for registering them').conflicts('company'))
    .option('--company <slug or id>', 'a token for one company')
    .option('--scope <scopes...>', `what it allows; all that fit unless told: ${scopes.join(', ')}`)
    .option('--subsidiary <ids...>', 'limits it to these subsidiaries')
    .addOption(new Option('--expires <time>', 'how long it holds: 30m, 8h, 90d').argParser(lifetime).default(lifetime('8h'), '8h'))
    .option('--subject <name>', 'in whose name; read marks and the rate limit go by it', 'cli')
    .addHelpText('after', '\nExample:\n  npm run --silent cli -- token --company acme --scope messages:read messages:send --expires 1h')
    .action(async (options: TokenOptions) => {
      console.log(await tokenFor(options));
    });
}

async function tokenFor(options: TokenOptions): Promise<string> {
  const config = readConfig(process.env);
  const company = companyOf(options);
  const { subject, subsidiary, expires } = options;
  const limit = subsidiary === undefined ? {} : { subsidiaries: subsidiary };
  const token = await makeToken(config, { subject, company, scopes: scopesOf(options, company), lifetimeSeconds: expires, ...limit });
  await warnOfUnknown(company, config);
  return token;
}

function companyOf({ platform, company }: TokenOptions): string {
  if (platform === true) return '*';
  if (company === undefined) throw new CommandFailed('Say for whom: --platform, or --company <slug or id>.');
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(company)) return company;
  if (!/^[a-z0-9](?:[a-z0-9-]{0,26}[a-z0-9])?$/.test(company))
    throw new CommandFailed('--company must be the slug of a company, such as acme, or its id.');
  return companyIdOf(company);
}

function scopesOf({ scope }: TokenOptions, company: string): readonly Scope[] {
  const possible = company === '*' ? scopes : scopes.filter((each) => !ofThePlatform.includes(each));
  if (scope === undefined) return possible;
  const words = scope.flatMap((each) => each.split(/[\s,]+/)).filter((word) => word !== '');
  const unknown = words.filter((word) => !scopes.some((each) => each === word));
  if (unknown.length > 0) throw new CommandFailed(`There is no scope ${unknown.join(', ')}. The scopes are ${scopes.join(', ')}.`);
  return scopes.filter((each) => words.includes(each));
}

/** A token for a company that is not there finds nothing anywhere; a misspelt slug would look like a fault of the service. */
async function warnOfUnknown(company: string, config: Config): Promise<void> {
  const stream = streamName({ category: 'company', companyId: company, id: company });
  if (stream === undefined) return;
  try {
    if (!(await isThere(stream, config))) process.stderr.write('Mind: no such company is registered (yet).\n');
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    process.stderr.write(`Mind: whether the company is registered could not be asked. ${error.message}\n`);
  }
}

/** Where there is no log yet nobody can be registered, which whoever asks for the first token knows. */
async function isThere(stream: string, config: Config): Promise<boolean> {
  const log = await openLog(config);
  if (log === undefined) return true;
  try {
    return (await log.readStream(stream, { limit: 1 })).length > 0;
  } finally {
    await log.close();
  }
}
