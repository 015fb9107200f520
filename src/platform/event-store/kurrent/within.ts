/** What took longer than it may. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** The client bounds none of its calls (measured): whoever calls it brings a timer. `signal` is aborted when the time is up. */
export async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const tooLate = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new TooLate(`There was no answer within ${milliseconds} ms.`));
    tooLate.abort();
  }, milliseconds);
  try {
    return await Promise.race([work(tooLate.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
}
