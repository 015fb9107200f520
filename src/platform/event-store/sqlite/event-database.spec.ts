import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '#test/event-store/post-office.js';
import { NotAnEventDatabase, openForReading, openForWriting } from './event-database.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describe('the database of the embedded event store', () => {
  let folder = '';
  let path = '';
  const change = (sql: string) => {
    const database = new Database(path);
    database.exec(sql);
    database.close();
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poststelle-events-'));
    path = join(folder, 'events.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, with an id of its own that positions begin with', async () => {
    const first = SqliteEventStore.open(path, systemClock);
    await first.close();
    const second = SqliteEventStore.open(path, systemClock);
    expect(second.id).toBe(first.id);
    expect(second.id).toMatch(/^sqlite-[0-9a-f]{16}$/);
    await second.close();
  });

  it('writes through to the disk and overwrites what it removes', () => {
    const database = openForWriting(path);
    expect(['journal_mode', 'synchronous', 'secure_delete'].map((name) => database.pragma(name, { simple: true }))).toEqual(['wal', 2, 1]);
    database.close();
  });

  it('is refused where it was made by something else', () => {
    change('CREATE TABLE notes (text TEXT)');
    expect(() => openForWriting(path)).toThrow(
      new NotAnEventDatabase(`${path} is a SQLite database, but not an event store of Poststelle.`),
    );
  });

  it('is refused where it is no database, or cannot be opened', async () => {
    await writeFile(path, 'Dear Sir or Madam, '.repeat(100));
    expect(() => openForWriting(path)).toThrow(`${path} is no SQLite database.`);
    expect(() => openForWriting(folder)).toThrow(NotAnEventDatabase);
  });

  it('is refused where a newer version wrote it', () => {
    openForWriting(path).close();
    change('PRAGMA user_version = 2');
    expect(() => openForWriting(path)).toThrow(/newer version of Poststelle/);
    expect(() => openForReading(path)).toThrow(/newer version of Poststelle/);
  });

  it('is never made by a reader', () => {
    expect(() => openForReading(path)).toThrow(/no event store that could be opened/);
    expect(existsSync(path)).toBe(false);
  });
});
