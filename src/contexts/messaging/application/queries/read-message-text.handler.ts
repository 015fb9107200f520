import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { ReadMessageText } from './read-message-text.query.js';
import { SeenMessages } from './seen-messages.js';

@QueryHandler(ReadMessageText)
export class ReadMessageTextHandler implements IQueryHandler<ReadMessageText> {
  constructor(@Inject(SeenMessages) private readonly messages: SeenMessages) {}

  async execute({ messageId, caller }: ReadMessageText) {
    const parsed = await this.messages.parsed(messageId, caller);
    if (!parsed.ok) return parsed;
    return allow({ text: parsed.value.mail.text, truncated: parsed.value.truncated.includes('text') });
  }
}
