import { startStandIn } from './compose.js';
import { createLog } from './log.js';
import { readPeople } from './people.js';
import { readOwnSettings } from './settings.js';

const log = createLog();

async function main(): Promise<void> {
  const read = readOwnSettings();
  if ('faults' in read) {
    for (const fault of read.faults) log(fault);
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  const people = readPeople(new URL('./seed/people.json', import.meta.url));
  const standIn = await startStandIn(settings, { people, log });
  log(`${standIn.origin} (seed ${settings.seed}, profile ${settings.profile})`);
  if (standIn.tlsOrigin !== undefined) log(standIn.tlsOrigin);
  const stop = () => {
    standIn.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
