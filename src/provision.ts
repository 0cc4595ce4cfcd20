import { pino } from 'pino';
import { createGraphClient } from './graph/client.js';
import { provision, tellPlan } from './graph/provisioning.js';
import { createTokenSource } from './identity/acquire-token.js';
import { type ProvisionSettings, readOwnProvisionSettings } from './provision-settings.js';
import { systemClock } from './runtime/clock.js';

const graphScope = 'https://graph.microsoft.com/.default';
const log = pino({ name: 'provision', level: 'warn' }, pino.destination(2));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(settings: ProvisionSettings, dryRun: boolean): Promise<void> {
  const { tenantId, clientId, credential, loginOrigin } = settings;
  const tokens = createTokenSource({ tenantId, clientId, credential, loginOrigin });
  const client = createGraphClient({
    baseUrl: settings.graphBaseUrl,
    token: () => tokens(graphScope),
    version: 'provision',
    log,
    clock: systemClock(),
    // Creating a list with forty columns takes SharePoint longer than a usual call.
    timeoutMs: 60_000,
  });
  const site = { hostname: settings.siteHostname, path: settings.sitePath };
  const app = { id: settings.appId, displayName: 'Mebuki' };
  if (dryRun) say('The plan; nothing is written:');
  let lines = 0;
  const options = { client, site, app, log };
  await (dryRun ? tellPlan : provision)(options, (line) => {
    lines += 1;
    say(line);
  });
  if (lines === 0) say('Everything is there; nothing to do.');
}

const read = readOwnProvisionSettings();
const unknown = process.argv.slice(2).filter((argument) => argument !== '--dry-run');
const faults = [
  ...('faults' in read ? read.faults : []),
  ...unknown.map((argument) => `${argument} is unknown. Write --dry-run or nothing.`),
];
if ('faults' in read || faults.length > 0) {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  try {
    await run(read.settings, process.argv.includes('--dry-run'));
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  }
}
