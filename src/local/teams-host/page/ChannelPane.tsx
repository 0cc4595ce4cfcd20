import { Button, MenuItem } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HostChannel, HostTab, HostTeam } from '../wire.js';
import { AddTabDialog } from './AddTabDialog.js';
import { type TabTarget, useDesk } from './desk.js';
import { hostClient } from './host-client.js';
import { MessageList } from './MessageList.js';
import { MoreMenu } from './MoreMenu.js';
import { PaneTabs } from './PaneTabs.js';
import { PostFromApp } from './PostFromApp.js';
import { TabFrame } from './TabFrame.js';

interface ChannelPaneProps {
  readonly team: HostTeam;
  readonly channel: HostChannel;
  readonly target: TabTarget | undefined;
  readonly visit: number;
  readonly typing: boolean;
  readonly onTab: (target: TabTarget | undefined) => void;
  readonly onClose: () => void;
}

function ChannelMenu({
  team,
  tab,
  onGone,
}: {
  readonly team: HostTeam;
  readonly tab: HostTab | undefined;
  readonly onGone: () => void;
}) {
  const { state, texts, reload } = useDesk();
  const { me } = state;
  const install = team.installed ? hostClient.uninstallFromTeam : hostClient.installInTeam;
  const removeTab = (id: string) => {
    onGone();
    hostClient.removeTab(me.id, id).then(reload, () => undefined);
  };
  return (
    <MoreMenu label={`${team.name} ${texts.more}`}>
      {tab !== undefined && (
        <MenuItem onClick={() => removeTab(tab.id)}>{texts.removeTab}</MenuItem>
      )}
      <MenuItem onClick={() => void install(me.id, team.id).then(reload, () => undefined)}>
        {team.installed ? texts.removeFromTeam : texts.addToTeam}
      </MenuItem>
    </MoreMenu>
  );
}

/** A channel beside the chat: its posts and the app's tabs in it. */
export function ChannelPane(props: ChannelPaneProps) {
  const { team, channel, target, visit, typing, onTab, onClose } = props;
  const { state, texts, reload } = useDesk();
  const [adding, setAdding] = useState(false);
  const tab = channel.tabs.find((one) => [one.entityId, one.id].includes(target?.entityId ?? ''));
  const configurable = team.installed && state.app?.configurationUrl !== undefined;
  return (
    <aside className="channel-pane" aria-label={`${team.name} ${channel.name}`}>
      <div className="pane-head">
        <div className="channel-title">
          <h2>{channel.name}</h2>
          <span>{team.name}</span>
        </div>
        <PaneTabs
          talkLabel={texts.posts}
          tabs={channel.tabs.map(({ id, name }) => ({ value: id, name }))}
          selected={tab?.id}
          onSelect={(id) => onTab(id === undefined ? undefined : { entityId: id })}
        />
        {configurable && (
          <Button
            appearance="subtle"
            icon={<AddRegular />}
            aria-label={texts.addTab}
            onClick={() => setAdding(true)}
          />
        )}
        <div className="pane-more">
          <ChannelMenu team={team} tab={tab} onGone={() => onTab(undefined)} />
          <Button
            className="channel-close"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={texts.closeChannel}
            onClick={onClose}
          />
        </div>
      </div>
      {tab === undefined ? (
        <>
          <MessageList
            key={channel.id}
            messages={state.messages.filter((one) => one.conversationId === channel.id)}
            empty={team.installed ? texts.noPosts : texts.notInTeam}
            typing={typing}
          />
          <PostFromApp conversation={channel.id} />
        </>
      ) : (
        <TabFrame
          key={`${state.me.id} ${tab.id} ${visit}`}
          tab={tab}
          frameContext="content"
          subPageId={target?.subPageId}
          team={team}
          channel={channel}
        />
      )}
      {adding && (
        <AddTabDialog
          team={team}
          channel={channel}
          onClose={() => setAdding(false)}
          onSave={async (next) => {
            const added = await hostClient.addTab(state.me.id, channel.id, next);
            reload();
            onTab({ entityId: added.id });
          }}
        />
      )}
    </aside>
  );
}
