// Nothing else is imported here, because the libraries need this version: the SQLite driver would end the process without a word on an older one.
const needed = 24;
const { node } = process.versions;

if (Number.parseInt(node, 10) < needed) {
  console.error(`Poststelle needs Node ${needed} or later; this is Node ${node}. \`npm start\` brings its own on linux-x64.`);
  process.exit(1);
}

const { startService } = await import('./start-service.js');
await startService(process.env);

export {};
