import { Command } from 'commander';
import { readConfig } from '../../platform/config/read-config.js';
import { settingsTable } from '../../platform/config/settings.js';
import { CommandFailed } from '../command-failed.js';
import { examineDisk } from './examine-disk.js';
import { examineDns } from './examine-dns.js';
import { examineEventStore } from './examine-event-store.js';
import { examineFiles } from './examine-files.js';
import { examineKeys } from './examine-keys.js';
import { examinePorts } from './examine-ports.js';
import type { Finding } from './finding.js';

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', warning: 'warning', wrong: 'WRONG  ' };

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Examines configuration, data directory, keys, disk and ports. Exit code 1 where something is wrong.')
    .option('--dns', 'also asks the DNS for MX, SPF, DKIM and DMARC of the mail domain')
    .option('--settings', 'only prints every variable with its default and its meaning')
    .action(async (options: { readonly dns?: true; readonly settings?: true }) => {
      if (options.settings === true) console.log(settingsTable());
      else await examine(options.dns === true);
    });
}

async function examine(withDns: boolean): Promise<void> {
  const config = readConfig(process.env);
  const findings: Finding[] = [{ state: 'ok', about: 'configuration', sentence: 'Every variable is valid.' }];
  for (const part of [examineDisk, examineEventStore, examineKeys, examineFiles, examinePorts, ...(withDns ? [examineDns] : [])])
    findings.push(...(await part(config)));
  for (const { state, about, sentence } of findings) console.log(`${marks[state]}  ${about}: ${sentence}`);
  const bad = findings.filter(({ state }) => state === 'wrong').length;
  if (bad > 0) throw new CommandFailed(bad === 1 ? 'One thing is wrong.' : `${bad} things are wrong.`);
}
