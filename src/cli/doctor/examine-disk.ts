import { access, constants, statfs } from 'node:fs/promises';
import type { Config } from '../../platform/config/config.js';
import { type Finding, ok, warning, wrong } from './finding.js';

const gigabyte = 1024 ** 3;

export async function examineDisk({ dataDirectory }: Pick<Config, 'dataDirectory'>): Promise<readonly Finding[]> {
  try {
    await access(dataDirectory, constants.R_OK | constants.W_OK);
  } catch {
    // Not there, or not ours: the sentence covers both.
    return [wrong('data directory', `${dataDirectory} is not there yet, or this user may not write to it. The first start makes it.`)];
  }
  const { bavail, bsize } = await statfs(dataDirectory);
  const free = (bavail * bsize) / gigabyte;
  const space = `${free.toFixed(1)} GB are free under ${dataDirectory}.`;
  return [ok('data directory', `${dataDirectory} can be read and written.`), free < 1 ? warning('disk', space) : ok('disk', space)];
}
