import { setTimeout as pause } from 'node:timers/promises';
import type { Aggregate } from '#kernel/aggregate.js';
import { refuse, type Decision } from '#kernel/decision.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { answerOfBefore } from './answer-of-before.js';
import type { EventDecoder } from './event-decoder.port.js';
import type { EventEncoder } from './event-encoder.js';
import { EventRefused, type EventStore } from './event-store.port.js';
import { after, type History, readHistory } from './history.js';
import { appendPatiently, jittered } from './patient-append.js';
import { replay } from './replay.js';
import { streamName } from './stream-name.js';
import type { Asked, Cause, Common, Loaded, Streams } from './streams.js';
import type { UsedKeys } from './used-keys/used-keys.js';

/** Where somebody else was faster it is decided again: so often in all, after so many milliseconds times the number of the try. */
const tries = 3;
const longestPause = 25;

/** What the streams of every aggregate stand on. */
export interface Foundations {
  readonly store: EventStore;
  readonly encoder: EventEncoder;
  readonly decoder: EventDecoder;
}

export class EventSourcedStreams<State, First extends DomainEvent, Later extends DomainEvent> implements Streams<State, First, Later> {
  constructor(
    private readonly aggregate: Aggregate<State, First, Later>,
    private readonly on: Foundations,
    private readonly keys?: UsedKeys,
  ) {}

  async begin(id: string, cause: Cause, first: First, ...later: readonly Later[]): Promise<Outcome<Receipt, Common | 'exists-already'>> {
    const { category } = this.aggregate;
    const stream = this.nameOf(cause.companyId, id);
    if (stream === undefined) throw new EventRefused(`No ${category} can be named ${JSON.stringify(id.slice(0, 150))}.`);
    // Once more after a conflict: the other one may have been this very command, sent twice at once.
    for (let attempt = 1; attempt <= 2; attempt++) {
      const before = await this.begunBefore(id, cause);
      if (before !== undefined) return before;
      if (cause.expectedRevision !== undefined) return refuse('changed-meanwhile');
      const used = await this.keys?.use(cause, { category, id });
      if (used?.ok === false) return used;
      const receipt = await this.append(stream, undefined, [first, ...later], cause);
      if (receipt !== 'conflict') return { ok: true, value: receipt };
    }
    return refuse('changed-meanwhile');
  }

  async begunBefore(id: string, cause: Cause): Promise<Outcome<Receipt, 'key-used-before' | 'exists-already'> | undefined> {
    const key = await this.keys?.check(cause);
    if (key?.ok === false) return key;
    const history = await this.historyOf(cause.companyId, id);
    return history && (answerOfBefore(history, cause) ?? refuse('exists-already'));
  }

  async ask<Found, Reason extends string>(
    id: string,
    cause: Cause,
    rule: (state: State) => Outcome<Found, Reason>,
  ): Promise<Asked<Found, Reason>> {
    const seen = await this.look(id, cause);
    if (!seen.go) return seen;
    const answer = rule(await this.stateOf(seen.found));
    return answer.ok ? { go: true, found: answer.value } : { go: false, answer };
  }

  async decide<Reason extends string>(
    id: string,
    cause: Cause,
    rule: (state: State) => Decision<Later, Reason>,
  ): Promise<Outcome<Receipt, Reason | Common>> {
    for (let attempt = 1; attempt <= tries; attempt++) {
      if (attempt > 1) await pause(jittered(longestPause * attempt));
      const seen = await this.look(id, cause);
      if (!seen.go) return seen.answer;
      const decision = rule(await this.stateOf(seen.found));
      if (!decision.ok) return decision;
      if (decision.value.length === 0) return { ok: true, value: seen.found.receipt };
      const receipt = await this.append(seen.found.stream, seen.found, decision.value, cause);
      if (receipt !== 'conflict') return { ok: true, value: receipt };
    }
    return refuse('changed-meanwhile');
  }

  async load(companyId: string, id: string): Promise<Loaded<State, First | Later> | undefined> {
    const history = await this.historyOf(companyId, id);
    if (history === undefined) return undefined;
    return { ...(await replay(this.aggregate, this.on.decoder, history)), receipt: history.receipt };
  }

  /** Before any rule: is it there, was it done before, is it still what the caller saw. In this order, so that a repeat is answered as the first time. */
  private async look(id: string, cause: Cause): Promise<Asked<History, never>> {
    const history = await this.historyOf(cause.companyId, id);
    if (history === undefined) return { go: false, answer: refuse('not-found') };
    const before = answerOfBefore(history, cause);
    if (before !== undefined) return { go: false, answer: before };
    if (cause.expectedRevision !== undefined && cause.expectedRevision !== history.receipt.revision)
      return { go: false, answer: refuse('changed-meanwhile') };
    return { go: true, found: history };
  }

  private async append(
    stream: string,
    history: History | undefined,
    events: readonly DomainEvent[],
    cause: Cause,
  ): Promise<Receipt | 'conflict'> {
    const target = { category: this.aggregate.category, stream, ...after(history) };
    const encoded = await this.on.encoder.encode(events, target, cause);
    const outcome = await appendPatiently(this.on.store, stream, history?.receipt.revision ?? 'noStream', encoded);
    return outcome.ok ? { revision: outcome.revision, position: outcome.position } : 'conflict';
  }

  private async stateOf(history: History): Promise<State> {
    return (await replay(this.aggregate, this.on.decoder, history)).state;
  }

  private async historyOf(companyId: string, id: string): Promise<History | undefined> {
    const stream = this.nameOf(companyId, id);
    return stream === undefined ? undefined : readHistory(this.on.store, stream);
  }

  private nameOf(companyId: string, id: string): string | undefined {
    return streamName({ category: this.aggregate.category, companyId, id });
  }
}
