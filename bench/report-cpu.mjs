// Loaded before every measured process: answers how much CPU it has used and how much memory it holds, and ends it
// when the benchmark is gone.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is still held once all that is not has been collected, in bytes: on the heap, beside it, and as the system sees it. */
function heldBytes() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, external, resident: rss };
}

process.on('message', (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
  if (message === 'memory') process.send({ memory: heldBytes() });
});
process.once('disconnect', () => process.exit());
process.channel?.unref();
