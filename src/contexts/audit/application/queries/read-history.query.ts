import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Page } from '#platform/http/page.js';
import type { HistoryKind } from '../../domain/kinds-of-history.js';
import type { RungTold } from '../../domain/tell-routing.js';
import type { Facts, Told } from '../../domain/told.js';

/** One event, as it stands in the store and as a sentence. */
export interface HistoryEvent {
  readonly eventId: string;
  readonly revision: bigint;
  readonly position: string;
  /** The stored name and the version of its stored form. */
  readonly type: string;
  readonly schema: string;
  /** UTC, ISO 8601: when the store took it, and when it was decided. */
  readonly recordedAt: string;
  readonly decidedAt: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  readonly facts: Facts;
  readonly explanation: Told;
  /** What the router tried, where the event is its decision. */
  readonly routing?: readonly RungTold[];
  /** SHA-256 of this event and of the one before it. */
  readonly hash: string;
  readonly previousHash: string;
}

export interface HistoryWanted {
  readonly companyId: string;
  readonly kind: HistoryKind;
  /** An id, or `external:<externalId>` for candidates and employees. */
  readonly id: string;
  readonly cursor?: string;
  readonly limit: number;
  /** What the token is limited to; absent: nothing. */
  readonly subsidiaries?: readonly string[];
}

/** The events of one stream, oldest first, from the event store itself: nothing derived can be behind or wrong. */
export class ReadHistory extends Query<Outcome<Page<HistoryEvent>, 'not-found' | 'cursor-invalid'>> {
  constructor(readonly wanted: HistoryWanted) {
    super();
  }
}
