import { Inject, Injectable } from '@nestjs/common';
import { Ids } from '#kernel/ids.js';
import { Personal } from '#kernel/personal.js';
import { Blobs, type BlobWriter } from '#platform/blobs/blobs.port.js';
import { type DataKey, DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Envelope } from '#platform/smtp-ingress/mail-reception.port.js';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import { inboundMessage } from '../../domain/inbound-message/inbound-message.js';
import { isGone } from '../../domain/inbound-message/is-gone.js';
import { receiveAgain } from '../../domain/inbound-message/receive-again.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** A mail whose bytes are written, for one of the companies it is for. */
export interface Written {
  readonly companyId: string;
  readonly key: DataKey;
  readonly writer: BlobWriter;
  readonly envelope: Envelope;
  /** Digest by `MailIdentity`. */
  readonly identity: string;
  readonly size: number;
  readonly correlationId: string;
}

/** Nobody's mail is erased or expired so often; and two deliveries at once are settled the second time they look. */
const mostGenerations = 1_000;
const mostLooks = 3;

/** Makes the mail one message of the company: begun, or noted on the message that it already is (R8, S10-S12). */
@Injectable()
export class RecordMail {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  async record(mail: Written): Promise<void> {
    for (let look = 1, generation = 1; look <= mostLooks && generation <= mostGenerations;) {
      const id = await externalIdentity(this.keys, mail.companyId, inboundMessage.category, mail.identity, generation);
      const found = await this.messages.load(mail.companyId, id);
      if (found === undefined) {
        if (await this.begin(id, generation, mail)) return;
        look += 1;
      } else if (isGone(found.state)) generation += 1;
      else {
        await this.noteAgain(id, found.state, mail);
        return;
      }
    }
    throw new Error('A mail found no place among the messages of its company.');
  }

  /** Whether the message is ours; otherwise the same mail, delivered at the same time over another session, was faster. */
  private async begin(id: string, generation: number, mail: Written): Promise<boolean> {
    const { companyId, key, envelope } = mail;
    const blobId = await this.committed(id, mail);
    const sealed = <T>(value: T) => Personal.under(key.id, value);
    const begun = await this.messages.begin(id, this.cause(mail), {
      type: 'MessageReceived',
      data: {
        keyId: key.id,
        generation,
        blobId,
        size: mail.size,
        recipients: sealed(recipientsOf(companyId, envelope)),
        envelopeSender: sealed(envelope.sender),
        client: sealed(envelope.client),
      },
    });
    if (begun.ok) return true;
    if (begun.refusal.reason !== 'exists-already') throw new Error(`A received mail was not recorded: ${begun.refusal.reason}.`);
    // Certain, so that no event can ever name this blob.
    await this.blobs.remove(blobId);
    return false;
  }

  /** A blob is committed once; after a lost race the message is there, so that there is no second begin of the same generation. */
  private committed(streamId: string, { companyId, writer }: Written): Promise<string> {
    return writer.commit({ companyId, category: inboundMessage.category, streamId });
  }

  private async noteAgain(id: string, { received }: InboundMessage, mail: Written): Promise<void> {
    const sealed = <T>(value: T) => Personal.under(received.keyId, value);
    const delivery = { recipients: recipientsOf(mail.companyId, mail.envelope), client: mail.envelope.client };
    const noted = await this.messages.decide(id, this.cause(mail), (message) => receiveAgain(message, delivery, sealed));
    if (!noted.ok) throw new Error(`A repeated delivery was not noted: ${noted.refusal.reason}.`);
  }

  /** A fresh command for every attempt: what a sender repeats is told apart by the mail's identity, not by the session. */
  private cause({ companyId, correlationId }: Written): Cause {
    return { companyId, actor: 'service', correlationId, causationId: correlationId, commandId: this.ids.next(), bodyDigest: '' };
  }
}

function recipientsOf(companyId: string, { recipients }: Envelope): readonly string[] {
  return recipients.filter((recipient) => recipient.companyId === companyId).map(({ address }) => address);
}
