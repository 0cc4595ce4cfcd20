import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ChevronDownRegular,
  DarkThemeRegular,
  FastForwardRegular,
  LaptopRegular,
  PeopleRegular,
} from '@fluentui/react-icons';
import type { HostPerson } from '../wire.js';
import { PersonCoin } from './PersonCoin.js';
import type { TabTheme } from './tab-context.js';
import type { HostTexts } from './texts.js';
import { clockText } from './time.js';

interface StripProps {
  readonly me: HostPerson;
  readonly people: readonly HostPerson[];
  readonly texts: HostTexts;
  readonly now: Date;
  readonly theme: TabTheme;
  readonly onPerson: (id: string) => void;
  readonly onTheme: (theme: TabTheme) => void;
  readonly onClock: (change: { advanceMs?: number; offsetMs?: number }) => void;
}

const minute = 60_000;

function roleOf(person: HostPerson, texts: HostTexts): string {
  const roles: Readonly<Record<string, string>> = texts.personas;
  return roles[person.persona ?? ''] ?? '';
}

function PeopleMenu({ me, people, texts, onPerson }: StripProps) {
  const shownApart = me.persona !== undefined;
  return (
    <Menu checkedValues={{ person: [me.id] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className="other-people"
          appearance="subtle"
          icon={shownApart ? <PeopleRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          title={texts.otherPeople}
        >
          <span className={shownApart ? 'wide-only other-name' : 'wide-only'}>
            {shownApart ? texts.otherPeople : me.name}
          </span>
          <span className="narrow-only">{me.name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover className="people-menu">
        <MenuList aria-label={texts.becomePerson}>
          {people.map((one) => (
            <MenuItemRadio
              key={one.id}
              name="person"
              value={one.id}
              secondaryContent={roleOf(one, texts)}
              onClick={() => onPerson(one.id)}
            >
              {one.name}
              <span className="people-office">
                {one.locale.startsWith('en') ? `${one.office}（English）` : one.office}
              </span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function LookMenu({ texts, theme, onTheme }: StripProps) {
  const looks: readonly (readonly [TabTheme, string])[] = [
    ['default', texts.light],
    ['dark', texts.dark],
    ['contrast', texts.contrast],
  ];
  return (
    <Menu checkedValues={{ look: [theme] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DarkThemeRegular />} aria-label={texts.look} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.look}>
          {looks.map(([value, name]) => (
            <MenuItemRadio key={value} name="look" value={value} onClick={() => onTheme(value)}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ClockMenu({ texts, onClock }: StripProps) {
  const steps: readonly (readonly [string, number])[] = [
    [texts.tenMinutes, 10 * minute],
    [texts.oneHour, 60 * minute],
    [texts.oneDay, 1440 * minute],
    [texts.oneWeek, 10_080 * minute],
  ];
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<FastForwardRegular />} aria-label={texts.advanceClock} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.advanceClock}>
          {steps.map(([name, advanceMs]) => (
            <MenuItem key={name} onClick={() => onClock({ advanceMs })}>
              {name}
            </MenuItem>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => onClock({ offsetMs: 0 })}>{texts.realTime}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The workshop's own strip above Teams: who I am, what time it is, how it looks. */
export function Strip(props: StripProps) {
  const { me, people, texts, now, onPerson } = props;
  return (
    <header className="strip">
      <h1>
        <LaptopRegular aria-hidden />
        <span>{texts.title}</span>
      </h1>
      <fieldset className={me.persona === undefined ? 'personas as-other' : 'personas'}>
        <legend>{texts.becomePerson}</legend>
        {people
          .filter((one) => one.persona !== undefined)
          .map((one) => (
            <button
              key={one.id}
              type="button"
              className="chip"
              aria-pressed={one.id === me.id}
              onClick={() => onPerson(one.id)}
            >
              <PersonCoin name={one.name} id={one.id} size={24} />
              <span className="chip-name">{one.name}</span>
              <span className="chip-role">{roleOf(one, texts)}</span>
            </button>
          ))}
        <PeopleMenu {...props} />
      </fieldset>
      <div className="strip-end">
        <div className="clock">
          <time dateTime={now.toISOString()}>{clockText(now, me.locale)}</time>
          <span>{texts.invented}</span>
        </div>
        <ClockMenu {...props} />
        <LookMenu {...props} />
      </div>
    </header>
  );
}
