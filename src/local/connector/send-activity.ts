import type { Reply } from '../http.js';
import type { StoredMessage } from '../teams-host/chats.js';
import type { Place } from '../teams-host/places.js';
import type { HostAttachment } from '../teams-host/wire.js';
import {
  type ConnectorCall,
  ConnectorRefusal,
  countCall,
  mustReach,
  placeOf,
} from './connector-call.js';
import { checkedActivity, connectorBody, type SentActivity } from './message-body.js';
import { refusals } from './refusals.js';

function recipientOf(place: Place): { personId: string } | { channelId: string } {
  return place.kind === 'personal'
    ? { personId: place.person.id }
    : { channelId: place.conversationId };
}

function attachmentsOf(activity: SentActivity): HostAttachment[] {
  return (activity.attachments ?? []).map(({ contentType, content, name }) => ({
    contentType,
    ...(content !== undefined && { content }),
    ...(name !== undefined && { name }),
  }));
}

/** Puts a bot message into its conversation and into the record of deliveries. */
export function acceptMessage(
  call: ConnectorCall,
  place: Place,
  activity: SentActivity,
  method: 'POST' | 'CREATE',
): StoredMessage {
  const { chats, deps, app } = call.desk;
  const read = app('ja-JP');
  const name = 'app' in read ? read.app.name : deps.settings.appId;
  const message = chats.add({
    place,
    author: { kind: 'bot', name },
    text: activity.text ?? undefined,
    textFormat: activity.textFormat ?? undefined,
    attachments: attachmentsOf(activity),
  });
  deps.deliveries.record({
    method,
    conversationId: call.req.params['conversation'] ?? place.conversationId,
    activityId: message.id,
    activity,
    recipient: recipientOf(place),
  });
  return message;
}

/** POST …/activities and …/activities/{replyTo}; any replyTo is taken, also invented ones. */
export function sendActivity(call: ConnectorCall): Reply {
  const place = placeOf(call);
  mustReach(call, place);
  const activity = checkedActivity(connectorBody(call.req));
  const inThread = place.kind === 'channel' && place.rootId !== undefined;
  if (inThread && call.desk.chats.find(place, place.rootId ?? '') === undefined) {
    throw new ConnectorRefusal(refusals.conversationNotFound());
  }
  countCall(call, 'send', place.conversationId);
  if (activity.type === 'typing') {
    call.desk.chats.typing(place);
    return { status: 201, body: { id: call.desk.chats.nextId() } };
  }
  const message = acceptMessage(call, place, activity, 'POST');
  return { status: 201, body: { id: message.id } };
}

function ownMessage(call: ConnectorCall, place: Place): StoredMessage {
  const message = call.desk.chats.find(place, call.req.params['activity'] ?? '');
  if (message === undefined || message.author.kind !== 'bot') {
    throw new ConnectorRefusal(refusals.activityNotFound());
  }
  return message;
}

/** PUT …/activities/{activity}: replaces a message of the bot. */
export function updateActivity(call: ConnectorCall): Reply {
  const place = placeOf(call);
  mustReach(call, place);
  const activity = checkedActivity(connectorBody(call.req));
  const { id } = ownMessage(call, place);
  countCall(call, 'send', place.conversationId);
  const text = activity.text ?? undefined;
  call.desk.chats.edit(place, id, { text, attachments: attachmentsOf(activity) });
  call.desk.deps.deliveries.record({
    method: 'PUT',
    conversationId: call.req.params['conversation'] ?? '',
    activityId: id,
    activity,
    recipient: recipientOf(place),
  });
  return { status: 200, body: { id } };
}

/** DELETE …/activities/{activity}. */
export function deleteActivity(call: ConnectorCall): Reply {
  const place = placeOf(call);
  mustReach(call, place);
  const { id } = ownMessage(call, place);
  countCall(call, 'send', place.conversationId);
  call.desk.chats.remove(place, id);
  call.desk.deps.deliveries.record({
    method: 'DELETE',
    conversationId: call.req.params['conversation'] ?? '',
    activityId: id,
    recipient: recipientOf(place),
  });
  return { status: 200 };
}
