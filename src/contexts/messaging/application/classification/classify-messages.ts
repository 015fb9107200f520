import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { EventRefused } from '#platform/event-store/event-store.port.js';
import { errorForLog } from '#platform/observability/error-for-log.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { classify } from '../../domain/inbound-message/classification/classify.js';
import type { MessageReceived } from '../../domain/inbound-message/events.js';
import { quarantineMessage } from '../../domain/inbound-message/quarantine-message.js';
import { recordClassification } from '../../domain/inbound-message/record-classification.js';
import { MailDefeatedParser, MailParser } from '../parsing/mail-parser.port.js';
import type { ParsedMail } from '../parsing/parsed-mail.js';
import { ParsedMails } from '../parsing/parsed-mails.port.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { classifiedFacts } from './classified-facts.js';
import { TestMarks } from '../own-tests/test-marks.js';
import { OwnMessages } from './own-messages.js';

/** The third attempt that a mail defeats is the last. */
const mostAttempts = 3;
/**
 * A service that is killed for other reasons takes whatever it is at with it, innocent mail too. Parsing happens in a thread with bounds of
 * its own, so a mail that ends the whole service is rare: it is believed of a mail only after so many ends.
 */
const mostEndsOfService = 30;
/** A fault of the house is asked again so much later, without end. */
const repairMs = 30_000;

/** Where the work of one mail goes from here. */
type Next = 'done' | { readonly again: Date } | undefined;

/** Parses a received mail in a thread and says what it is, or puts it into quarantine after it has defeated the parser three times. */
@Injectable()
export class ClassifyMessages {
  private readonly log = new Logger('Classification');

  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(MailParser) private readonly parser: MailParser,
    @Inject(ParsedMails) private readonly parsedMails: ParsedMails,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
    private readonly ownMessages: OwnMessages,
    private readonly testMarks: TestMarks,
  ) {}

  async work(task: Task): Promise<Next> {
    try {
      return await this.attempt(task);
    } catch (fault) {
      const blamed = blameOf(fault);
      if (blamed !== undefined && task.attempt >= mostAttempts) return this.quarantine(task, blamed);
      // Thrown, it counts as an attempt of this mail; on the way down it counts as none.
      if (blamed !== undefined || task.signal.aborted) throw fault;
      this.log.error(
        { ...errorForLog(fault), message: task.streamId },
        'A received mail cannot be looked at now; it is tried again until it can.',
      );
      return { again: new Date(this.clock.now().getTime() + repairMs) };
    }
  }

  private async attempt(task: Task): Promise<Next> {
    const found = await this.messages.load(task.companyId, task.streamId);
    if (found === undefined || found.state.place.is !== 'received') return 'done';
    if (task.attempt > mostEndsOfService) return this.quarantine(task, 'ended-the-service');

    const { received } = found.state;
    const [raw, key] = [await this.blobs.read(received.blobId), await this.keys.find(received.keyId)];
    // Erased before anybody looked at it: nothing is left to classify, and the erasure is its history's last word.
    if (raw === 'erased' || key === 'destroyed') return 'done';
    const parsed = await this.parser.parse(raw, task.signal);
    const parsedBlobId = await this.parsedMails.keep(task.companyId, task.streamId, key, parsed);
    return this.record(task, received, parsed, parsedBlobId);
  }

  private async record(
    { companyId, streamId }: Task,
    received: MessageReceived['data'],
    parsed: ParsedMail,
    parsedBlobId: string,
  ): Promise<undefined> {
    const testId = await this.testMarks.testIn(companyId, parsed.mail.messageId);
    const found = classify({
      ...(testId === undefined ? {} : { testId }),
      mail: parsed.mail,
      envelopeSender: received.envelopeSender.read({ known: (sender) => sender, erased: () => '' }),
      bearsOwnMessageId: await this.ownMessages.include(companyId, parsed.mail.messageId),
    });
    // Whatever an unreadable mail seems to be, part of it was not read: a person looks at it.
    const classification = parsed.unreadable === undefined ? found : { kind: 'person' as const, evidence: ['unreadable'] };
    const facts = { ...classifiedFacts(received.keyId, parsed, parsedBlobId, classification), ...(testId === undefined ? {} : { testId }) };
    const recorded = await this.messages.decide(streamId, serviceCause(companyId, 'classify', streamId), (message) =>
      recordClassification(message, facts),
    );
    if (!recorded.ok) throw new Error(`A classification was not recorded: ${recorded.refusal.reason}.`);
    return undefined;
  }

  private async quarantine({ companyId, streamId, attempt }: Task, reason: string): Promise<undefined> {
    this.log.warn({ message: streamId, reason, attempt }, 'A mail is put into quarantine; its raw bytes are kept for a person.');
    const cause = serviceCause(companyId, 'quarantine', streamId);
    const recorded = await this.messages.decide(streamId, cause, (message) => quarantineMessage(message, reason, attempt));
    if (!recorded.ok) throw new Error(`A quarantine was not recorded: ${recorded.refusal.reason}.`);
    return undefined;
  }
}

/** Why the mail itself is to blame; `undefined` where the house is, which never brings a mail into quarantine. */
function blameOf(fault: unknown): string | undefined {
  if (fault instanceof MailDefeatedParser) return fault.reason;
  return fault instanceof EventRefused ? 'cannot-be-recorded' : undefined;
}
