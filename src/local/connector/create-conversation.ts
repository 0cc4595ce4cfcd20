import { z } from 'zod';
import type { Reply } from '../http.js';
import type { Place } from '../teams-host/places.js';
import { type ConnectorCall, ConnectorRefusal, countCall, mustReach } from './connector-call.js';
import { checkedActivity, connectorBody } from './message-body.js';
import { refusals } from './refusals.js';
import { acceptMessage } from './send-activity.js';

const shape = z.looseObject({
  isGroup: z.boolean().optional(),
  bot: z.looseObject({ id: z.string() }).nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  activity: z.unknown().optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .nullish(),
});

type Asked = z.infer<typeof shape>;

function checkTenant(call: ConnectorCall, asked: Asked): void {
  const tenant = asked.channelData?.tenant?.id ?? asked.tenantId;
  if (tenant === null || tenant === undefined) return;
  if (tenant !== call.desk.deps.settings.tenantId) {
    throw new ConnectorRefusal(refusals.wrongTenant());
  }
}

function inChannel(call: ConnectorCall, asked: Asked, channelId: string): Reply {
  const place = call.desk.places.find(channelId);
  if (place?.kind !== 'channel' || place.rootId !== undefined) {
    throw new ConnectorRefusal(refusals.conversationNotFound());
  }
  mustReach(call, place);
  const activity = checkedActivity(asked.activity);
  if (activity.type !== 'message') {
    throw new ConnectorRefusal(refusals.badArgument('A post needs a message.'));
  }
  countCall(call, 'send', channelId);
  const { id } = acceptMessage(call, place, activity, 'CREATE');
  const conversation = `${channelId};messageid=${id}`;
  const serviceUrl = `${call.req.origin}/connector/`;
  return { status: 201, body: { id: conversation, activityId: id, serviceUrl } };
}

function withPerson(call: ConnectorCall, asked: Asked, mri: string): Reply {
  const person = call.desk.places.personByMri(mri);
  if (person === undefined) {
    throw new ConnectorRefusal(refusals.badArgument('Failed to decrypt pairwise id'));
  }
  const conversationId = call.desk.places.personalConversation(person);
  const place: Place = { kind: 'personal', conversationId, person };
  if (!person.accountEnabled) throw new ConnectorRefusal(refusals.conversationNotFound());
  mustReach(call, place);
  const activity =
    asked.activity === undefined || asked.activity === null
      ? undefined
      : checkedActivity(asked.activity);
  countCall(call, 'send', conversationId);
  if (activity?.type !== 'message') return { status: 201, body: { id: conversationId } };
  const { id } = acceptMessage(call, place, activity, 'CREATE');
  return { status: 201, body: { id: conversationId, activityId: id } };
}

/** POST /v3/conversations: a new post in a channel, or the chat with one person. */
export function createConversation(call: ConnectorCall): Reply {
  const parsed = shape.safeParse(connectorBody(call.req));
  if (!parsed.success) {
    throw new ConnectorRefusal(refusals.badSyntax('Bad format of the conversation parameters.'));
  }
  const asked = parsed.data;
  checkTenant(call, asked);
  const channelId = asked.channelData?.channel?.id;
  if (asked.isGroup === true && channelId !== undefined) return inChannel(call, asked, channelId);
  const [member, ...others] = asked.members ?? [];
  if (asked.isGroup === true || member === undefined || others.length > 0) {
    const message = 'Bots can create a chat with exactly one person, or a post in a channel.';
    throw new ConnectorRefusal(refusals.badSyntax(message));
  }
  return withPerson(call, asked, member.id);
}
