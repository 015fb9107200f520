import { Command, Option } from 'commander';
import { readConfig } from '../platform/config/read-config.js';
import type { Config } from '../platform/config/config.js';
import type { DataKeys } from '../platform/event-store/data-keys.port.js';
import { idBehind } from '../platform/event-store/identity.js';
import { partsOfStream, streamName } from '../platform/event-store/stream-name.js';
import { verifyChain } from '../platform/event-store/verify-chain.js';
import type { StoredEvent } from '../platform/event-store/event-store.port.js';
import { categoryOf, type HistoryKind, isHistoryKind, toldEvent, type ToldEvent } from '../contexts/audit/public/told.js';
import { recordedOrganisation } from '../contexts/organisation/public/recorded.js';
import { CommandFailed } from './command-failed.js';
import { companyIdNamed, orNobody } from './named.js';
import { openLog, type OpenedLog } from './open-log.js';
import { neverStarted, openVault } from './open-vault.js';

interface ReplayOptions {
  readonly company?: string;
  readonly kind?: string;
  readonly language: 'de' | 'en';
  readonly json?: true;
}

export function replayCommand(): Command {
  return new Command('replay')
    .argument('<stream>', 'name of a stream, or the id of a thing (external:<your own id> too) with --company and --kind')
    .description(
      'Prints the history of one stream, event by event, and follows its hash chain. Only reads, also beside the running service; personal fields are never shown.',
    )
    .option('--company <slug or id>', 'whose it is')
    .addOption(new Option('--kind <kind>', 'what it is').choices(Object.keys(categoryOf)))
    .addOption(new Option('--language <language>', 'of the explanations').choices(['de', 'en']).default('en'))
    .option('--json', 'one JSON object for each event')
    .addHelpText('after', '\nExample:\n  npm run cli -- replay 0d2f7c1e-3b5e-5a0c-9d57-0e4a8c7b21f3 --company acme --kind candidates')
    .action(async (named: string, options: ReplayOptions) => {
      await replay(readConfig(process.env), wanted(named, options), options);
    });
}

interface Thing {
  readonly company: string;
  readonly kind: HistoryKind;
  readonly id: string;
}

/** The name of a stream, or what is to be looked for. */
function wanted(named: string, { company, kind }: ReplayOptions): string | Thing {
  if (partsOfStream(named) !== undefined) return named;
  if (company === undefined || kind === undefined || !isHistoryKind(kind))
    throw new CommandFailed('That is no name of a stream. Give <category>-<company id>.<id>, or an id with --company and --kind.');
  return { company, kind, id: named };
}

async function streamOf({ company, kind, id }: Thing, log: OpenedLog, keys: DataKeys): Promise<string> {
  const category = categoryOf[kind];
  const companyId = await companyIdNamed(company, recordedOrganisation(log, keys));
  if (companyId === undefined) throw new CommandFailed(`No company ${company} is registered.`);
  const found = await orNobody(idBehind(keys, companyId, category, id));
  if (found === undefined) throw new CommandFailed(`Nothing of ${company} is called ${id}.`);
  const stream = streamName({ category, companyId, id: kind === 'companies' ? companyId : found });
  if (stream === undefined) throw new CommandFailed(`${id} is no id.`);
  return stream;
}

async function replay(config: Config, what: string | Thing, { language, json }: ReplayOptions): Promise<void> {
  const [log, vault] = [await openLog(config), await openVault(config)];
  if (log === undefined) throw new CommandFailed(neverStarted(config.dataDirectory));
  try {
    const stream = typeof what === 'string' ? what : await streamOf(what, log, vault.dataKeys);
    const events = await log.readStream(stream);
    if (events.length === 0) throw new CommandFailed(`There is no stream ${stream}.`);
    for (const event of events) console.log(shown(await toldEvent(event, vault.dataKeys), language, json === true));
    tellChain(stream, events);
  } finally {
    await Promise.all([log.close(), vault.close()]);
  }
}

function shown(event: ToldEvent, language: 'de' | 'en', json: boolean): string {
  if (json) return JSON.stringify({ ...event, revision: event.revision.toString() });
  const { revision, recordedAt, type, actor, facts, explanation } = event;
  return [`${revision.toString()}  ${recordedAt}  ${type}  by ${actor}`, `   ${explanation[language]}`, `   ${JSON.stringify(facts)}`].join(
    '\n',
  );
}

/** On the error output, so that what --json prints stays JSON. */
function tellChain(stream: string, events: readonly StoredEvent[]): void {
  const [broken] = verifyChain(events).broken;
  if (broken !== undefined)
    throw new CommandFailed(`The hash chain of ${stream} is broken at event ${broken.revision.toString()}: ${broken.fault}.`);
  process.stderr.write(`${events.length} events; their hash chain is whole.\n`);
}
