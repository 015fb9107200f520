import { Inject, Injectable } from '@nestjs/common';
import type { Refusal } from '#kernel/outcome.js';
import { filled } from './problem.js';
import { RefusalRegistry } from './refusal-registry.js';

export interface ToldRefusal {
  readonly reason: string;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
}

/** A refusal of one among many, in the words of its problem. */
@Injectable()
export class ToldRefusals {
  constructor(@Inject(RefusalRegistry) private readonly registry: RefusalRegistry) {}

  tell({ reason, field, facts = {} }: Refusal): ToldRefusal {
    const text = this.registry.find(reason);
    if (text === undefined) throw new Error(`Nobody has said what ${reason} means.`);
    return { reason, title: text.title, detail: filled(text.detail, facts), ...(field === undefined ? {} : { field }) };
  }
}
