/** What went wrong in a command, as a sentence; nothing else is printed of it. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
