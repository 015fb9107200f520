import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '#test/temporary-folder.js';
import { readConfig } from '../config/read-config.js';
import { certificateFor } from './certificate.js';

const newFolder = temporaryFolders();
const configIn = (folder: string, more: Readonly<Record<string, string>> = {}) => readConfig({ POSTSTELLE_DATA: folder, ...more });

describe('the certificate for STARTTLS', () => {
  it('is made once and kept', async () => {
    const config = configIn(newFolder());
    expect(await certificateFor(config)).toEqual(await certificateFor(config));
  });

  it('is made anew for another name', async () => {
    const folder = newFolder();
    const [one, other] = [configIn(folder), configIn(folder, { POSTSTELLE_SMTP_NAME: 'mx.other.test' })];
    expect((await certificateFor(one)).cert).not.toBe((await certificateFor(other)).cert);
  });

  it('is the operator’s where one is configured', async () => {
    const folder = newFolder();
    const { cert, key } = await certificateFor(configIn(folder));
    const files = { POSTSTELLE_SMTP_TLS_CERTIFICATE: join(folder, 'a.pem'), POSTSTELLE_SMTP_TLS_KEY: join(folder, 'b.pem') };
    writeFileSync(files.POSTSTELLE_SMTP_TLS_CERTIFICATE, cert);
    writeFileSync(files.POSTSTELLE_SMTP_TLS_KEY, key);
    expect(await certificateFor(configIn(newFolder(), files))).toEqual({ cert, key });
  });

  it('stops the start with a sentence where it cannot be read or is damaged', async () => {
    const folder = newFolder();
    const missing = { POSTSTELLE_SMTP_TLS_CERTIFICATE: join(folder, 'none.pem'), POSTSTELLE_SMTP_TLS_KEY: join(folder, 'none.pem') };
    await expect(certificateFor(configIn(folder, missing))).rejects.toThrow(/cannot be read from .*none\.pem/);
    mkdirSync(join(folder, 'tls'));
    writeFileSync(join(folder, 'tls', 'certificate.pem'), 'rubbish');
    writeFileSync(join(folder, 'tls', 'key.pem'), 'rubbish');
    await expect(certificateFor(configIn(folder))).rejects.toThrow(/is damaged/);
  });
});
