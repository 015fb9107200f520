import type { DomainEvent } from '#kernel/domain-event.js';
import type { Recorded } from '../projections/projection.js';
import type { Places } from './lanes.js';

/** What an event does to what is owed for its stream. `lane` groups work that must not delay other work (a mailbox, a company). */
export type Owed = { readonly due: Date; readonly lane?: string } | 'waiting' | 'done' | { readonly ignored: string };

/** The event changes nothing about what is owed, and why. */
export const ignore = (reason: string): Owed => ({ ignored: reason });

/** One piece of work, taken under a lease. */
export interface Task {
  readonly companyId: string;
  readonly streamId: string;
  readonly lane: string;
  /** From 1. Written down before the work begins, so that work which kills the process is counted too; reset by the next event of the stream. */
  readonly attempt: number;
  /** Ends when the service shuts down: finish or leave at once, the row stays. */
  readonly signal: AbortSignal;
}

/**
 * Work that is owed, kept as rows that follow from events and can be rebuilt. A worker takes what is due under a lease and decides on
 * the stream itself, so that doing it twice or late does no harm. Work that throws comes back after a back-off (1 s doubling to 5 min, jitter).
 */
export interface ToDo<Event extends DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly on: { readonly [Type in Event['type']]: (recorded: Recorded<Extract<Event, { type: Type }>>) => Owed };
  /** How many at once: 4 in all and 1 in a lane unless told. */
  readonly concurrency?: Places;
  /** Answers with a time where it must be asked again although no event will say so, with `done` where nothing is owed although none will. */
  work(task: Task): Promise<void | 'done' | { readonly again: Date }>;
}

export interface ToDos {
  register<Event extends DomainEvent>(toDo: ToDo<Event>): void;
}
export const ToDos = Symbol('ToDos');
