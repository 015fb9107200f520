import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Caller } from '#platform/http/asked.js';
import type { MessageClassified } from '../../domain/inbound-message/events.js';
import { isGone } from '../../domain/inbound-message/is-gone.js';
import { isSeenWithin } from '../../domain/inbound-message/subsidiary.js';
import { ParsedMails } from '../parsing/parsed-mails.port.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** Received messages, as far as a caller may see them; whatever else is not found. */
@Injectable()
export class SeenMessages {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(ParsedMails) private readonly parsedMails: ParsedMails,
  ) {}

  /** The message, with or without its content left. */
  async find(messageId: string, { companyId, subsidiaries }: Caller) {
    const loaded = await this.messages.load(companyId, messageId);
    return loaded !== undefined && isSeenWithin(subsidiaries, loaded.state) ? allow(loaded) : refuse('not-found');
  }

  /** The message with its content, or `erased`. */
  async withContent(messageId: string, caller: Caller) {
    const found = await this.find(messageId, caller);
    if (!found.ok) return found;
    return isGone(found.value.state) ? refuse('erased') : allow(found.value.state);
  }

  /** What the parser found in it. */
  async parsed(messageId: string, caller: Caller) {
    const found = await this.withContent(messageId, caller);
    if (!found.ok) return found;
    const blobId = parsedBlobOf(found.value.classified);
    if (blobId === undefined) return refuse('not-readable', { facts: { why: found.value.classified?.unreadable ?? 'not-parsed-yet' } });
    const parsed = await this.parsedMails.read(blobId);
    return parsed === 'erased' ? refuse('erased') : allow(parsed);
  }
}

function parsedBlobOf(classified: MessageClassified['data'] | undefined): string | undefined {
  return classified?.parsedBlobId;
}
