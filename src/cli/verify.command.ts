import { Command } from 'commander';
import type { Config } from '../platform/config/config.js';
import { readConfig } from '../platform/config/read-config.js';
import { type ChainFault, type Verification, verifyStore } from '../platform/event-store/verify-chain.js';
import { CommandFailed } from './command-failed.js';
import { openLog } from './open-log.js';
import { neverStarted } from './open-vault.js';

const words: Readonly<Record<ChainFault, string>> = {
  'revision-gap': 'an event before it is missing, or it stands twice',
  'previous-hash-differs': 'the event before it, or what it says of it, was changed',
  'metadata-unreadable': 'its metadata cannot be read',
  'event-unreadable': 'it cannot be read',
};

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Follows the hash chain of every stream of the whole store. Exit code 1 where something was damaged.')
    .action(async () => {
      const verification = await verifyLog(readConfig(process.env));
      console.log(`${verification.events} events in ${verification.streams} streams were read.`);
      if (verification.broken.length > 0) throw new CommandFailed(damage(verification));
      console.log('Every chain is whole.');
    });
}

async function verifyLog(config: Config): Promise<Verification> {
  const log = await openLog(config);
  if (log === undefined) throw new CommandFailed(neverStarted(config.dataDirectory));
  try {
    return await verifyStore(log);
  } finally {
    await log.close();
  }
}

function damage({ broken }: Verification): string {
  const [first] = broken;
  if (first === undefined) return 'Nothing is damaged.';
  return `${broken.length} events are not as they were written. The first: event ${first.revision.toString()} of ${first.stream}: ${words[first.fault]}.`;
}
