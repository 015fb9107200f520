import { recordedOrganisation, type RecordedOrganisation } from '../contexts/organisation/public/recorded.js';
import type { Config } from '../platform/config/config.js';
import { StoreUnreachable } from '../platform/event-store/event-store.port.js';
import { externalIdIn } from '../platform/event-store/identity.js';
import { CommandFailed } from './command-failed.js';
import { companyIdNamed, isId, orNobody } from './named.js';
import { openLog } from './open-log.js';
import { neverStarted, openVault } from './open-vault.js';

interface Asked {
  readonly platform?: true;
  readonly company?: string;
  readonly subsidiary?: readonly string[];
}

interface TokenLimits {
  /** An id, or `*` for the platform. */
  readonly company: string;
  readonly subsidiaries?: readonly string[];
}

/**
 * Whom a token is for. One for a company or a subsidiary that is not there finds nothing anywhere, and looks like a fault of the service: it is
 * refused. Where the events cannot be read now, what was typed is taken, with a word on the error output.
 */
export async function tokenLimits({ platform, company, subsidiary }: Asked, config: Config): Promise<TokenLimits> {
  if (platform === true) return asTyped('*', subsidiary);
  if (company === undefined) throw new CommandFailed('Say for whom: --platform, or --company <slug or id>.');
  try {
    return await found(company, subsidiary, config);
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    process.stderr.write(`Mind: whether the company is registered could not be asked. ${error.message}\n`);
    const companyId = await companyIdNamed(company, { companyId: async () => undefined });
    if (companyId === undefined) throw unfound(company);
    return asTyped(companyId, subsidiary);
  }
}

async function found(company: string, subsidiary: Asked['subsidiary'], config: Config): Promise<TokenLimits> {
  const vault = await openVault(config);
  try {
    const log = await openLog(config);
    if (log === undefined) throw new CommandFailed(neverStarted(config.dataDirectory));
    try {
      return await registered(company, subsidiary, recordedOrganisation(log, vault.dataKeys));
    } finally {
      await log.close();
    }
  } finally {
    await vault.close();
  }
}

async function registered(named: string, subsidiary: Asked['subsidiary'], organisation: RecordedOrganisation): Promise<TokenLimits> {
  const companyId = await companyIdNamed(named, organisation);
  const company = companyId === undefined ? undefined : await organisation.company(companyId);
  if (company === undefined) throw new CommandFailed(`No company ${named} is registered.`);
  if (subsidiary === undefined) return { company: company.companyId };
  const subsidiaries: string[] = [];
  for (const each of subsidiary) {
    const id = await orNobody(organisation.subsidiaryId(company.companyId, each));
    const there = company.subsidiaries.find(({ subsidiaryId }) => subsidiaryId === id);
    if (there === undefined) throw new CommandFailed(`${company.slug} has no subsidiary ${each}. ${has(company.subsidiaries)}`);
    subsidiaries.push(there.subsidiaryId);
  }
  return { company: company.companyId, subsidiaries };
}

function has(subsidiaries: readonly { readonly subsidiaryId: string; readonly name: string }[]): string {
  const listed = subsidiaries.map(({ subsidiaryId, name }) => `${subsidiaryId} (${name})`);
  return listed.length === 0 ? 'It has none.' : `It has: ${listed.join(', ')}.`;
}

/** Without a company to look in, only ids say which subsidiaries are meant. */
function asTyped(company: string, subsidiaries: Asked['subsidiary']): TokenLimits {
  if (subsidiaries === undefined) return { company };
  for (const each of subsidiaries) {
    if (externalIdIn(each) !== undefined) throw unfound(each);
    if (!isId(each)) throw new CommandFailed(`${each} is no id of a subsidiary.`);
  }
  return { company, subsidiaries };
}

function unfound(named: string): CommandFailed {
  return new CommandFailed(
    `${named} can only be found in the events of one company: give --company, with the event store running, or an id.`,
  );
}
