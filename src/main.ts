import { endOnOlderNode } from './needed-node.js';

endOnOlderNode();
const { startService } = await import('./start-service.js');
await startService(process.env);
