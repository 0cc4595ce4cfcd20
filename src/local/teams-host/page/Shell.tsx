import { Button } from '@fluentui/react-components';
import { NavigationRegular, PanelRightRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { BotPane } from './BotPane.js';
import { ChannelPane } from './ChannelPane.js';
import { useDesk } from './desk.js';
import { Rail, type RailPlace } from './Rail.js';
import { Sidebar } from './Sidebar.js';
import { useMedia } from './use-media.js';
import type { Places } from './use-places.js';
import { useUnread } from './use-unread.js';

/** A tab needs the width: the channel then waits behind its icon, or takes the place of the chat. */
function shellMarks({ bot, channelTarget, channelOpen }: Places, narrow: boolean): string {
  const botTab = bot.target !== undefined;
  const channelTab = channelTarget !== undefined;
  const marks = [
    'shell',
    channelOpen && 'channel-open',
    channelTab && !narrow && 'channel-wide',
    (narrow || (botTab && !channelTab)) && 'collapsed',
  ];
  return marks.filter(Boolean).join(' ');
}

/** Teams below the strip: rail, lists, the bot, and a channel beside it. */
export function Shell({
  places,
  typing,
}: {
  readonly places: Places;
  readonly typing: readonly string[];
}) {
  const { state, texts } = useDesk();
  const { chat, teams, app, messages, me } = state;
  const [listOpen, setListOpen] = useState(false);
  const all = teams.flatMap((team) => team.channels.map((channel) => ({ team, channel })));
  const noticed = all.find(({ channel }) => channel.name.includes('お知らせ'));
  const beside = all.find(({ channel }) => channel.id === places.channelId) ?? noticed ?? all[0];
  const onChat = places.bot.target === undefined;
  const onScreen = useMemo(
    () => [...(onChat ? [chat.conversationId] : []), ...(beside ? [beside.channel.id] : [])],
    [onChat, chat.conversationId, beside],
  );
  const unread = useUnread(me.id, messages, onScreen);
  const [first] = app?.staticTabs ?? [];
  const railPlace: RailPlace = onChat ? 'chat' : 'app';
  const go = (place: RailPlace) => {
    if (place === 'chat') places.openBot(undefined);
    else if (place === 'app' && first) places.openBot({ entityId: first.entityId });
    else if (beside) places.openChannel(beside.channel.id);
  };
  const marks = shellMarks(places, useMedia('(max-width: 1100px)'));
  return (
    <div className={`${marks}${listOpen ? ' list-open' : ''}`}>
      <Rail place={railPlace} onGo={go} />
      <div className="shell-bar">
        <Button
          className="list-toggle"
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label={listOpen ? texts.closeList : texts.openList}
          aria-expanded={listOpen}
          onClick={() => setListOpen(!listOpen)}
        />
        <Button
          className="channel-toggle"
          appearance="subtle"
          icon={<PanelRightRegular />}
          aria-label={texts.openChannel}
          onClick={() => places.showChannel()}
        />
      </div>
      <Sidebar
        current={onChat ? 'chat' : undefined}
        channelId={beside?.channel.id}
        unread={unread}
        onChat={() => {
          setListOpen(false);
          places.openBot(undefined);
        }}
        onChannel={(id) => {
          setListOpen(false);
          places.openChannel(id);
        }}
      />
      <BotPane
        view={places.bot}
        typing={typing.includes(chat.conversationId)}
        onTab={(target) => places.openBot(target)}
      />
      {beside !== undefined && (
        <ChannelPane
          key={beside.channel.id}
          team={beside.team}
          channel={beside.channel}
          target={places.channelTarget}
          visit={places.channelVisit}
          typing={typing.includes(beside.channel.id)}
          onTab={(target) => places.openChannel(beside.channel.id, target)}
          onClose={() => places.closeChannel()}
        />
      )}
    </div>
  );
}
