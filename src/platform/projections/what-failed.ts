/**
 * What may be kept and logged of an error: its class, its code and the place in the code. Never its message: JSON, SQL and mail
 * libraries quote what they stumbled over, and that may be personal.
 */
export function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${String(error.code)}` : '';
  const place = firstFrame(error);
  const cause = error.cause === undefined ? '' : `, caused by ${whatFailed(error.cause)}`;
  return `${error.name}${code}${place === undefined ? '' : ` ${place}`}${cause}`;
}

/** `at f (file:1:2)`. Looked for after the message, which may itself look like a stack. */
function firstFrame({ stack, message }: Error): string | undefined {
  const frames = stack?.slice((stack.indexOf(message) + 1 || 1) - 1 + message.length) ?? '';
  return /^ {4}(at [\w.<>#$ ]* ?\(?[^()\s]+:\d+:\d+\)?)$/m.exec(frames)?.[1];
}
