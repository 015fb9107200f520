const needed = 24;

/** Ends the process with a sentence on an older Node: the SQLite driver would end it without a word. To be called before anything else is imported. */
export function endOnOlderNode(): void {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= needed) return;
  process.stderr.write(`Poststelle needs Node ${needed} or later; this is Node ${node}. \`npm start\` brings its own on linux-x64.\n`);
  process.exit(1);
}
