import { ChevronDownRegular } from '@fluentui/react-icons';
import { AppIcon } from './AppIcon.js';
import { useDesk } from './desk.js';

interface SidebarProps {
  readonly current: 'chat' | undefined;
  readonly channelId: string | undefined;
  readonly unread: ReadonlySet<string>;
  readonly onChat: () => void;
  readonly onChannel: (channelId: string) => void;
}

function UnreadDot({ shown }: { readonly shown: boolean }) {
  const { texts } = useDesk();
  return shown ? <span className="dot" role="img" aria-label={texts.unread} /> : null;
}

/** Chats above, the person's teams and their channels below. */
export function Sidebar({ current, channelId, unread, onChat, onChannel }: SidebarProps) {
  const { state, texts } = useDesk();
  const { app, chat, teams } = state;
  return (
    <nav className="sidebar" aria-label={texts.chatsAndTeams}>
      <h2>{texts.chat}</h2>
      <ul>
        <li>
          <button
            type="button"
            className="row"
            aria-current={current === 'chat' ? 'page' : undefined}
            onClick={onChat}
          >
            {app !== undefined && <AppIcon app={app} size={24} />}
            <span className={unread.has(chat.conversationId) ? 'name unread' : 'name'}>
              {app?.name ?? texts.noApp}
            </span>
            <UnreadDot shown={unread.has(chat.conversationId)} />
          </button>
        </li>
      </ul>
      <h3>{texts.teamsAndChannels}</h3>
      {teams.map((team) => (
        <details key={team.id} open>
          <summary>
            <ChevronDownRegular aria-hidden />
            {team.name}
          </summary>
          <ul aria-label={team.name}>
            {team.channels.map((channel) => (
              <li key={channel.id}>
                <button
                  type="button"
                  className="row channel"
                  aria-current={channel.id === channelId ? 'true' : undefined}
                  onClick={() => onChannel(channel.id)}
                >
                  <span className={unread.has(channel.id) ? 'name unread' : 'name'}>
                    {channel.name}
                  </span>
                  <UnreadDot shown={unread.has(channel.id)} />
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
