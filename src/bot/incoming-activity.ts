import { z } from 'zod';

const id = z.string().min(1).max(1024);
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const shortText = z.string().max(256);

/**
 * What of an activity may come in. Everything else is dropped before the SDK or a handler sees it.
 * `value` is what a card sends; its own reader decides about it.
 */
export const incomingActivity = z.object({
  type: z.string().min(1).max(64),
  id,
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(1024),
  from: z.object({ id, name: shortText.nullish(), aadObjectId: guid.nullish() }),
  recipient: z.object({ id, name: shortText.nullish() }),
  conversation: z.object({
    id,
    conversationType: shortText.nullish(),
    tenantId: shortText.nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: shortText }).nullish(),
      team: z.object({ id }).nullish(),
      channel: z.object({ id }).nullish(),
    })
    .nullish(),
  name: shortText.nullish(),
  action: shortText.nullish(),
  text: z.string().nullish(),
  locale: z.string().max(35).nullish(),
  replyToId: id.nullish(),
  value: z.unknown().optional(),
});

/** An activity of which every member has been checked. */
export type IncomingActivity = z.infer<typeof incomingActivity>;

/** Activities that make no sense without knowing the person. */
export const typesOfPersons: ReadonlySet<string> = new Set(['message', 'invoke']);
