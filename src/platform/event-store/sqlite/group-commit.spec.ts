import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Database from 'better-sqlite3';
import { freshEvents, freshStream } from '#test/event-store/conformance/fresh.js';
import { systemClock } from '#test/event-store/post-office.js';
import { type AppendOutcome, OutcomeUnknown } from '../event-store.port.js';
import { NumberedPositions } from '../numbered-positions.js';
import { type Append, AppendWriter } from './append-writer.js';
import { openForReading, openForWriting } from './event-database.js';
import { GroupCommit } from './group-commit.js';

describe('the group commit', () => {
  let folder = '';
  let database: Database.Database;
  let reader: Database.Database;
  let commits = 0;

  const stored = () => reader.prepare('SELECT count(*) FROM events').pluck().get();
  const groupOf = (writer: Pick<AppendWriter, 'write'>) => new GroupCommit(database, writer, systemClock, () => (commits += 1));
  const realWriter = () => new AppendWriter(database, new NumberedPositions('store'));
  const append = (stream = freshStream()): Append => ({ stream, expected: 'noStream', events: freshEvents(1) });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'poststelle-events-'));
    database = openForWriting(join(folder, 'events.sqlite'));
    reader = openForReading(join(folder, 'events.sqlite'));
    commits = 0;
  });
  afterEach(() => {
    reader.close();
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('commits appends that wait together at once, each with its own outcome', async () => {
    const group = groupOf(realWriter());
    const stream = freshStream();
    const outcomes = await Promise.all([append(stream), append(stream), append()].map((one) => group.add(one)));
    expect(outcomes).toEqual([
      { ok: true, revision: 0n, position: 'store:1' },
      { ok: false, actual: 0n },
      { ok: true, revision: 0n, position: 'store:2' },
    ]);
    expect(commits).toBe(1);
  });

  it('answers nothing, neither success nor conflict, before another connection can read it', async () => {
    const group = groupOf(realWriter());
    const stream = freshStream();
    const seen = await Promise.all([append(stream), append(stream)].map((one) => group.add(one).then(stored)));
    expect(seen).toEqual([1, 1]);
  });

  it('fails all with an unknown outcome where COMMIT fails, conflicts too', async () => {
    // Checked at COMMIT only: the last thing that can go wrong.
    database.exec('CREATE TABLE owed (event INTEGER REFERENCES events (position) DEFERRABLE INITIALLY DEFERRED)');
    database.pragma('foreign_keys = ON');
    const writer = realWriter();
    let fails = true;
    const group = groupOf({
      write: (one, at): AppendOutcome => {
        if (fails) database.exec('INSERT INTO owed VALUES (99)');
        return writer.write(one, at);
      },
    });
    const stream = freshStream();
    const appends = [append(stream), append(stream)];
    const failed = await Promise.allSettled(appends.map((one) => group.add(one)));
    expect(failed.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof OutcomeUnknown)).toEqual([true, true]);
    expect([stored(), commits]).toEqual([0, 0]);

    fails = false;
    expect(await Promise.all(appends.map((one) => group.add(one)))).toMatchObject([{ ok: true }, { ok: false }]);
  });

  it('appends nothing of a group where one cannot be written, says so, and goes on', async () => {
    const writer = realWriter();
    let appended = 0;
    const group = groupOf({
      write: (one, at) => {
        appended += 1;
        if (appended === 2) throw new Error('disk full');
        return writer.write(one, at);
      },
    });
    const failed = await Promise.allSettled([append(), append()].map((one) => group.add(one)));
    expect(failed).toMatchObject([{ reason: { message: 'disk full' } }, { reason: { message: 'disk full' } }]);
    expect(stored()).toBe(0);
    expect(await group.add(append())).toMatchObject({ ok: true, position: 'store:1' });
  });

  it('takes more than one transaction for more than one can hold', async () => {
    const group = groupOf(realWriter());
    await Promise.all(Array.from({ length: 600 }, () => group.add(append())));
    expect([stored(), commits]).toEqual([600, 3]);
  });

  it('finishes what waits when it is closed, and tells who comes later', async () => {
    const group = groupOf(realWriter());
    const waiting = group.add(append());
    group.close();
    expect(await waiting).toMatchObject({ ok: true });
    await expect(group.add(append())).rejects.toThrow(/closed; nothing was appended/);
  });
});
