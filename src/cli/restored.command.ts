import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readConfig } from '../platform/config/read-config.js';
import { DataDirectory } from '../platform/data-directory/data-directory.js';
import { layoutOf } from '../platform/data-directory/data-directory-layout.js';
import { declaredRestore, RestoreMark } from '../platform/restore/restore-mark.js';
import { CommandFailed } from './command-failed.js';
import { neverStarted } from './open-vault.js';

export function restoredCommand(): Command {
  return new Command('restored')
    .description('Says, while the service is stopped, that its data were put back from a backup: the next start sends nothing twice.')
    .action(async () => {
      await declareRestore(readConfig(process.env).dataDirectory);
      console.log('Noted. At the next start every message without an end becomes uncertain, and a person says whether it is sent again.');
    });
}

/** Held meanwhile, so that it is never said to a service that is at work already. */
async function declareRestore(path: string): Promise<void> {
  if (!existsSync(layoutOf(path).vault)) throw new CommandFailed(neverStarted(path));
  const directory = await DataDirectory.hold(path);
  try {
    await new RestoreMark(directory.layout.restored).write(declaredRestore);
  } finally {
    directory.release();
  }
}
