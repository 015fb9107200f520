import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { HoldAfterRestore } from '#platform/blobs/sweep/hold-after-restore.js';
import { whatFailed } from '#platform/projections/what-failed.js';
import { everyHour } from '#platform/system/every-hour.js';
import { Secrets } from '../../vault/public/secrets.js';
import { CompanyMailboxes } from './company-mailboxes.js';
import { connectionPassword } from './connection-secrets.js';

/** Younger ones may belong to a command under way. */
const keptMs = 24 * 60 * 60_000;

/** Destroys every hour what a crash left between the vault and the decision: passwords that no mailbox knows. */
@Injectable()
export class AbandonedPasswords implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(AbandonedPasswords.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Secrets) private readonly secrets: Secrets,
    private readonly mailboxes: CompanyMailboxes,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(HoldAfterRestore) private readonly hold?: Pick<HoldAfterRestore, 'reason'>,
  ) {}

  onApplicationBootstrap(): void {
    const failed = (message: string) => {
      this.log.error(`Passwords that no mailbox knows could not be looked for: ${message}`);
    };
    this.running = everyHour(() => this.destroy(), failed, this.stopping.signal);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** A log that was restored does not know what came after its backup: then nothing is destroyed until a person says so. */
  async destroy(): Promise<void> {
    if ((await this.hold?.reason()) !== undefined) return;
    const before = new Date(this.clock.now().getTime() - keptMs);
    for (const { secretId, companyId } of await this.secrets.keptBefore(connectionPassword, before)) {
      try {
        await this.destroyUnlessKnown(secretId, companyId);
      } catch (error) {
        this.log.error(`A password of company ${companyId} was kept, because its mailboxes could not be asked: ${whatFailed(error)}`);
      }
    }
  }

  private async destroyUnlessKnown(secretId: string, companyId: string): Promise<void> {
    if ((await this.inUse(companyId)).includes(secretId)) return;
    await this.secrets.destroy(secretId);
    this.log.warn(`A password that no mailbox of company ${companyId} knows was destroyed.`);
  }

  private async inUse(companyId: string): Promise<readonly string[]> {
    const mailboxes = await this.mailboxes.all(companyId);
    if (mailboxes === undefined) throw new Error('The log does not know the company.');
    return mailboxes.flatMap(({ mailbox }) => mailbox.smtp?.secretId ?? []);
  }
}
