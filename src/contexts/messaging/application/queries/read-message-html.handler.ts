import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { HtmlSanitiser } from '../ports/html-sanitiser.port.js';
import { ReadMessageHtml } from './read-message-html.query.js';
import { SeenMessages } from './seen-messages.js';

@QueryHandler(ReadMessageHtml)
export class ReadMessageHtmlHandler implements IQueryHandler<ReadMessageHtml> {
  constructor(
    @Inject(SeenMessages) private readonly messages: SeenMessages,
    @Inject(HtmlSanitiser) private readonly sanitiser: HtmlSanitiser,
  ) {}

  /** Sanitised when it is served, so that a mended sanitiser helps old mail. */
  async execute({ messageId, caller }: ReadMessageHtml) {
    const parsed = await this.messages.parsed(messageId, caller);
    if (!parsed.ok) return parsed;
    const { html, attachments } = parsed.value;
    if (html === undefined) return refuse('no-html');
    const urls = new Map(
      attachments.flatMap(({ contentId, index }) => (contentId === undefined ? [] : [[contentId, `attachments/${String(index)}`]])),
    );
    return allow(this.sanitiser.sanitise(html, (contentId) => urls.get(contentId)));
  }
}
