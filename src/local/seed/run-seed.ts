import { z } from 'zod';
import { createLog } from '../log.js';
import { openAdminGraph } from './admin-graph.js';
import { openApp } from './open-app.js';
import { readSeedFiles } from './seed-files.js';
import { submitSamples } from './submit-samples.js';
import { writeMasters } from './write-masters.js';

// Run as `run-seed.js masters` before the app starts; once it is ready `app` installs it, `samples` submits too.
const environment = z.object({
  LOGIN_ORIGIN: z.url(),
  GRAPH_BASE_URL: z.url(),
  TENANT_ID: z.string(),
  PROVISION_CLIENT_ID: z.string(),
  PROVISION_CLIENT_SECRET: z.string(),
  SITE_HOSTNAME: z.string(),
  SITE_PATH: z.string(),
  TEAMS_HOST_ORIGINS: z.url(),
  PUBLIC_ORIGIN: z.url(),
});

const log = createLog();

async function nowOf(origin: string): Promise<number> {
  const answer: unknown = await (await fetch(`${origin}/control/clock`)).json();
  return Date.parse(z.object({ now: z.string() }).parse(answer).now);
}

async function main(phase: string | undefined): Promise<void> {
  const env = environment.parse(process.env);
  const origin = env.TEAMS_HOST_ORIGINS;
  const files = readSeedFiles();
  const graph = await openAdminGraph({
    loginOrigin: env.LOGIN_ORIGIN,
    graphBaseUrl: env.GRAPH_BASE_URL,
    tenantId: env.TENANT_ID,
    clientId: env.PROVISION_CLIENT_ID,
    clientSecret: env.PROVISION_CLIENT_SECRET,
    siteHostname: env.SITE_HOSTNAME,
    sitePath: env.SITE_PATH,
  });
  if (phase === 'masters') {
    const written = await writeMasters(graph, files, await nowOf(origin));
    if (written > 0) log(`台帳の項目を${written}件入れました（${written} master items written）`);
    return;
  }
  if (phase === 'app') return openApp(origin, env.PUBLIC_ORIGIN, files, true);
  if (phase !== 'samples') throw new Error('run-seed needs a phase: masters, app or samples');
  const already = new Set(await graph.columnOf('MebukiProposals', 'Title'));
  if (files.samples.proposals.every((sample) => already.has(sample.title))) return;
  await openApp(origin, env.PUBLIC_ORIGIN, files, already.size === 0);
  await submitSamples(origin, files, already, (done, all) => {
    if (done % 10 === 0 || done === all) log(`見本の提案 ${done}／${all}（sample proposals）`);
  });
}

main(process.argv[2]).catch((fault: unknown) => {
  log(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
