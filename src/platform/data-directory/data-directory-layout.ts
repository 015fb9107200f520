import { join, resolve } from 'node:path';

/** Where in the data directory everything lies: the one place that knows. */
export interface DataDirectoryLayout {
  readonly root: string;
  readonly lock: string;
  readonly events: string;
  readonly vault: string;
  readonly readModels: string;
  readonly masterKey: string;
  readonly blobs: string;
  /** Up to when the blobs were swept. */
  readonly sweptUntil: string;
  /** While it lies there no blob is swept. */
  readonly sweepHeldBack: string;
  /** While it lies there the log was restored and not all that follows from that is done. */
  readonly restored: string;
  readonly outbox: string;
  readonly tls: string;
}

export function layoutOf(dataDirectory: string): DataDirectoryLayout {
  const root = resolve(dataDirectory);
  return {
    root,
    lock: join(root, 'lock.sqlite'),
    events: join(root, 'events.sqlite'),
    vault: join(root, 'vault.sqlite'),
    readModels: join(root, 'read-models.sqlite'),
    masterKey: join(root, 'master.key'),
    blobs: join(root, 'blobs'),
    sweptUntil: join(root, 'blobs', 'swept-until'),
    sweepHeldBack: join(root, 'blobs', 'sweep-held-back.txt'),
    restored: join(root, 'restored.json'),
    outbox: join(root, 'outbox'),
    tls: join(root, 'tls'),
  };
}
