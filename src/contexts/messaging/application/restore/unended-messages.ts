import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { DataKeyMissing } from '#platform/event-store/data-keys.port.js';
import { EventDecoder, UnreadableEvent } from '#platform/event-store/event-decoder.port.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { partsOfStream } from '#platform/event-store/stream-name.js';
import { doubtAfterRestore, restoredFromBackup } from '../../domain/outbound-message/doubt-after-restore.js';
import type { OutboundMessageEvent } from '../../domain/outbound-message/events.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';

const begin: OutboundMessageEvent['type'] = 'MessageQueued';
const ends: readonly OutboundMessageEvent['type'][] = [
  'MessageAccepted',
  'WrittenToLocalOutbox',
  'MessageRejected',
  'MessageGivenUp',
  'MessageCancelled',
];

/**
 * The messages that a restored log leaves without an end. Found in the log itself by the types of its events: read models may be of another history
 * still, and a message whose key is missing must not be missed.
 */
@Injectable()
export class UnendedMessages {
  private readonly log = new Logger('Restore');

  constructor(
    @Inject(EventStore) private readonly store: Pick<EventStore, 'readAll' | 'compare'>,
    @Inject(EventDecoder) private readonly decoder: Pick<EventDecoder, 'storedTypeOf'>,
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
  ) {}

  /** Every one that began up to there is uncertain from now on. A repeat is the same command: it leaves alone what a person has released since. */
  async doubt(upTo: Position | undefined): Promise<'done' | 'unfinished'> {
    if (upTo === undefined) return 'done';
    let [doubted, unreadable] = [0, 0];
    for (const stream of await this.unended(upTo)) {
      if (await this.doubtOne(stream, upTo)) doubted += 1;
      else unreadable += 1;
    }
    if (doubted > 0)
      this.log.warn(
        `${doubted} messages have no end in the log and may have left since. They wait for a person: confirm-delivered or send-again.`,
      );
    return unreadable === 0 ? 'done' : 'unfinished';
  }

  private async unended(upTo: Position): Promise<ReadonlySet<string>> {
    const [begun, ended] = [this.stored(begin), new Set(ends.map((type) => this.stored(type)))];
    const unended = new Set<string>();
    let after: Position | undefined;
    for (let last = false; !last;) {
      const page = await this.store.readAll(after, { types: [begun, ...ended] });
      for (const { type, stream, position } of page.events) {
        if (this.store.compare(position, upTo) > 0) return unended;
        if (type === begun) unended.add(stream);
        else unended.delete(stream);
      }
      after = page.next;
      last = page.end;
    }
    return unended;
  }

  /** False where its stream cannot be read. Then it cannot be sent by this program either, and the next start tries again. */
  private async doubtOne(stream: string, upTo: Position): Promise<boolean> {
    const { companyId, id } = partsOfStream(stream) ?? unnamed(stream);
    try {
      const decided = await this.messages.decide(id, serviceCause(companyId, restoredFromBackup, `${id}@${upTo}`), doubtAfterRestore);
      if (!decided.ok) throw new Error(`The message ${id} could not be made uncertain: ${decided.refusal.reason}.`);
      return true;
    } catch (error) {
      if (!(error instanceof UnreadableEvent || error instanceof DataKeyMissing)) throw error;
      this.log.error(`The message ${id} cannot be read: ${error.message}`);
      return false;
    }
  }

  private stored(type: string): string {
    const stored = this.decoder.storedTypeOf(type);
    if (stored === undefined) throw new Error(`Nobody has announced ${type}.`);
    return stored;
  }
}

function unnamed(stream: string): never {
  throw new Error(`${stream} is no stream of a company.`);
}
