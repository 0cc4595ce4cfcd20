import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SendOutcome } from '../usecases/messenger.js';
import type { FeedNote, InstallOutcome, PeopleApps } from '../usecases/people-apps.js';
import { errorCodeOf, type GraphAnswer } from './answer.js';
import type { GraphClient } from './client.js';

/** What the app is called in Teams and where its notices lead. */
export interface PeopleAppsOptions {
  /** The id of the app package. */
  readonly teamsAppId: string;
  /** A link of Teams to a proposal. */
  readonly linkTo: (number: string) => string;
}

/** The activity type that the manifest declares, with its only parameter. */
const activityType = 'proposalNews';
const parameter = 'number';
/** Teams shows no more. */
const longestPreview = 150;

const installedShape = z.object({
  value: z.array(z.object({ teamsApp: z.object({ id: z.string().min(1) }) })),
});

const appsOf = (personId: string): string =>
  `/users/${encodeURIComponent(personId)}/teamwork/installedApps`;

/** 404 is said of the account, or of the app. */
const isNoAccount = ({ status, body }: Extract<GraphAnswer, { kind: 'answered' }>): boolean =>
  status === 404 && errorCodeOf(body)?.startsWith('Request_ResourceNotFound') === true;

/** A number by which Teams knows that one entry takes the place of another: 48 bits, so that JSON holds it whole. */
function chainOf({ key }: FeedNote, personId: string): number {
  const digest = createHash('sha256').update(`${key}|${personId}`).digest();
  return digest.readUIntBE(0, 6);
}

function installOutcomeOf(answer: GraphAnswer): InstallOutcome {
  if (answer.kind === 'unanswered') return { kind: 'not-now' };
  const { status, retryAfterMs } = answer;
  if (status === 201) return { kind: 'installed' };
  if (status === 409) return { kind: 'has-app' };
  if (status === 403) return { kind: 'not-allowed' };
  if (isNoAccount(answer)) return { kind: 'no-account' };
  return { kind: 'not-now', ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** What the answer means for the entry (specification 3.2). Repeating it replaces it, so that doubt costs nothing. */
function sendOutcomeOf(answer: GraphAnswer): SendOutcome {
  if (answer.kind === 'unanswered') return { kind: 'ambiguous', why: 'connection-lost' };
  const { status, retryAfterMs } = answer;
  if (status === 204 || status === 202) return { kind: 'accepted', activityId: '' };
  if (status === 429) {
    return {
      kind: 'not-sent',
      why: 'throttled',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  }
  if (status === 401) return { kind: 'not-sent', why: 'unauthorized' };
  if (status >= 500) return { kind: 'ambiguous', why: 'server-error' };
  return { kind: 'refused', why: status === 404 ? 'gone' : 'blocked' };
}

/** Opens the way to the app in the hands of people (facts: graph-sharepoint 10). */
export function createPeopleApps(
  client: Pick<GraphClient, 'exchange'>,
  { teamsAppId, linkTo }: PeopleAppsOptions,
): PeopleApps {
  let catalogueId: string | undefined;

  /** Who installs only itself may read this of people who have the app, and needs no look into the catalogue. */
  async function learnCatalogueId(owner: string): Promise<string | InstallOutcome> {
    const filter = encodeURIComponent(`teamsApp/externalId eq '${teamsAppId}'`);
    const path = `${appsOf(owner)}?$expand=teamsApp&$filter=${filter}`;
    const answer = await client.exchange({ method: 'GET', path });
    const isRead = answer.kind === 'answered' && answer.status === 200;
    const read = installedShape.safeParse(isRead ? answer.body : undefined);
    const isRefused = answer.kind === 'answered' && answer.status === 403;
    return read.data?.value[0]?.teamsApp.id ?? { kind: isRefused ? 'not-allowed' : 'not-now' };
  }

  async function install(personId: string, owner: string): Promise<InstallOutcome> {
    const learned = catalogueId ?? (await learnCatalogueId(owner));
    if (typeof learned !== 'string') return learned;
    catalogueId = learned;
    const bound = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${learned}`;
    const outcome = installOutcomeOf(
      await client.exchange({
        method: 'POST',
        path: appsOf(personId),
        body: { 'teamsApp@odata.bind': bound },
        answersNothing: true,
      }),
    );
    // The app may have been taken out of the catalogue and put in again, with another id.
    if (outcome.kind === 'not-now') catalogueId = undefined;
    return outcome;
  }

  async function notify(personId: string, note: FeedNote): Promise<SendOutcome> {
    const { number, summary } = note;
    const path = `/users/${encodeURIComponent(personId)}/teamwork/sendActivityNotification`;
    const body = {
      topic: { source: 'text', value: number, webUrl: linkTo(number) },
      activityType,
      previewText: { content: summary.slice(0, longestPreview) },
      templateParameters: [{ name: parameter, value: number }],
      chainId: chainOf(note, personId),
    };
    return sendOutcomeOf(await client.exchange({ method: 'POST', path, body }));
  }

  return { install, notify };
}
