import {
  AlertRegular,
  CalendarLtrRegular,
  ChatFilled,
  ChatRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.js';
import { useDesk } from './desk.js';

/** Which part of Teams the rail shows as current. */
export type RailPlace = 'chat' | 'teams' | 'app';

interface RailProps {
  readonly place: RailPlace;
  readonly onGo: (place: RailPlace) => void;
}

interface RailItemProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly current?: boolean;
  readonly onClick?: () => void;
}

function RailItem({ name, icon, current = false, onClick }: RailItemProps) {
  const { texts } = useDesk();
  const absent = onClick === undefined;
  return (
    <button
      type="button"
      className="rail-item"
      disabled={absent}
      title={absent ? texts.notHere : undefined}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      {icon}
      <span>{name}</span>
    </button>
  );
}

/** Teams' own rail; what the stand-in does not have is drawn but switched off. */
export function Rail({ place, onGo }: RailProps) {
  const { state, texts } = useDesk();
  const { app } = state;
  return (
    <nav className="rail" aria-label={texts.navigation}>
      <RailItem name={texts.activity} icon={<AlertRegular />} />
      <RailItem
        name={texts.chat}
        icon={place === 'chat' ? <ChatFilled /> : <ChatRegular />}
        current={place === 'chat'}
        onClick={() => onGo('chat')}
      />
      <RailItem
        name={texts.teams}
        icon={place === 'teams' ? <PeopleTeamFilled /> : <PeopleTeamRegular />}
        current={place === 'teams'}
        onClick={() => onGo('teams')}
      />
      <RailItem name={texts.calendar} icon={<CalendarLtrRegular />} />
      {app !== undefined && app.staticTabs.length > 0 && (
        <RailItem
          name={app.name}
          icon={<AppIcon app={app} size={24} />}
          current={place === 'app'}
          onClick={() => onGo('app')}
        />
      )}
    </nav>
  );
}
