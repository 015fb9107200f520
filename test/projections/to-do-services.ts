import { afterEach, beforeEach } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { ToDoWorkers, usualWorkPace } from '#platform/to-dos/to-do-workers.js';
import type { WorkPace } from '#platform/to-dos/work-pace.js';
import { readSideOver, systemClock } from './read-side.js';
import { talliesToClose } from './tallies-to-close.js';

const quick: WorkPace = { ...usualWorkPace, pollMs: 50, shutdownMs: 200, backOff: () => 10 };

export interface Changed {
  readonly pace?: Partial<WorkPace>;
  readonly toDo?: Parameters<typeof talliesToClose>[1];
  readonly gate?: Promise<unknown>;
}

export const forever = new Promise<never>(() => undefined);

/** Services with one to-do, each over a folder in which an earlier one left its rows; all are stopped after each test. */
export function toDoServices() {
  const running: { stop(): Promise<void> }[] = [];
  beforeEach(() => {
    Logger.overrideLogger(false);
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop().catch(() => undefined);
  });

  return async (
    store: MemoryEventStore,
    folder: string,
    work: (task: Task) => Promise<void | 'done' | { readonly again: Date }>,
    changed: Changed = {},
  ) => {
    const side = readSideOver(store, folder);
    const toDos = new ToDoWorkers(side.runner, side.database, systemClock, { ...quick, ...changed.pace });
    toDos.register(talliesToClose(work, changed.toDo));
    if (changed.gate !== undefined) toDos.openWhen(changed.gate);
    await side.runner.begin();
    const begun = toDos.begin();
    const stop = async () => {
      await toDos.stop();
      await side.stop();
    };
    const rebuild = () => side.runner.rebuild('tallies_to_close');
    const service = { toDos, begun, rebuild, stop, dies: side.stop };
    running.push(service);
    return service;
  };
}
