import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { places, rowId } from './places.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';

/** A pause in the typing after which is searched: shorter than anyone waits, longer than between two keys. */
const pauseMs = 180;

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  box: { flex: '1 1 200px', maxWidth: 'none', minWidth: 0, minHeight: '40px' },
  hint: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
    wordBreak: 'auto-phrase',
  },
});

interface SearchFieldProps {
  /** The words that are searched now. */
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Searches as one types, and never while an input method still holds the word. */
export function SearchField({ words, onWords }: SearchFieldProps) {
  const styles = useStyles();
  const { words: texts } = useEveryoneSurroundings();
  const [typed, setTyped] = useState(words);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(words);

  useEffect(() => () => clearTimeout(timer.current), []);
  // Words are also cleared from outside.
  useEffect(() => {
    if (words === sent.current) return;
    sent.current = words;
    clearTimeout(timer.current);
    setTyped(words);
  }, [words]);

  const send = (value: string) => {
    clearTimeout(timer.current);
    if (value === sent.current) return;
    sent.current = value;
    onWords(value);
  };
  const sendSoon = (value: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value), pauseMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing.current || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') send(typed);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.getElementById(rowId(0))?.focus();
    }
  };

  return (
    <search className={styles.line}>
      <SearchBox
        id={places.search}
        className={styles.box}
        aria-label={texts.everyone.search}
        placeholder={texts.everyone.search}
        maxLength={200}
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          if (!composing.current) sendSoon(value);
        }}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          sendSoon(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={styles.hint}>{texts.everyone.widths}</p>
    </search>
  );
}
