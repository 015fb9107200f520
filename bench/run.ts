// Every benchmark, one after the other; `npm run bench -- event-store` runs those whose name holds a word.
import { readdirSync } from 'node:fs';

const [word = ''] = process.argv.slice(2);
const benchmarks = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.bench.ts') && name.includes(word));
for (const name of benchmarks.toSorted()) await import(new URL(name, import.meta.url).href);
