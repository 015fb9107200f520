import { endOnOlderNode } from './needed-node.js';
import { keepYoungSpaceSmall, letYoungSpaceGrow } from './small-young-space.js';

endOnOlderNode();
keepYoungSpaceSmall();
const { startService } = await import('./start-service.js');
await startService(process.env);
letYoungSpaceGrow();
