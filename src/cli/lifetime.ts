import { InvalidArgumentError } from 'commander';

const seconds: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };
const longest = 366 * 86_400;

/** `30m`, `8h`, `90d` in seconds; at most a year. */
export function lifetime(text: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const result = Number(count) * (seconds[unit] ?? Number.NaN);
  if (Number.isNaN(result) || result === 0 || result > longest)
    throw new InvalidArgumentError('It must be a time such as 30m, 8h or 90d, at most a year.');
  return result;
}
