import type { Loaded } from '#platform/event-store/streams.js';
import { known } from '../delivery/opened.js';
import type { OutboundMessageEvent } from '../../domain/outbound-message/events.js';
import type { OutboundMessage, OutboundState } from '../../domain/outbound-message/outbound-message.js';
import type { Reports } from '../../domain/outbound-message/reports.js';
import { explain } from './explain-sent-message.js';
import { triesOf, type Try } from './tries.js';

/** A sent message as a line of a list. */
export interface SentMessageLine {
  readonly messageId: string;
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly subsidiaryId?: string;
  readonly state: OutboundState;
  /** The state in a sentence; never «sent» where nothing was (S29). */
  readonly explanation: string;
  /** Absent once erased, like all that says who or what. */
  readonly to?: string;
  readonly subject?: string;
  readonly automatic: boolean;
  /** UTC, ISO 8601: the next try of a deferred message. */
  readonly retryAt?: string;
  /** It came back because the address itself is bad (S17). */
  readonly marksAddress: boolean;
  readonly revision: number;
}

export interface SentMessageView extends SentMessageLine {
  readonly mailboxId: string;
  readonly preview?: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly size: number }[];
  readonly size: number;
  readonly messageIdHeader: string;
  readonly answers?: string;
  readonly resendOf?: string;
  readonly writerId?: string;
  readonly tries: readonly Try[];
  readonly reports: Reports;
}

export function sentMessageLine(messageId: string, { state: message, receipt }: Loaded<OutboundMessage>): SentMessageLine {
  const { queued } = message;
  return {
    messageId,
    candidateId: queued.candidateId,
    state: message.state,
    explanation: explain(message),
    automatic: queued.automatic,
    marksAddress: message.marksAddress,
    revision: Number(receipt.revision),
    ...(message.state === 'deferred' ? { retryAt: message.retryAt } : {}),
    ...present({
      applicationId: queued.applicationId,
      subsidiaryId: queued.subsidiaryId,
      to: known(queued.to),
      subject: known(queued.subject),
    }),
  };
}

export function sentMessageView(messageId: string, loaded: Loaded<OutboundMessage, OutboundMessageEvent>): SentMessageView {
  const { queued, reports } = loaded.state;
  const { mailboxId, size, messageIdHeader, answers, resendOf, writerId } = queued;
  return {
    ...sentMessageLine(messageId, loaded),
    mailboxId,
    size,
    messageIdHeader,
    attachments: known(queued.attachments) ?? [],
    tries: triesOf(loaded.events),
    reports,
    ...present({ answers, resendOf, writerId, preview: known(queued.preview) }),
  };
}

type Present<Fields> = { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** What is not there is absent in the answer. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  const copy: Present<Fields> = { ...fields };
  for (const [name, value] of Object.entries(fields)) if (value === undefined) Reflect.deleteProperty(copy, name);
  return copy;
}
