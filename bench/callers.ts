/** How often `work` was done in a second, by so many callers who each begin again as soon as they are done. */
export async function callersFor(callers: number, milliseconds: number, work: () => Promise<void>): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const end = begun + milliseconds;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        await work();
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begun);
}
