import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '#kernel/clock.js';
import { faultOf } from '../../data-directory/fault.js';
import type { EventStore } from '../../event-store/event-store.port.js';
import { everyHour } from '../../system/every-hour.js';
import type { Blobs } from '../blobs.port.js';
import { sweepBlobs, type Swept } from './sweep-blobs.js';
import type { SweepMark } from './sweep-mark.js';

/** Younger ones may belong to work under way. */
const keptMs = 24 * 60 * 60_000;

export interface SweeperNeeds {
  readonly blobs: Blobs;
  readonly events: Pick<EventStore, 'readStream'>;
  readonly clock: Clock;
  readonly mark: SweepMark;
  /**
   * Why nothing may be removed now, asked before every sweep: after a restore the log does not know the mails that came after its
   * backup, and their blobs are all that is left of them.
   */
  readonly heldBack: () => Promise<string | undefined>;
}

/** Removes every hour what a crash or a refusal left behind: blobs that no event names. */
export class BlobSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('BlobSweep');
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly needs: SweeperNeeds) {}

  onApplicationBootstrap(): void {
    const sweep = async () => {
      this.logger.log({ msg: 'Blobs swept', ...(await this.sweep()) });
    };
    const failed = (message: string) => {
      this.logger.error(`Blobs could not be swept, the next hour tries again: ${message}`);
    };
    this.running = everyHour(sweep, failed, this.stopping.signal);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One sweep now; answers with what it did, or why it was held back. */
  async sweep(): Promise<Swept | { readonly heldBack: string }> {
    const heldBack = await this.needs.heldBack();
    if (heldBack !== undefined) return { heldBack };
    const before = new Date(this.needs.clock.now().getTime() - keptMs);
    const since = await this.needs.mark.read();
    const reportFailure = (blobId: string, error: unknown) => {
      this.logger.warn(`The blob ${blobId} was kept, because its stream could not be asked: ${faultOf(error).message}`);
    };
    const span = since === undefined ? { before } : { since, before };
    const swept = await sweepBlobs({ ...this.needs, reportFailure }, span, this.stopping.signal);
    if (swept.complete) await this.needs.mark.set(before);
    return swept;
  }
}
