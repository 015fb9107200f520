import type { MessageFiled, MessageSetAside } from '../events.js';
import type { Known, RoutableMail, Sent } from './evidence.js';

/** One way to find out whose mail this is. `reason` is what the explanation says of it, years later too. */
export interface Rung {
  readonly name: string;
  climb(mail: RoutableMail, known: Known): Finding;
}

export type Finding =
  | {
      readonly found: 'candidate';
      readonly candidateId: string;
      readonly applicationId?: string;
      /** The message of ours that it answers. */
      readonly answered?: Sent;
      /** Others that the same evidence fits: they do not contradict an earlier rung that named one of them. */
      readonly among?: readonly string[];
    }
  | {
      readonly found: 'filed';
      readonly as: MessageFiled['data']['as'];
      readonly on: Sent;
      readonly status?: string;
    }
  | { readonly found: 'set-aside'; readonly as: MessageSetAside['data']['as']; readonly reason: string }
  | { readonly found: 'nothing'; readonly reason: string }
  | { readonly found: 'doubt'; readonly reason: string; readonly proposals: readonly string[]; readonly answered?: Sent };

export function nothing(reason: string): Finding {
  return { found: 'nothing', reason };
}

export function doubt(reason: string, proposals: readonly string[], answered?: Sent): Finding {
  return { found: 'doubt', reason, proposals, ...(answered && { answered }) };
}
