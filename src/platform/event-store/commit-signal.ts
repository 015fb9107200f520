/** Tells those who follow the log that something was committed. */
export class CommitSignal {
  private commits = 0;
  private readonly waiting = new Set<() => void>();

  /** Take it before reading: a commit between the read and {@link after} is then not slept through. */
  count(): number {
    return this.commits;
  }

  committed(): void {
    this.commits += 1;
    for (const wake of [...this.waiting]) wake();
  }

  /** Answers at once where there was a commit since `count`, else at the next one or when `signal` is aborted. */
  async after(count: number, signal: AbortSignal): Promise<void> {
    if (this.commits !== count || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      signal.addEventListener('abort', wake);
      this.waiting.add(wake);
    });
  }
}
