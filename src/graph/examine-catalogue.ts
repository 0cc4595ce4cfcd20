import { z } from 'zod';
import type { Finding } from '../domain/health/finding.js';
import { failureOf } from './answer.js';
import type { GraphClient } from './client.js';

const appsShape = z.object({ value: z.array(z.object({ externalId: z.string().nullish() })) });

/**
 * Whether the app package stands in the catalogue of the organisation. Needs AppCatalog.Read.All, which the running
 * app does not have and does not need.
 */
export async function examineCatalogue(
  client: GraphClient,
  teamsAppId: string,
): Promise<readonly Finding[]> {
  const filter = encodeURIComponent(`externalId eq '${teamsAppId}'`);
  const call = { method: 'GET', path: `/appCatalogs/teamsApps?$filter=${filter}` } as const;
  const answer = await client.exchange(call);
  const isRead = answer.kind === 'answered' && answer.status === 200;
  const read = appsShape.safeParse(isRead ? answer.body : undefined);
  if (!read.success) return [{ code: 'catalogue-unread', said: failureOf(call, answer).message }];
  const isThere = read.data.value.some(
    ({ externalId }) => externalId?.toLowerCase() === teamsAppId,
  );
  return [{ code: isThere ? 'in-catalogue' : 'not-in-catalogue' }];
}
