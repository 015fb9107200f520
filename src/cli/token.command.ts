import { Command, Option } from 'commander';
import { readConfig } from '../platform/config/read-config.js';
import { type Scope, scopes } from '../platform/http/scopes.js';
import { CommandFailed } from './command-failed.js';
import { lifetime } from './lifetime.js';
import { makeToken } from './make-token.js';
import { tokenLimits } from './token-limits.js';

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
    .option('--company <slug or id>', 'a token for one company; external:<your own id> too')
    .option('--scope <scopes...>', `what it allows; all that fit unless told: ${scopes.join(', ')}`)
    .option('--subsidiary <ids...>', 'limits it to these subsidiaries, by id or external:<your own id>')
    .addOption(new Option('--expires <time>', 'how long it holds: 30m, 8h, 90d').argParser(lifetime).default(lifetime('8h'), '8h'))
    .option('--subject <name>', 'in whose name; read marks and the rate limit go by it', 'cli')
    .addHelpText('after', '\nExample:\n  npm run --silent cli -- token --company acme --scope messages:read messages:send --expires 1h')
    .action(async (options: TokenOptions) => {
      console.log(await tokenFor(options));
    });
}

async function tokenFor(options: TokenOptions): Promise<string> {
  const config = readConfig(process.env);
  const { subject, expires: lifetimeSeconds } = options;
  const limits = await tokenLimits(options, config);
  return makeToken(config, { subject, ...limits, scopes: scopesOf(options, limits.company), lifetimeSeconds });
}

function scopesOf({ scope }: TokenOptions, company: string): readonly Scope[] {
  const possible = company === '*' ? scopes : scopes.filter((each) => !ofThePlatform.includes(each));
  if (scope === undefined) return possible;
  const words = scope.flatMap((each) => each.split(/[\s,]+/)).filter((word) => word !== '');
  const unknown = words.filter((word) => !scopes.some((each) => each === word));
  if (unknown.length > 0) throw new CommandFailed(`There is no scope ${unknown.join(', ')}. The scopes are ${scopes.join(', ')}.`);
  return scopes.filter((each) => words.includes(each));
}
