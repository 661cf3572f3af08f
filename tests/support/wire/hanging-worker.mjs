// A thread that responds to `again` and hangs in anything else, as SQLite does in a query that never ends.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ id, query }) => {
  if (query === 'again') parentPort?.postMessage({ id, ok: true, data: 'read' });
  else if (query === 'fault') parentPort?.postMessage({ id, ok: false, fault: 'no such table' });
  else if (query === 'die') process.exit(1);
  else for (;;);
});
