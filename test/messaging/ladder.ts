import type { AddressOwner, Conversation, Known, RoutableMail, Sent } from '#contexts/messaging/domain/inbound-message/routing/evidence.js';

/** A person's mail that says nothing but who sent it. */
export function mailOf(sender: string, more: Partial<RoutableMail> = {}): RoutableMail {
  return {
    kind: 'person',
    senders: [sender],
    tokens: [],
    answers: [],
    quoted: { messageIds: [], tokens: [] },
    addressedSubsidiaries: [],
    overOwnAddress: false,
    unreadable: false,
    toOperator: false,
    ...more,
  };
}

export function candidateWith(candidateId: string, ...applications: AddressOwner['applications']): AddressOwner {
  return { candidateId, erased: false, applications };
}

export function openApplication(applicationId: string, subsidiaryId?: string): AddressOwner['applications'][number] {
  return { applicationId, open: true, ...(subsidiaryId !== undefined && { subsidiaryId }) };
}

export function sentTo(candidateId: string, outboundMessageId: string, more: Partial<Sent> = {}): Sent {
  return { outboundMessageId, candidateId, ...more };
}

/** What one company knows, as plain tables. */
export interface Facts {
  readonly conversations?: Readonly<Record<string, Conversation>>;
  readonly envelopes?: Readonly<Record<string, Sent>>;
  readonly messages?: Readonly<Record<string, Sent>>;
  readonly candidates?: readonly AddressOwner[];
  /** Candidate ids by address. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  /** Addresses that took part without being the candidate's. */
  readonly participants?: Readonly<Record<string, readonly string[]>>;
  readonly employees?: readonly string[];
}

export function known(facts: Facts): Known {
  const candidate = (id: string) => facts.candidates?.find(({ candidateId }) => candidateId === id);
  const ownersOf = (address: string) => (facts.addresses?.[address] ?? []).flatMap((id) => candidate(id) ?? []);
  return {
    at: 'memory:1',
    conversation: (token) => facts.conversations?.[token],
    envelope: (token) => facts.envelopes?.[token],
    message: (id) => facts.messages?.[id],
    candidate,
    ownersOf,
    tookPart: (id, address) =>
      ownersOf(address).some(({ candidateId }) => candidateId === id) || (facts.participants?.[id] ?? []).includes(address),
    isEmployee: (address) => facts.employees?.includes(address) ?? false,
  };
}
