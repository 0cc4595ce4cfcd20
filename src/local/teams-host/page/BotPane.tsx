import { Button, MenuItem } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { AppIcon } from './AppIcon.js';
import { Compose } from './Compose.js';
import { type TabTarget, useDesk } from './desk.js';
import { hostClient } from './host-client.js';
import { MessageList } from './MessageList.js';
import { MoreMenu } from './MoreMenu.js';
import { PaneTabs } from './PaneTabs.js';
import { TabFrame } from './TabFrame.js';

/** What the middle pane shows: the chat, or one of the app's personal tabs. */
export interface BotView {
  readonly target: TabTarget | undefined;
  /** Grows with every deep link, so that the same tab is opened anew. */
  readonly visit: number;
  /** Text a chat link brings along. */
  readonly draft: string;
}

interface BotPaneProps {
  readonly view: BotView;
  readonly typing: boolean;
  readonly onTab: (target: TabTarget | undefined) => void;
}

function Chat({ view, typing }: BotPaneProps) {
  const { state, texts, merge, reload } = useDesk();
  const { me, chat, messages } = state;
  const asked = useRef('');
  useEffect(() => {
    if (chat.install !== 'never' || asked.current === me.id) return;
    asked.current = me.id;
    hostClient.install(me.id).then(reload, () => undefined);
  }, [chat.install, me.id, reload]);
  if (chat.install === 'removed') {
    return (
      <div className="removed">
        <p>{texts.removed}</p>
        <Button
          appearance="primary"
          onClick={() => void hostClient.install(me.id).then(reload, () => undefined)}
        >
          {texts.addApp}
        </Button>
      </div>
    );
  }
  return (
    <>
      <MessageList
        messages={messages.filter((one) => one.conversationId === chat.conversationId)}
        empty={texts.emptyChat}
        typing={typing}
      />
      <Compose
        key={view.visit}
        initial={view.draft}
        onSend={(text) => hostClient.send(me.id, chat.conversationId, text).then(merge)}
      />
    </>
  );
}

/** The bot: its chat and the app's personal tabs in one strip, as Teams shows a personal app. */
export function BotPane(props: BotPaneProps) {
  const { state, texts, reload } = useDesk();
  const { view, onTab } = props;
  const { app, me, chat } = state;
  if (app === undefined) {
    return (
      <main className="pane">
        <p className="quiet" role="alert">{`${texts.noApp} ${state.appProblem ?? ''}`}</p>
      </main>
    );
  }
  const tab = app.staticTabs.find((one) => one.entityId === view.target?.entityId);
  return (
    <main className="pane" aria-label={app.name}>
      <div className="pane-head">
        <AppIcon app={app} size={28} />
        <h2>{app.name}</h2>
        <PaneTabs
          talkLabel={texts.chat}
          tabs={app.staticTabs.map(({ entityId, name }) => ({ value: entityId, name }))}
          selected={tab?.entityId}
          onSelect={(entityId) => onTab(entityId === undefined ? undefined : { entityId })}
        />
        <MoreMenu className="pane-more" label={`${app.name} ${texts.more}`}>
          <MenuItem
            disabled={chat.install !== 'installed'}
            onClick={() => void hostClient.uninstall(me.id).then(reload, () => undefined)}
          >
            {texts.removeApp}
          </MenuItem>
        </MoreMenu>
      </div>
      {tab === undefined ? (
        <Chat key={me.id} {...props} />
      ) : (
        <TabFrame
          key={`${me.id} ${tab.entityId} ${view.visit}`}
          tab={tab}
          frameContext="content"
          subPageId={view.target?.subPageId}
        />
      )}
    </main>
  );
}
