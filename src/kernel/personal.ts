const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * Personal data under the key of the person they concern. Only the sealer of the event store can write it down;
 * everything else that serialises it (a log line, an error, a careless response) gets a placeholder.
 */
export class Personal<T> {
  private constructor(
    readonly keyId: string,
    private readonly content: { readonly value: T } | 'erased',
  ) {}

  static under<T>(keyId: string, value: T) {
    return new Personal(keyId, { value });
  }

  static erased<T>(keyId: string) {
    return new Personal<T>(keyId, 'erased');
  }

  read<R>(cases: { known: (value: T) => R; erased: () => R }): R {
    return this.content === 'erased' ? cases.erased() : cases.known(this.content.value);
  }

  toJSON() {
    return '[personal]';
  }

  [inspect]() {
    return '[personal]';
  }
}
