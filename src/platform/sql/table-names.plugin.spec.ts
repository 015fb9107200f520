import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '#test/temporary-folder.js';
import { tablesOf } from './read-models.js';
import { openReadModels } from './sqlite-read-models.js';
import { TableNamesPlugin } from './table-names.plugin.js';

const newFolder = temporaryFolders();

interface Tables {
  letters: { id: string; box: string };
  boxes: { name: string };
}

function world() {
  const models = openReadModels(join(newFolder(), 'read-models.sqlite'));
  const names = new Map([
    ['letters', 'letters_v2'],
    ['boxes', 'boxes_v2_shadow'],
  ]);
  return { ...models, renamed: tablesOf<Tables>(models.writer.withPlugin(new TableNamesPlugin((logical) => names.get(logical)))) };
}

describe('logical names of tables', () => {
  it.each<[string, (rows: ReturnType<typeof world>['renamed']) => { compile(): { sql: string } }]>([
    ['from and columns', (rows) => rows.selectFrom('letters').select('letters.id').where('letters.box', '=', 'a')],
    ['joins', (rows) => rows.selectFrom('letters').innerJoin('boxes', 'boxes.name', 'letters.box').selectAll('letters')],
    [
      'subqueries',
      (rows) =>
        rows
          .selectFrom('boxes')
          .where((row) => row.exists(row.selectFrom('letters').select('id')))
          .selectAll(),
    ],
    ['updates', (rows) => rows.updateTable('letters').set({ box: 'b' })],
    ['deletes', (rows) => rows.deleteFrom('letters')],
    [
      'inserts that meet a row',
      (rows) =>
        rows
          .insertInto('letters')
          .values({ id: '1', box: 'a' })
          .onConflict((row) => row.column('id').doUpdateSet({ box: (row) => row.ref('excluded.box') })),
    ],
  ])('stand for physical ones in %s', (_, query) => {
    const { renamed } = world();
    const { sql } = query(renamed).compile();
    expect(sql).not.toMatch(/"(letters|boxes)"/);
    expect(sql).toMatch(/"letters_v2"|"boxes_v2_shadow"/);
  });

  it('leave aliases alone', () => {
    const { renamed } = world();
    expect(renamed.selectFrom('letters as l').select('l.id').compile().sql).toBe('select "l"."id" from "letters_v2" as "l"');
  });
});

describe('the database of read models', () => {
  it('shows a reader what is committed, and nothing before', async () => {
    const models = world();
    const { writer, reader } = models;
    await writer.schema.createTable('boxes').addColumn('name', 'text').execute();
    const seen = tablesOf<Tables>(reader).selectFrom('boxes').selectAll();
    await writer.transaction().execute(async (transaction) => {
      await tablesOf<Tables>(transaction).insertInto('boxes').values({ name: 'a' }).execute();
      expect(await seen.execute()).toEqual([]);
    });
    expect(await seen.execute()).toEqual([{ name: 'a' }]);
    await models.close();
  });

  it('shows the columns that a table has now, however often it was read before', async () => {
    const models = world();
    await models.writer.schema.createTable('boxes').addColumn('name', 'text').execute();
    await tablesOf<Tables>(models.writer).insertInto('boxes').values({ name: 'a' }).execute();
    const seen = tablesOf<Tables>(models.reader).selectFrom('boxes').selectAll();
    expect(await seen.execute()).toEqual([{ name: 'a' }]);
    await models.writer.schema.alterTable('boxes').addColumn('place', 'text').execute();
    expect(await seen.execute()).toEqual([{ name: 'a', place: null }]);
    await models.close();
  });

  it('gives readers no way to write', async () => {
    const models = world();
    const { writer, reader } = models;
    await writer.schema.createTable('boxes').addColumn('name', 'text').execute();
    await expect(tablesOf<Tables>(reader).insertInto('boxes').values({ name: 'a' }).execute()).rejects.toThrow('readonly');
    await models.close();
  });
});
