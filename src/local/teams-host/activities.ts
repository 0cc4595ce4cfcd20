import type { Person } from '../people.js';
import { type Place, type Places, threadOf } from './places.js';

/** What every activity carries, whatever its type. */
interface Envelope {
  id: string;
  timestamp: string;
  serviceUrl: string;
  [member: string]: unknown;
}

/** An activity as JSON; only its envelope is named here. */
export interface Activity extends Envelope {
  type: string;
}

/** What every activity of one person in one place needs. */
export interface ActivityOrigin {
  places: Places;
  person: Person;
  place: Place;
  tenantId: string;
  botId: string;
  botName: string;
  serviceUrl: string;
  id: string;
  now: number;
}

const zone = 'Asia/Tokyo';
const zoneOffsetMs = 9 * 3_600_000;

/** The two time members of an activity: UTC, and the same instant in the person's own time. */
export function activityTimes(now: number): { timestamp: string; localTimestamp: string } {
  const local = new Date(now + zoneOffsetMs).toISOString().replace('Z', '+09:00');
  return { timestamp: new Date(now).toISOString(), localTimestamp: local };
}

function conversationOf({ place, tenantId }: ActivityOrigin): Record<string, unknown> {
  if (place.kind === 'personal') {
    return { conversationType: 'personal', tenantId, id: place.conversationId };
  }
  const thread = place.rootId === undefined ? '' : `;messageid=${place.rootId}`;
  const id = `${place.conversationId}${thread}`;
  return { isGroup: true, conversationType: 'channel', tenantId, id };
}

function channelDataOf({ place, tenantId }: ActivityOrigin): Record<string, unknown> {
  if (place.kind === 'personal') return { tenant: { id: tenantId } };
  return {
    channel: { id: place.conversationId },
    team: { id: threadOf(place.team) },
    tenant: { id: tenantId },
  };
}

function envelope(origin: ActivityOrigin): Envelope {
  const { person, places } = origin;
  const country = person.locale.slice(-2);
  return {
    ...activityTimes(origin.now),
    id: origin.id,
    channelId: 'msteams',
    serviceUrl: origin.serviceUrl,
    from: { id: places.mriOf(person), name: person.name, aadObjectId: person.id },
    conversation: conversationOf(origin),
    recipient: { id: `28:${origin.botId}`, name: origin.botName },
    entities: [
      { locale: person.locale, country, platform: 'Web', timezone: zone, type: 'clientInfo' },
    ],
    channelData: channelDataOf(origin),
    locale: person.locale,
    localTimezone: zone,
  };
}

/** Plain text as the body of a message of Teams. */
export function html(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}

/** A typed message; Teams repeats its text as HTML in an attachment. */
export function messageActivity(origin: ActivityOrigin, text: string): Activity {
  return {
    type: 'message',
    ...envelope(origin),
    textFormat: 'plain',
    text,
    attachments: [{ contentType: 'text/html', content: html(text) }],
  };
}

/** What Action.Submit becomes: a message with `value`; text only for messageBack and imBack. */
export function submitActivity(
  origin: ActivityOrigin,
  submit: { replyToId: string; value: unknown; text?: string | undefined },
): Activity {
  const { replyToId, value, text } = submit;
  return {
    type: 'message',
    ...envelope(origin),
    ...(text !== undefined && { text, textFormat: 'plain' }),
    replyToId,
    value,
  };
}

/** The invoke of a universal action. */
export function cardInvoke(
  origin: ActivityOrigin,
  invoke: { replyToId: string; action: object; trigger: 'manual' | 'automatic' },
): Activity {
  const { replyToId, action, trigger } = invoke;
  const base = envelope(origin);
  const channelData = { ...channelDataOf(origin), source: { name: 'message' } };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    ...base,
    channelData,
    replyToId,
    value: { action, trigger },
  };
}

/** What an invoke of the message extension is about; without a context it comes from the compose box. */
export interface ExtensionValue {
  commandId: string;
  commandContext?: string;
  [member: string]: unknown;
}

/** An invoke of the message extension, from the compose box or from a message. */
export function extensionInvoke(
  origin: ActivityOrigin,
  name: string,
  value: ExtensionValue,
): Activity {
  const base = envelope(origin);
  const source = { name: value.commandContext ?? 'compose' };
  return {
    type: 'invoke',
    name,
    ...base,
    channelData: { ...channelDataOf(origin), source },
    value,
  };
}

/** Adding or removing the app, for one person or in a team. */
export function installActivity(origin: ActivityOrigin, action: 'add' | 'remove'): Activity {
  const { place } = origin;
  const base = envelope(origin);
  const selected =
    place.kind === 'channel' ? { selectedChannel: { id: place.conversationId } } : {};
  const channelData = {
    ...teamChannelData(origin),
    settings: selected,
    source: { name: 'message' },
  };
  return { type: 'installationUpdate', ...base, action, channelData };
}

function teamChannelData(origin: ActivityOrigin): Record<string, unknown> {
  const { place, tenantId } = origin;
  if (place.kind === 'personal') return { tenant: { id: tenantId } };
  const { team } = place;
  return {
    team: { aadGroupId: team.id, name: team.name, id: threadOf(team) },
    tenant: { id: tenantId },
  };
}

/** The bot entering (or leaving) a conversation. */
export function membersActivity(
  origin: ActivityOrigin,
  change: 'membersAdded' | 'membersRemoved',
): Activity {
  const eventType = change === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const channel = origin.place.kind === 'channel' ? { eventType } : {};
  return {
    type: 'conversationUpdate',
    ...envelope(origin),
    channelData: { ...teamChannelData(origin), ...channel },
    [change]: [{ id: `28:${origin.botId}` }],
  };
}
