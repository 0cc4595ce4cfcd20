import type { Finding } from '../../domain/health/finding.js';
import type { Clock } from '../../usecases/ports.js';
import type { GraphClient } from '../client.js';
import { allLists } from '../lists/all-lists.js';
import { readPlace } from '../place.js';
import { listOf, type SiteAddress } from '../site.js';
import { isSameList } from './choose-subscriptions.js';
import { leadsTo } from './notification-door.js';
import { subscribedLists } from './subscribed-lists.js';
import { readSubscriptions } from './subscription-calls.js';

/** As long as Graph waits. */
const answerWithinMs = 10_000;
/** With what an address may lose on its way: a blank, a colon, a plus, a letter of two bytes. */
const token = 'Mebuki asks: 1+1=２';

/**
 * Asks the door what Graph asks it before each subscription; tells nothing where it answers as it should. Who knows no
 * mark of a key is answered too, among strangers.
 */
export async function knockAt(url: string, mark = 'doctor'): Promise<readonly Finding[]> {
  const asked = new URL(`${url}/${mark}`);
  asked.searchParams.set('validationToken', token);
  try {
    const answer = await fetch(asked, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status === 200 && type.startsWith('text/plain') && text === token) return [];
    return [{ code: 'door-unanswered', address: url, said: `${answer.status} ${type}` }];
  } catch (fault) {
    const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
    const said = cause instanceof Error ? cause.message : String(cause);
    return [{ code: 'door-unanswered', address: url, said }];
  }
}

/** What looking from outside needs. The client acts as the app that runs. */
export interface ExamineSubscriptionsOptions {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  readonly clock: Clock;
  /** The address of the door. */
  readonly url: string;
}

/** Whether the door answers, and whether Graph knows a subscription of each list that leads to it. */
export async function examineSubscriptions({
  client,
  site,
  clock,
  url,
}: ExamineSubscriptionsOptions): Promise<readonly Finding[]> {
  const knocked = await knockAt(url);
  const { lists } = await readPlace(client, site);
  const own = await readSubscriptions(client);
  if ('said' in own) {
    const code = own.kind === 'denied' ? 'subscriptions-denied' : 'subscriptions-failing';
    return [...knocked, { code, since: clock.now(), said: own.said }];
  }
  const lasting = own.filter(
    ({ notificationUrl, expiresAt }) => leadsTo(url, notificationUrl) && expiresAt > clock.now(),
  );
  const without = subscribedLists
    .map((key) => listOf(allLists[key], lists))
    .filter((list) => list !== undefined)
    .filter(({ id }) => !lasting.some(({ resource }) => isSameList(resource, `/lists/${id}`)))
    .map(({ displayName }) => displayName);
  return without.length > 0
    ? [...knocked, { code: 'subscriptions-missing', names: without }]
    : [...knocked, { code: 'subscriptions-kept', lists: subscribedLists.length }];
}
