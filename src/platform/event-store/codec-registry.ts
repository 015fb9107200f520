import type { DomainEvent } from '#kernel/domain-event.js';
import type { Codecs } from './codec.js';

/** Where a context announces the stored forms of an aggregate's events, so that readers of the whole log can decode them. */
export interface CodecRegistry {
  /** Announcing the same codecs twice is once; a stored name or an event name that is taken is a mistake of the program and throws. */
  register<Event extends DomainEvent>(category: string, codecs: Codecs<Event>): void;
}
export const CodecRegistry = Symbol('CodecRegistry');
