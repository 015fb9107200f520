import { CommandFailed } from '../cli/command-failed.js';

/** The field of a mail's header, unfolded. */
export function field(raw: string, name: string): string {
  const [header = ''] = raw.split(/\r?\n\r?\n/, 1);
  const line = header
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (line === undefined) throw new CommandFailed(`The mail in the outbox has no ${name}.`);
  return line.slice(name.length + 1).trim();
}

/** The address of `Name <address>`, or the text itself. */
export function addressIn(text: string): string {
  return /<([^>]+)>/.exec(text)?.[1] ?? text;
}
