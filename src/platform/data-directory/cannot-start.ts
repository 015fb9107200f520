/** The service does not start, and why, as a sentence that the operator can act on. `main.ts` and the CLI print the message alone. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
