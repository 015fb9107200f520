import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { conformsToMailTransport, mailOf } from '#test/mail-transport/mail-transport-conformance.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { LocalOutboxMailTransport } from './local-outbox-mail-transport.js';

conformsToMailTransport('local outbox', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  return {
    transport: new LocalOutboxMailTransport(join(folder, 'outbox')),
    arrived: async () => {
      const files = await readdir(join(folder, 'outbox')).catch(() => []);
      return Promise.all(files.map((file) => readFile(join(folder, 'outbox', file), 'latin1')));
    },
    stop: () => rm(folder, { recursive: true }),
  };
});

describe('the local outbox', () => {
  const temporaryFolder = temporaryFolders();
  const never = new AbortController().signal;

  it('S29: names the file after the message and never calls it accepted', async () => {
    const folder = temporaryFolder();
    const transmission = await new LocalOutboxMailTransport(folder).send(mailOf('message-1'), async () => undefined, never);
    expect(transmission).toEqual({ ok: true, end: 'written-to-local-outbox', file: 'message-1.eml' });
    expect(await readdir(folder)).toEqual(['message-1.eml']);
  });

  it('is a certain failure where the folder cannot be written', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'outbox'), 'a file is no folder');
    const transmission = await new LocalOutboxMailTransport(join(folder, 'outbox')).send(mailOf('message-1'), async () => undefined, never);
    expect(transmission).toMatchObject({ ok: false, failure: { stage: 'local', fault: 'refused-locally' }, words: 'EEXIST' });
  });
});
