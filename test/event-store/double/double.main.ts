// A double of an EventStoreDB server in a process of its own: `node … test/event-store/double/double.main.ts <port>`. It says its address and
// serves until it is ended; what was recorded ends with it.
import { DoubleLog } from './double-log.js';
import { DoubleServer } from './double-server.js';

const port = await new DoubleServer(new DoubleLog()).start(Number(process.argv[2] ?? 0));
process.stdout.write(`esdb://127.0.0.1:${port}?tls=false\n`);
