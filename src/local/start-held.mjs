// node start-held.mjs <script> <library> …: loads the libraries, waits for the word of the process that started
// it, then runs the script in this process. Ends where that process has gone.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [script = '', ...libraries] = process.argv.splice(2);
const released = new Promise((go) => process.once('message', go));
const abandoned = () => process.exit(1);
process.once('disconnect', abandoned);

for (const library of libraries) await import(library);
await released;
process.off('disconnect', abandoned);
process.disconnect();
await import(pathToFileURL(resolve(script)));
