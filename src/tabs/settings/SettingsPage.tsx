import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MySettingsAnswer } from '../../contract/settings-answers.js';
import { chatLanguages, wantedNews } from '../../domain/preference.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { usePolled } from '../shell/use-polled.js';
import { useSettingsSurroundings } from './use-settings-surroundings.js';

const settingsEveryMs = 600_000;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    boxSizing: 'border-box',
    maxWidth: '720px',
    padding: '16px 24px 32px',
    '@media (max-width: 639px)': { gap: '12px', padding: '12px 16px 24px' },
  },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, wordBreak: 'auto-phrase' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly codes: readonly K[];
  readonly words: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChoose: (code: K) => void;
}

function Choice<K extends string>({ label, codes, words, value, onChoose }: ChoiceProps<K>) {
  return (
    <Field label={label}>
      <RadioGroup
        value={value}
        onChange={(_, data) => {
          const chosen = codes.find((each) => each === data.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {codes.map((code) => (
          <Radio key={code} value={code} label={words[code]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** What is chosen and not saved yet is kept here, whatever the server says meanwhile. */
function SettingsForm({ kept }: { kept: MySettingsAnswer }) {
  const styles = useStyles();
  const { client, words } = useSettingsSurroundings();
  const [chosen, setChosen] = useState(kept);
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const texts = words.settings;
  const choose = (change: Partial<MySettingsAnswer>) => {
    setChosen({ ...chosen, ...change });
    setKept(false);
  };

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setKept(false);
    setFailure(undefined);
    const answer = await client.keepSettings(chosen);
    setBusy(false);
    if (answer.ok) setKept(true);
    else setFailure(answer.failure);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Choice
        label={texts.supported}
        codes={wantedNews}
        words={texts.wanted}
        value={chosen.supported}
        onChoose={(supported) => choose({ supported })}
      />
      <Choice
        label={texts.feed}
        codes={['yes', 'no'] as const}
        words={texts.inFeed}
        value={chosen.inFeed ? 'yes' : 'no'}
        onChoose={(answer) => choose({ inFeed: answer === 'yes' })}
      />
      <Choice
        label={texts.language}
        codes={chatLanguages}
        words={texts.spoken}
        value={chosen.language}
        onChoose={(language) => choose({ language })}
      />
      <p className={styles.text}>{texts.note}</p>
      {isKept && (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{texts.kept}</MessageBarBody>
        </MessageBar>
      )}
      <FailureBar failure={failure} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? texts.saving : texts.keep}
        </Button>
      </div>
    </form>
  );
}

/** 設定: what a person may choose about what this person is told. */
export function SettingsPage() {
  const styles = useStyles();
  const { client, words, shown } = useSettingsSurroundings();
  const { value, failure, refresh } = usePolled(client.mySettings, settingsEveryMs);
  const loaded = value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);

  if (!value) {
    return failure ? (
      <FailurePanel failure={failure} title={words.settings.failed} onRetry={refresh} isPage />
    ) : (
      <LoadingRows count={3} height={96} />
    );
  }
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{words.settings.headline}</h1>
        <p className={styles.text}>{words.settings.lead}</p>
      </div>
      <SettingsForm kept={value} />
    </div>
  );
}
