import { writeSync } from 'node:fs';
import { openVault } from './vault-in.js';

const folder = process.argv[2] ?? '';
const vault = await openVault(folder);
for (;;) {
  const key = await vault.dataKeys.take();
  writeSync(1, `${key.id}\n`);
  await new Promise((done) => setImmediate(done));
}
