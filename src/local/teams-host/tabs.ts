import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import type { Desk } from './desk.js';
import { HostRefusal, hostBody, hostPerson, hostPlace } from './host-routes.js';
import type { HostTab } from './wire.js';

interface KeptTab {
  channelId: string;
  tab: HostTab;
}

function kept(desk: Desk) {
  return desk.deps.state.collection<KeptTab>('channel-tabs');
}

/** Tabs added to a channel, in the order they were added. */
export function tabsIn(desk: Desk, channelId: string): HostTab[] {
  return kept(desk)
    .values()
    .filter((one) => one.channelId === channelId)
    .map((one) => one.tab);
}

const addShape = z.object({
  person: z.string(),
  channel: z.string(),
  tab: z.object({
    entityId: z.string().min(1),
    name: z.string().min(1),
    contentUrl: z.string().min(1),
    websiteUrl: z.string().optional(),
  }),
});

/** POST /host/tabs: what the page does after the configuration page has saved. */
export function addTab(desk: Desk, req: LocalRequest): Reply {
  const { person, channel, tab } = hostBody(addShape, req);
  const place = hostPlace(desk, hostPerson(desk, person), channel);
  if (place.kind !== 'channel' || !desk.installs.reaches(place)) {
    throw new HostRefusal(409, 'the app is not in this team');
  }
  const read = desk.app('ja-JP');
  const origins = 'app' in read ? read.app.tabOrigins : [];
  const url = URL.canParse(tab.contentUrl) ? new URL(tab.contentUrl) : undefined;
  if (url === undefined || !origins.includes(url.origin)) {
    throw new HostRefusal(400, `${tab.contentUrl} is not on a valid domain of the app`);
  }
  const { websiteUrl, ...rest } = tab;
  const added: HostTab = {
    id: desk.deps.random.guid(),
    ...rest,
    ...(websiteUrl !== undefined && { websiteUrl }),
  };
  kept(desk).set(added.id, { channelId: place.conversationId, tab: added });
  desk.chats.changed(place);
  return { status: 201, body: added };
}

const removeShape = z.object({ person: z.string(), tab: z.string() });

/** DELETE /host/tabs. */
export function removeTab(desk: Desk, req: LocalRequest): Reply {
  const { person, tab } = hostBody(removeShape, req);
  const found = kept(desk).get(tab);
  if (found === undefined) throw new HostRefusal(404, `there is no tab ${tab}`);
  const place = hostPlace(desk, hostPerson(desk, person), found.channelId);
  kept(desk).delete(tab);
  desk.chats.changed(place);
  return { status: 204 };
}
