import { allow, refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import { unconditionally } from '../cause.js';
import type { Cause, Common, Streams } from '../streams.js';
import type { KeyUsed, UsedKey } from './used-key.js';

/**
 * Where an `Idempotency-Key` is found again although the body of its command names what is begun (a slug, an `externalId`): another body
 * would meet another stream there, and not the first command.
 */
export class UsedKeys {
  constructor(private readonly streams: Streams<UsedKey, KeyUsed, never>) {}

  /** Refused where the key came with another body before. */
  async check(cause: Cause): Promise<Outcome<unknown, 'key-used-before'>> {
    if (cause.keyOf === undefined) return allow(undefined);
    const before = await this.streams.begunBefore(cause.commandId, of(cause, cause.keyOf));
    const another = before?.ok === false && before.refusal.reason === 'key-used-before';
    return another ? refuse('key-used-before') : allow(undefined);
  }

  /** Before the stream that the command begins, or the first of those that it is made of. What a crash cuts off between the two, the same command carries on. */
  async use(cause: Cause, about: UsedKey): Promise<Outcome<unknown, Common | 'exists-already'>> {
    if (cause.keyOf === undefined) return allow(undefined);
    const used = await this.streams.begin(cause.commandId, of(cause, cause.keyOf), { type: 'KeyUsed', data: about });
    // Read back, because two bodies under one command id at the same moment have the same event id: the store takes the second for a repeat.
    return used.ok ? this.check(cause) : used;
  }
}

function of(cause: Cause, companyId: string): Cause {
  return { ...unconditionally(cause), companyId };
}
