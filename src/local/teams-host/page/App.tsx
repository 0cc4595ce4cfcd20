import {
  FluentProvider,
  Spinner,
  Toast,
  Toaster,
  ToastTitle,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { DeskContext } from './desk.js';
import { PeoplePicker } from './PeoplePicker.js';
import { Shell } from './Shell.js';
import { Strip } from './Strip.js';
import { TaskDialog } from './TaskDialog.js';
import type { TabTheme } from './tab-context.js';
import { textsFor } from './texts.js';
import { useClock } from './use-clock.js';
import { useDeskDialogs } from './use-desk-dialogs.js';
import { useHost } from './use-host.js';
import { usePlaces } from './use-places.js';

const fontFamilyBase =
  '"Segoe UI", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';

const themes = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
} as const;

function queryPerson(): string | undefined {
  return new URLSearchParams(location.search).get('person') ?? undefined;
}

function keptTheme(): TabTheme {
  const kept = localStorage.getItem('mebuki.host.theme');
  return kept === 'dark' || kept === 'contrast' ? kept : 'default';
}

function Page({
  theme,
  onTheme,
}: {
  readonly theme: TabTheme;
  readonly onTheme: (theme: TabTheme) => void;
}) {
  const [person, setPerson] = useState(queryPerson);
  const host = useHost(person);
  const clock = useClock();
  const dialogs = useDeskDialogs();
  const toaster = useId('toaster');
  const { dispatchToast } = useToastController(toaster);
  const { state } = host;
  const texts = textsFor(state?.me.locale ?? 'ja-JP');
  const say = useCallback(
    (text: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { position: 'bottom-end' },
      ),
    [dispatchToast],
  );
  const places = usePlaces(state, texts, say);
  const become = (id: string) => {
    const url = new URL(location.href);
    url.searchParams.set('person', id);
    history.replaceState(null, '', url);
    setPerson(id);
    places.openBot(undefined);
  };

  useEffect(() => {
    document.title = `${state ? `${state.me.name} – ` : ''}${texts.title}`;
    document.documentElement.lang = state?.me.locale ?? 'ja';
  }, [state, texts]);

  if (state === undefined) {
    return host.failed ? (
      <p className="quiet" role="alert">
        {texts.loadFailed}
      </p>
    ) : (
      <Spinner className="tab-loading" label={texts.loading} />
    );
  }
  const { openLink, openTab } = places;
  const { merge, reload } = host;
  const desk = { state, texts, theme, now: clock.now, merge, reload, say, openLink, openTab };
  return (
    <DeskContext.Provider value={{ ...desk, ...dialogs.services }}>
      <Strip
        me={state.me}
        people={state.people}
        texts={texts}
        now={clock.now}
        theme={theme}
        onPerson={become}
        onTheme={onTheme}
        onClock={clock.move}
      />
      {host.failed && (
        <p className="lost" role="alert">
          {texts.loadFailed}
        </p>
      )}
      <Shell places={places} typing={host.typing} />
      {dialogs.task !== undefined && <TaskDialog task={dialogs.task} onPush={dialogs.onTaskPush} />}
      {dialogs.question !== undefined && <PeoplePicker question={dialogs.question} />}
      <Toaster toasterId={toaster} />
    </DeskContext.Provider>
  );
}

/** The host page: theme around, everything else inside. */
export function App() {
  const [theme, setTheme] = useState(keptTheme);
  const choose = (next: TabTheme) => {
    localStorage.setItem('mebuki.host.theme', next);
    setTheme(next);
  };
  return (
    <FluentProvider theme={themes[theme]}>
      <div className={`desk look-${theme}`}>
        <Page theme={theme} onTheme={choose} />
      </div>
    </FluentProvider>
  );
}
