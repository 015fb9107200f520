import { writeSync } from 'node:fs';
import { DataDirectory } from '#platform/data-directory/data-directory.js';

// Holds a data directory until it is killed, and says so; or says why it cannot.
try {
  await DataDirectory.hold(process.argv[2] ?? '');
  writeSync(1, 'held\n');
  setInterval(() => undefined, 1_000);
} catch (error) {
  writeSync(1, `${error instanceof Error ? error.message : 'unknown'}\n`);
}
