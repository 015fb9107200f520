import type { DeliveryAttemptStarted, DeliveryStage, OutboundMessageEvent } from '../../domain/outbound-message/events.js';
import { known } from '../delivery/opened.js';

/** One try to hand a message over. */
export interface Try {
  /** Absent where the conversation failed before any content could leave. */
  readonly attempt?: number;
  readonly transport?: string;
  readonly channel?: DeliveryAttemptStarted['data']['channel'];
  /** Which mailbox supplied channel, address and name, and why (S30). */
  readonly supplied?: DeliveryAttemptStarted['data']['supplied'];
  readonly from?: { readonly name: string; readonly address: string };
  /** `open` while nobody knows. */
  readonly outcome: 'open' | 'accepted' | 'written-to-local-outbox' | 'deferred' | 'rejected' | 'uncertain' | 'given-up' | 'held';
  readonly stage?: DeliveryStage;
  readonly reason?: string;
  /** SMTP reply code, with the enhanced one. */
  readonly code?: string;
  /** The server's own words. */
  readonly response?: string;
  /** UTC, ISO 8601. */
  readonly retryAt?: string;
}

/** The tries of a message, oldest first. */
export function triesOf(events: readonly OutboundMessageEvent[]): readonly Try[] {
  return events.reduce<readonly Try[]>(withEvent, []);
}

function withEvent(tries: readonly Try[], event: OutboundMessageEvent): readonly Try[] {
  switch (event.type) {
    case 'DeliveryAttemptStarted': {
      const { attempt, transport, channel, from, supplied } = event.data;
      const sender = known(from);
      return [...tries, { attempt, transport, channel, supplied, outcome: 'open', ...(sender === undefined ? {} : { from: sender }) }];
    }
    case 'MessageAccepted':
      return event.data.by === 'server' ? ended(tries, 'accepted', event.data) : tries;
    case 'WrittenToLocalOutbox':
      return ended(tries, 'written-to-local-outbox', {});
    case 'MessageDeferred':
      return ended(tries, 'deferred', event.data);
    case 'MessageRejected':
      return ended(tries, 'rejected', event.data);
    case 'MessageDeliveryUncertain':
      return ended(tries, 'uncertain', event.data);
    case 'MessageGivenUp':
      return ended(tries, 'given-up', event.data);
    case 'MessageHeld':
      // Without a stage nobody was asked: it waits for what is known already.
      return event.data.stage === undefined ? tries : ended(tries, 'held', event.data);
    default:
      return tries;
  }
}

type Told = Extract<
  OutboundMessageEvent,
  { type: 'MessageDeferred' | 'MessageRejected' | 'MessageGivenUp' | 'MessageAccepted' | 'MessageHeld' }
>['data'];

/** The open try ends so; where none is open, the failure came before any content left. */
function ended(
  tries: readonly Try[],
  outcome: Try['outcome'],
  told: Partial<Told> & Pick<Try, 'stage' | 'reason' | 'code' | 'retryAt'>,
): readonly Try[] {
  const last = tries.at(-1);
  const open = last?.outcome === 'open' ? last : undefined;
  const { stage, reason, code, retryAt, response } = told;
  const words = response === undefined ? undefined : known(response);
  const now: Try = {
    ...open,
    outcome,
    ...(stage === undefined ? {} : { stage }),
    ...(reason === undefined ? {} : { reason }),
    ...(code === undefined ? {} : { code }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(words === undefined ? {} : { response: words }),
  };
  return [...(open === undefined ? tries : tries.slice(0, -1)), now];
}
