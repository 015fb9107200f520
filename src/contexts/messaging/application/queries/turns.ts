/** Work that needs much memory, a few at once: others wait for their turn, and too many are turned away. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** `busy` where too many wait already; then nothing was begun. */
  async take<Answer>(work: () => Promise<Answer>): Promise<Answer | 'busy'> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) return 'busy';
      // Whoever ends hands his turn on, so that nobody overtakes.
      await new Promise<void>((start) => this.waiting.push(start));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
