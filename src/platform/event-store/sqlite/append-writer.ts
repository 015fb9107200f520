import type Database from 'better-sqlite3';
import type { AppendOutcome, EventToAppend, ExpectedRevision } from '../event-store.port.js';
import type { NumberedPositions } from '../numbered-positions.js';
import { settleAppend } from '../settle-append.js';
import { partsOfStream } from '../stream-name.js';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

type InsertedRow = [string, number, string, string, string, string, string, number];

/** Makes one append inside a transaction that somebody else commits; it sees what the appends before it in that transaction made. */
export class AppendWriter {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(
    database: Database.Database,
    private readonly positions: NumberedPositions,
  ) {
    this.statements = prepare(database);
  }

  write({ stream, expected, events }: Append, recordedAt: Date): AppendOutcome {
    const last = this.statements.lastRevision.get(stream);
    const actual = last === undefined ? 'noStream' : BigInt(last);
    const settled = settleAppend(actual, expected, events, (revision) => this.statements.idAt.get(stream, revision));
    switch (settled.kind) {
      case 'conflict':
        return { ok: false, actual };
      case 'repeat':
        return this.appendedAt(settled.last, this.statements.positionAt.get(stream, settled.last));
      case 'new':
        return this.insert(stream, settled.first, events, recordedAt);
    }
  }

  private insert(stream: string, first: bigint, events: readonly EventToAppend[], recordedAt: Date): AppendOutcome {
    const category = partsOfStream(stream)?.category ?? '';
    let revision = Number(first);
    let position: number | undefined;
    for (const { id, type, data, metadata } of events) {
      const { lastInsertRowid } = this.statements.insert.run(stream, revision++, category, id, type, data, metadata, recordedAt.getTime());
      position = Number(lastInsertRowid);
    }
    return this.appendedAt(BigInt(revision - 1), position);
  }

  private appendedAt(revision: bigint, position: number | undefined): AppendOutcome {
    if (position === undefined) throw new Error('An event that was just there is gone.');
    return { ok: true, revision, position: this.positions.at(position) };
  }
}

function prepare(database: Database.Database) {
  return {
    lastRevision: database.prepare<[string], number>('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1').pluck(),
    idAt: database.prepare<[string, bigint], string>('SELECT id FROM events WHERE stream = ? AND revision = ?').pluck(),
    positionAt: database.prepare<[string, bigint], number>('SELECT position FROM events WHERE stream = ? AND revision = ?').pluck(),
    insert: database.prepare<InsertedRow>(
      'INSERT INTO events (stream, revision, category, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
  };
}
