/** What took longer than it may. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What bounded work is given. */
export interface Bounds {
  /** Aborted when the time is up. */
  readonly over: AbortSignal;
  /** Something came: the time begins anew, so that much is not taken for nothing. */
  readonly goesOn: () => void;
}

/** The client bounds none of its calls (measured): whoever calls it brings a timer. */
export async function within<T>(milliseconds: number, work: (bounds: Bounds) => Promise<T>): Promise<T> {
  const tooLate = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new TooLate(`There was no answer within ${milliseconds} ms.`));
    tooLate.abort();
  }, milliseconds);
  try {
    return await Promise.race([work({ over: tooLate.signal, goesOn: () => timer.refresh() }), promise]);
  } finally {
    clearTimeout(timer);
  }
}
