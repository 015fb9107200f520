import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { Page } from '#platform/http/page.js';
import type { OutboundState } from '../../domain/outbound-message/outbound-message.js';
import type { SentMessageLine } from './sent-message.js';

/** Sent messages of all candidates, newest first; those in one state where it is given (S28). */
export class ListSentMessages extends Query<Outcome<Page<SentMessageLine>, 'cursor-invalid'>> {
  constructor(
    readonly state: OutboundState | undefined,
    readonly caller: Caller,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor: Position | undefined,
  ) {
    super();
  }
}
