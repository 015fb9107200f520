import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SmtpSettings } from '../../domain/recruiting-mailbox/channel.js';
import type { Connected } from '../connection-warnings.js';

/** R61: establishes the connection, and makes it the active channel. */
export class EstablishSmtpConnection extends Command<Outcome<Connected>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly settings: SmtpSettings,
    /** Absent: the one that is kept, where it may go to this server. */
    readonly password: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
