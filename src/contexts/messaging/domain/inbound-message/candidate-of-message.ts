import { allow, refuse } from '#kernel/decision.js';
import type { InboundMessage } from './inbound-message.js';
import { senderOf } from './sender.js';
import { subsidiaryOf } from './subsidiary.js';

/** What a person says of a candidate to be made from a message. */
export interface Told {
  readonly externalId?: string;
  readonly name?: string;
  readonly address?: string;
  readonly application: {
    readonly externalId?: string;
    readonly job: string;
    readonly department?: string;
    readonly subsidiaryId?: string;
  };
}

/** Name, address and subsidiary are the message's own unless told. */
export function candidateOfMessage(message: InboundMessage | undefined, { name: told, address: toldAddress, application, ...rest }: Told) {
  if (message === undefined) return refuse('not-found');
  const address = toldAddress ?? senderOf(message);
  if (address === undefined) return refuse('no-single-sender', { field: 'address' });
  const name = told ?? nameOfSender(message);
  if (name === undefined) return refuse('sender-without-name', { field: 'name' });
  const subsidiaryId = application.subsidiaryId ?? subsidiaryOf(message);
  return allow({
    ...rest,
    name,
    addresses: [address],
    application: { ...application, ...(subsidiaryId !== undefined && { subsidiaryId }) },
  });
}

function nameOfSender({ classified }: InboundMessage): string | undefined {
  const name = classified?.from.read({ known: ([person]) => person?.name?.trim(), erased: () => undefined });
  return name === '' ? undefined : name;
}
