import { Inject, Injectable } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { tokenFrom } from '../../domain/outbound-message/conversation-token.js';

/** One token for all mail to a candidate, for ever: it follows from the candidate's id under the company's key (docs/adr/0011). */
@Injectable()
export class ConversationTokens {
  constructor(@Inject(DataKeys) private readonly keys: DataKeys) {}

  async of(companyId: string, candidateId: string): Promise<string> {
    return tokenFrom(await this.keys.hmac('conversation-token', companyId, candidateId));
  }
}
