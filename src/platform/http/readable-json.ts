const deepest = 32;

/**
 * Whether everything in parsed JSON can be worked on: `1e400` is a number that is none and `"\ud800"` half a character (RFC 8785 has no form
 * for either), and what is nested without end would exhaust the stack of whoever walks through it.
 */
export function isWorkable(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return depth < deepest && Object.entries(value).every(([name, each]) => name.isWellFormed() && isWorkable(each, depth + 1));
}
