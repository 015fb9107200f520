export function median(values: readonly number[]): number {
  return at(values, 50);
}

/** The median, and between what the middle half lies. */
export function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${at(values, 25).toFixed(0)} to ${at(values, 75).toFixed(0)})`;
}

/** Rounded to a tenth. */
export function percentile(values: readonly number[], percent: number): string {
  return at(values, percent).toFixed(1);
}

function at(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
