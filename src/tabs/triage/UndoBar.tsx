import { Button, makeStyles, useAnnounce } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef } from 'react';
import type { Instant } from '../../domain/instant.js';
import { formatDayAndTime } from '../../text/format.js';
import { useCountdown } from './use-countdown.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    margin: '8px 14px',
    padding: '8px 16px',
    borderRadius: '8px',
    // The only dark thing on the page, in every theme.
    backgroundColor: '#29293f',
    border: '1px solid #ffffff',
    color: '#ffffff',
  },
  figure: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: '4px solid #a6a7dc',
    fontWeight: '600',
    fontVariantNumeric: 'tabular-nums',
  },
  said: { flex: '1 1 200px', minWidth: 0 },
  first: { margin: 0, fontWeight: '600', fontVariantNumeric: 'tabular-nums' },
  second: { margin: 0, fontSize: '13px' },
});

interface UndoBarProps {
  readonly number: string;
  readonly due: Instant;
  /** Now is quiet time: people are told from then on. */
  readonly quietUntil: Instant | undefined;
  /** Asked for here, so the undo takes the focus once. */
  readonly takesFocus: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

/** The last seconds before a publication, in which it can be taken back. */
export function UndoBar({ number, due, quietUntil, takesFocus, busy, onUndo }: UndoBarProps) {
  const styles = useStyles();
  const { words, locale } = useTriageSurroundings();
  const { announce } = useAnnounce();
  const textId = useId();
  const buttonId = useId();
  const seconds = useCountdown(due);
  const isDue = seconds === 0;
  const isNear = seconds <= 3;
  const first = isDue ? words.decide.releasing : words.decide.countdown(seconds);
  const second =
    quietUntil === undefined
      ? words.decide.undoText
      : `${words.decide.undoText} ${words.decide.quietText(formatDayAndTime(quietUntil, locale))}`;
  const atStart = useRef(`${number} ${first} ${second}`);

  useEffect(() => {
    if (takesFocus) document.getElementById(buttonId)?.focus();
  }, [takesFocus, buttonId]);
  useEffect(() => announce(atStart.current, { polite: true }), [announce]);
  useEffect(() => {
    if (isNear) announce(words.decide.countdown(3), { alert: true });
  }, [isNear, announce, words]);

  return (
    <div className={styles.bar}>
      <span className={styles.figure} aria-hidden="true">
        {seconds}
      </span>
      <div id={textId} className={styles.said}>
        <p className={styles.first}>{`${number}　${first}`}</p>
        {!isDue && <p className={styles.second}>{second}</p>}
      </div>
      <Button
        id={buttonId}
        icon={<ArrowUndoRegular />}
        disabledFocusable={busy || isDue}
        aria-describedby={textId}
        onClick={onUndo}
      >
        {words.decide.undo}
      </Button>
    </div>
  );
}
