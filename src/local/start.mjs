// npm start: builds what is not built, starts the stand-in and the app on loopback, provisions the
// lists, lets invented staff submit the sample proposals, and prints the address to open.
import { nodeVersionFault } from '../tooling/node-version.mjs';

const fault = nodeVersionFault();
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
// Only now: the other modules use what an older Node does not have.
const { startLocally } = await import('./start-locally.mjs');
await startLocally();
