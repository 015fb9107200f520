import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfig } from '../platform/config/read-config.js';
import type { ProjectionView } from '../platform/operations/shown-projection.js';
import { CommandFailed } from './command-failed.js';
import { OperatorApi } from './operator-api.js';

const everyMs = 500;

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .argument('[projection]', 'name of a read model; without one they are listed')
    .description(
      'Asks the running service to fill a read model anew beside the one that is read, and to swap it in. It goes on if you leave.',
    )
    .action(async (name?: string) => {
      const api = await OperatorApi.of(readConfig(process.env));
      if (name === undefined) await list(api);
      else await rebuild(api, name);
    });
}

async function list(api: OperatorApi): Promise<void> {
  for (const each of await api.projections()) console.log(lineOf(each));
}

async function rebuild(api: OperatorApi, name: string): Promise<void> {
  let now = await api.rebuild(name);
  if (now === undefined)
    throw new CommandFailed(`There is no read model ${name}. They are: ${(await api.projections()).map((each) => each.name).join(', ')}.`);
  for (let told = ''; now.rebuild !== undefined; now = await api.projection(name)) {
    if (now.rebuild.state === 'stopped')
      throw new CommandFailed(
        `${name} met an event that it cannot handle, at ${now.rebuild.position ?? 'the beginning'}. The former rows go on being read.`,
      );
    const line = `${name}: ${now.rebuild.state}, at ${now.rebuild.position ?? 'the beginning'} of ${now.position ?? 'nothing'}`;
    if (line !== told) console.log(line);
    told = line;
    await pause(everyMs);
  }
  console.log(`${name} is rebuilt: ${lineOf(now)}`);
}

function lineOf({ name, version, state, position, lagSeconds, rebuild: shadow }: ProjectionView): string {
  const more = shadow === undefined ? '' : `, being rebuilt (${shadow.state})`;
  return `${name} version ${version}: ${state}, ${lagSeconds} s behind, at ${position ?? 'the beginning'}${more}`;
}
