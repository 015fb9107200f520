import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { TallyEvent } from './tallies.js';

/** Every open tally is owed a closing; a raise makes it due again, and the tally's first letter is its lane. */
export function talliesToClose(
  work: (task: Task) => Promise<void | 'done' | { readonly again: Date }>,
  changed: Partial<ToDo<TallyEvent>> = {},
): ToDo<TallyEvent> {
  return {
    name: 'tallies_to_close',
    version: 1,
    on: {
      TallyOpened: ({ event, recordedAt }) => (event.data.owner === 'nobody' ? 'waiting' : { due: recordedAt, lane: event.data.owner }),
      TallyRaised: ({ event, recordedAt }) =>
        event.data.by === 0 ? ignore('nothing was added') : { due: new Date(recordedAt.getTime() + event.data.by) },
      TallyClosed: () => 'done',
    },
    work,
    ...changed,
  };
}
