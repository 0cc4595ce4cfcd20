import { useState } from 'react';
import type { HostChannel, HostState } from '../wire.js';
import type { BotView } from './BotPane.js';
import { deepLink } from './deep-link.js';
import type { TabTarget } from './desk.js';
import type { HostTexts } from './texts.js';

/** Where the page stands and how it moves. */
export interface Places {
  readonly bot: BotView;
  readonly channelId: string | undefined;
  readonly channelTarget: TabTarget | undefined;
  readonly channelVisit: number;
  /** Narrow windows show the channel only when asked for. */
  readonly channelOpen: boolean;
  readonly openBot: (target: TabTarget | undefined, draft?: string) => void;
  readonly openChannel: (channelId: string, target?: TabTarget) => void;
  readonly showChannel: () => void;
  readonly closeChannel: () => void;
  readonly openTab: (target: TabTarget) => boolean;
  readonly openLink: (address: string) => boolean;
}

type Link = NonNullable<ReturnType<typeof deepLink>>;

/** A place inside this page. */
type Destination =
  | { readonly pane: 'bot'; readonly target?: TabTarget; readonly draft?: string }
  | { readonly pane: 'channel'; readonly channelId: string; readonly target?: TabTarget };

function channelsOf(state: HostState): readonly HostChannel[] {
  return state.teams.flatMap((team) => team.channels);
}

function tabDestination(state: HostState, target: TabTarget): Destination | undefined {
  const { entityId, channelId } = target;
  const personal = state.app?.staticTabs.some((one) => one.entityId === entityId);
  if (personal && channelId === undefined) return { pane: 'bot', target };
  const channel = channelsOf(state).find((one) =>
    channelId === undefined
      ? one.tabs.some((tab) => tab.entityId === entityId)
      : one.id === channelId,
  );
  return channel && { pane: 'channel', channelId: channel.id, target };
}

function linkDestination(state: HostState, link: Link): Destination | undefined {
  switch (link.kind) {
    case 'tab':
      return link.appId === state.app?.id ? tabDestination(state, link) : undefined;
    case 'channel': {
      const known = channelsOf(state).some((one) => one.id === link.channelId);
      return known ? { pane: 'channel', channelId: link.channelId } : undefined;
    }
    case 'chat': {
      const toBot = link.users.every((user) => user === `28:${state.app?.botId}`);
      return toBot ? { pane: 'bot', draft: link.message ?? '' } : undefined;
    }
    case 'unknown':
      return undefined;
  }
}

function openWeb(address: string): boolean {
  const web = /^(https?|mailto):/i.test(address);
  if (web) window.open(address, '_blank', 'noopener,noreferrer');
  return web;
}

/** Navigation of the page, deep links included. `say` tells why a link leads nowhere. */
export function usePlaces(
  state: HostState | undefined,
  texts: HostTexts,
  say: (text: string) => void,
): Places {
  const [bot, setBot] = useState<BotView>({ target: undefined, visit: 0, draft: '' });
  const [channel, setChannel] = useState<{ id: string; target: TabTarget | undefined }>();
  const [channelVisit, setChannelVisit] = useState(0);
  const [channelOpen, setChannelOpen] = useState(false);

  const closeChannel = () => {
    setChannelOpen(false);
    setChannel((old) => old && { id: old.id, target: undefined });
  };
  const openBot = (target: TabTarget | undefined, draft = '') => {
    setBot((old) => ({ target, visit: old.visit + 1, draft }));
    closeChannel();
  };
  const openChannel = (id: string, target?: TabTarget) => {
    setChannel({ id, target });
    setChannelVisit((old) => old + 1);
    setChannelOpen(true);
  };
  const go = (to: Destination | undefined): boolean => {
    if (to?.pane === 'bot') openBot(to.target, to.draft);
    else if (to?.pane === 'channel') openChannel(to.channelId, to.target);
    return to !== undefined;
  };
  const openLink = (address: string): boolean => {
    const link = deepLink(address);
    if (link === undefined) return openWeb(address);
    const opened = state !== undefined && go(linkDestination(state, link));
    if (!opened) say(link.kind === 'chat' ? texts.chatElsewhere : texts.linkUnknown);
    return opened;
  };
  return {
    bot,
    channelId: channel?.id,
    channelTarget: channel?.target,
    channelVisit,
    channelOpen,
    openBot,
    openChannel,
    showChannel: () => setChannelOpen(true),
    closeChannel,
    openTab: (target) => state !== undefined && go(tabDestination(state, target)),
    openLink,
  };
}
