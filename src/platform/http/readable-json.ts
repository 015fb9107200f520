const deepest = 32;

/**
 * Whether everything in parsed JSON can be worked on: `1e400` is a number that is none (RFC 8785 has no form for it), and what is nested
 * without end would exhaust the stack of whoever walks through it.
 */
export function isWorkable(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < deepest && Object.values(value).every((each) => isWorkable(each, depth + 1));
}
