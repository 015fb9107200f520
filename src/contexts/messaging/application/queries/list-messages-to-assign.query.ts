import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { WaitingAs } from '../projections/messages/messages.tables.js';
import type { CountedPage } from './message-lists.js';

/** Shelves of what waits, and `dismissed`, from which assigning brings back. */
export const shelves = [
  'people',
  'automatic',
  'lists',
  'reports',
  'quarantined',
  'refused-too-large',
  'dismissed',
] as const satisfies readonly (WaitingAs | 'dismissed')[];
export type Shelf = (typeof shelves)[number];

export interface MessagesToAssign extends CountedPage {
  /** How many wait on every shelf. */
  readonly counts: Readonly<Record<Shelf, number>>;
}

/** What waits for a person who can assign it (R17, R86). */
export class ListMessagesToAssign extends Query<Outcome<MessagesToAssign>> {
  constructor(
    readonly caller: Caller,
    readonly shelf: Shelf,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor: Position | undefined,
  ) {
    super();
  }
}
