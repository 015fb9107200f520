import type { Metrics } from '../observability/metrics.js';
import type { ToDoStatus } from './to-do-workers.js';

/** Tells metrics what is owed of each kind, and since when. */
export function announceToDos(workers: { status(): Promise<readonly ToDoStatus[]> }, metrics: Metrics): void {
  const each = (value: (status: ToDoStatus) => number) => async () =>
    (await workers.status()).map((status) => ({ labels: { todo: status.name }, value: value(status) }));
  metrics.gauge(
    'todos_due',
    'Work that is due now',
    each(({ due }) => due),
    ['todo'],
  );
  metrics.gauge(
    'todos_waiting',
    'Work that waits for an event or a person',
    each(({ waiting }) => waiting),
    ['todo'],
  );
  metrics.gauge(
    'todos_oldest_due_seconds',
    'Age of the oldest work that is due',
    each(({ oldestDueSeconds }) => oldestDueSeconds),
    ['todo'],
  );
}
