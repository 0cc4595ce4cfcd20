import type { Finding } from '../domain/health/finding.js';
import type { HealthCheck } from '../usecases/examine-health.js';
import type { Clock } from '../usecases/ports.js';
import { failureOf, type GraphAnswer, type GraphCall } from './answer.js';
import type { GraphClient } from './client.js';
import { allLists, allSchemas } from './lists/all-lists.js';
import { schemaFaults } from './schema-faults.js';
import { findSite, listOf, readLists, type SiteAddress } from './site.js';
import { readGrant } from './site-grant.js';

/** What looking at a site needs. The client acts as the app that runs. */
export interface ExamineSiteOptions {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  /** The clock of the machine, even where the product follows another one. */
  readonly clock: Clock;
}

/** A difference that the whole seconds of the Date header and the way of the answer cannot explain. */
const mostDifferenceS = 60;

/** No item has this number; SharePoint counts from 1. */
const noItem = '0';

const saidBy = (call: GraphCall, answer: GraphAnswer): string => failureOf(call, answer).message;

const siteCall = ({ hostname, path }: SiteAddress) =>
  ({ method: 'GET', path: `/sites/${hostname}:${encodeURI(path)}` }) as const;

/** How far the clock of the machine is from the service's, by the Date header of one answer. */
async function examineClock({
  client,
  clock,
  site,
}: ExamineSiteOptions): Promise<readonly Finding[]> {
  const asked = clock.now();
  const call = siteCall(site);
  const answer = await client.exchange(call);
  if (answer.kind === 'unanswered' || answer.answeredAt === undefined)
    throw failureOf(call, answer);
  const between = (asked + clock.now()) / 2;
  const seconds = Math.round((between - answer.answeredAt) / 1000);
  const code = Math.abs(seconds) > mostDifferenceS ? 'clock-differs' : 'clock-agrees';
  return [{ code, seconds }];
}

/**
 * Whether the app may write, without writing: a change of an item that cannot exist is refused as not found where
 * writing is granted, and as denied where it is not.
 */
async function examineWriting(client: GraphClient, site: string): Promise<readonly Finding[]> {
  const list = listOf(allLists.noticeMarks, await readLists(client, site));
  // A list that is missing is told by the check of the lists.
  if (!list) return [];
  const path = `${site}/lists/${list.id}/items/${noItem}`;
  const call = {
    method: 'PATCH',
    path,
    body: { fields: { Title: '' } },
    ifMatch: '"none"',
  } as const;
  const answer = await client.exchange(call);
  if (answer.kind === 'unanswered' || answer.status >= 500) throw failureOf(call, answer);
  return answer.status === 401 || answer.status === 403
    ? [{ code: 'may-not-write', said: saidBy(call, answer) }]
    : [{ code: 'may-write' }];
}

/** Whether the site is there for the app, and whether it may write. */
async function examineSite({ client, site }: ExamineSiteOptions): Promise<readonly Finding[]> {
  const address = `https://${site.hostname}${site.path}`;
  const call = siteCall(site);
  const answer = await client.exchange(call);
  if (answer.kind === 'unanswered' || answer.status === 429 || answer.status >= 500) {
    return [{ code: 'site-unreachable', address, said: saidBy(call, answer) }];
  }
  if (answer.status >= 400) return [{ code: 'site-missing', address, said: saidBy(call, answer) }];
  const writing = await examineWriting(client, await findSite(client, site));
  return [{ code: 'site-found', address }, ...writing];
}

/** Each list, column, index and unique demand that is not as it must be, and the version of all. */
async function examineLists({ client, site }: ExamineSiteOptions): Promise<readonly Finding[]> {
  const faults = await schemaFaults(client, await findSite(client, site));
  if (faults.length > 0) return faults.map((said) => ({ code: 'list-differs', said }));
  const columns = allSchemas.reduce((sum, list) => sum + list.columns.length, 0);
  return [{ code: 'lists-sound', lists: allSchemas.length, columns }];
}

/** Looks at the site, its lists and the clock, as the app that runs sees them. */
export function siteChecks(options: ExamineSiteOptions): readonly HealthCheck[] {
  return [
    { subject: 'site', look: () => examineSite(options) },
    { subject: 'lists', look: () => examineLists(options) },
    { subject: 'clock', look: () => examineClock(options) },
  ];
}

/** Whether the grant of the running app stands in the site. The client acts as the provisioning identity. */
export async function examineGrant(
  client: GraphClient,
  site: SiteAddress,
  appId: string,
): Promise<readonly Finding[]> {
  const { kind } = await readGrant(client, await findSite(client, site), appId);
  return [{ code: kind === 'granted' ? 'grant-stands' : 'grant-lacks' }];
}
