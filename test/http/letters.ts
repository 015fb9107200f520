import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Aggregate } from '#kernel/aggregate.js';
import { accept, refuse } from '#kernel/decision.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Outcome } from '#kernel/outcome.js';
import { codec, type Codecs } from '#platform/event-store/codec.js';
import { ForeignPosition, OutcomeUnknown } from '#platform/event-store/event-store.port.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause, Streams } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs, NeedsOneOf, SendsMail } from '#platform/http/asked.js';
import { ListQuery } from '#platform/http/list-query.js';
import { Cursors } from '#platform/http/page.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { ReadModelBehind } from '#platform/projections/projection.js';

type LetterWritten = DomainEvent<'LetterWritten', { readonly text: string }>;
type LetterSealed = DomainEvent<'LetterSealed', Readonly<Record<string, never>>>;
interface Letter {
  readonly text: string;
  readonly sealed: boolean;
}
export type Letters = Streams<Letter, LetterWritten, LetterSealed>;
export const Letters = Symbol('Letters');

export const letter: Aggregate<Letter, LetterWritten, LetterSealed> = {
  category: 'letter',
  create: ({ data }) => ({ text: data.text, sealed: false }),
  evolve: (state) => ({ ...state, sealed: true }),
};

export const letterCodecs: Codecs<LetterWritten | LetterSealed> = {
  LetterWritten: codec('letter.written', { write: ({ text }) => ({ text }), read: ({ text }) => ({ text }) }),
  LetterSealed: codec('letter.sealed', { write: () => ({}), read: () => ({}) }),
};

/** Lets a spec hold a command while it is at work. */
export class Gate {
  private opened = Promise.resolve();
  private openNow: () => void = () => undefined;
  /** How many have come to the gate. */
  arrived = 0;

  shut(): void {
    this.opened = new Promise((resolve) => (this.openNow = resolve));
  }

  open(): void {
    this.openNow();
  }

  async pass(): Promise<void> {
    this.arrived += 1;
    await this.opened;
  }
}

class LetterBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100_000)
  readonly text!: string;
}

/** A small context that does whatever the pipeline of HTTP must be able to tell. */
@Controller('companies/:companyId/letters')
export class LettersController {
  constructor(
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Cursors) private readonly cursors: Cursors,
    private readonly gate: Gate,
  ) {}

  @Post()
  @Needs('messages:send')
  @SendsMail()
  async write(@Body() { text }: LetterBody, @Asked() cause: Cause) {
    await this.gate.pass();
    const letterId = idFromCommand(cause.commandId, 'letter');
    const begun = await this.letters.begin(letterId, cause, { type: 'LetterWritten', data: { text } });
    return begun.ok ? { ok: true, value: { letterId, ...begun.value } } : begun;
  }

  @Post(':id/seal')
  @HttpCode(200)
  @Needs('messages:send', 'messages:assign')
  seal(@Param('id') id: string, @Asked() cause: Cause): Promise<Outcome<unknown>> {
    return this.letters.decide(id, cause, ({ sealed }) =>
      sealed ? refuse('sealed-already', { field: 'id', facts: { seals: 1 } }) : accept<LetterSealed>({ type: 'LetterSealed', data: {} }),
    );
  }

  @Get(':id')
  @NeedsOneOf('messages:read', 'history:read')
  async read(@Param('id') id: string, @AskedBy() { companyId }: Caller): Promise<Outcome<object>> {
    const loaded = await this.letters.load(companyId, id);
    return loaded === undefined ? refuse('not-found') : { ok: true, value: { ...loaded.state, ...loaded.receipt, huge: 2n ** 60n } };
  }

  @Get()
  @Needs('messages:read')
  list(@Query() query: ListQuery, @AskedBy() caller: Caller, @WaitFor() position: string | undefined) {
    const after = this.cursors.read(`letters ${caller.companyId}`, query.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    const next = this.cursors.make(`letters ${caller.companyId}`, ['memory:7', 'last']);
    return { items: [{ after, limit: query.limit, position, caller }], next };
  }
}

const secret = 'hunter2 of anna@acme.example';

@Controller('faults')
export class FaultsController {
  @Get(':kind')
  @Needs('operations')
  fault(@Param('kind') kind: string): Outcome<never> {
    if (kind === 'behind') throw new ReadModelBehind('The rows are behind.');
    if (kind === 'foreign') throw new ForeignPosition('other:1', 'memory');
    if (kind === 'unknown') throw new OutcomeUnknown('Nobody knows.');
    if (kind === 'timeout') throw Object.assign(new Error('late'), { code: 'FST_ERR_HANDLER_TIMEOUT', statusCode: 503 });
    if (kind === 'unregistered') return refuse('never-announced');
    throw Object.assign(new Error(secret), { statusCode: 404 });
  }
}
