import type { Track } from './track.js';

/** A track that runs, can be stopped, and can go on from where it was. */
export class TrackRun {
  #ending = new AbortController();
  #running: Promise<void> | undefined;

  constructor(readonly track: Track) {}

  start(): void {
    this.#ending = new AbortController();
    this.#running = this.track.run(this.#ending.signal);
  }

  /** Answers when what was begun is committed or rolled back. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    this.#running = undefined;
  }

  /** Only from inside the track's own step. */
  async readToEnd(): Promise<void> {
    await this.track.readToEnd(this.#ending.signal);
  }
}
