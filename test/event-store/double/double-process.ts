import { type Child, startChild } from '#test/child/child.js';

/** A double of an EventStoreDB server in a process of its own, for a service that is a process of its own. */
export class DoubleProcess {
  private constructor(
    private readonly child: Child,
    /** What `POSTSTELLE_EVENT_STORE` is set to. */
    readonly address: string,
  ) {}

  static async start(): Promise<DoubleProcess> {
    const child = startChild('event-store/double/double.main.ts');
    await child.said(1);
    return new DoubleProcess(child, child.lines[0] ?? '');
  }

  /** Its log ends with it. */
  async end(): Promise<void> {
    await this.child.kill();
  }
}
