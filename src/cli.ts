import { endOnOlderNode } from './needed-node.js';

endOnOlderNode();
const { runCommand } = await import('./cli/program.js');
await runCommand(process.argv);
