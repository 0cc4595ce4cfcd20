import { z } from 'zod';
import { uploadedApps } from '../app-catalogue.js';
import type { GraphContext } from '../graph-context.js';
import { GraphFault } from '../graph-fault.js';

const topicShape = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('text'),
    value: z.string().min(1),
    webUrl: z.string().startsWith('https://teams.microsoft.com/l/'),
  }),
  z.strictObject({
    source: z.literal('entityUrl'),
    value: z.string().startsWith('https://graph.microsoft.com/'),
    webUrl: z.string().startsWith('https://teams.microsoft.com/l/').optional(),
  }),
]);

const shape = z.strictObject({
  topic: topicShape,
  activityType: z.string(),
  previewText: z.strictObject({ content: z.string().min(1) }),
  templateParameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).default([]),
  teamsAppId: z.string().optional(),
  chainId: z.int().optional(),
});

/** A checked wish to write into somebody's activity feed. */
export type ActivityWish = z.infer<typeof shape>;

const refuse = (message: string) => new GraphFault(400, 'BadRequest', message);

/** Reads the body of `sendActivityNotification`; refuses what the app's package does not declare. */
export function readActivity(
  context: GraphContext,
  body: Record<string, unknown>,
  types: ReadonlyMap<string, readonly string[]>,
): ActivityWish {
  const parsed = shape.safeParse(body);
  if (!parsed.success) {
    throw refuse(`Invalid request body. ${z.prettifyError(parsed.error)}`);
  }
  const { activityType, templateParameters, teamsAppId } = parsed.data;
  const wanted = types.get(activityType);
  if (wanted === undefined) {
    throw refuse(`The activity type '${activityType}' is not declared in the app's manifest.`);
  }
  const given = templateParameters.map(({ name }) => name);
  const missing = wanted.find((name) => !given.includes(name));
  if (missing !== undefined) throw refuse(`The template parameter '${missing}' is missing.`);
  const isKnown = uploadedApps(context).some(
    ({ id }) => teamsAppId === undefined || id === teamsAppId,
  );
  if (!isKnown) throw new GraphFault(404, 'NotFound', 'The app was not found in the catalogue.');
  return parsed.data;
}
