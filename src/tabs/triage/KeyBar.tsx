import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Instant } from '../../domain/instant.js';
import { formatTime } from '../../text/format.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { KeyCap } from './KeyCap.js';
import { keyList } from './key-list.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 14px',
    minHeight: '34px',
    padding: '2px 14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: '12px',
    color: tokens.colorNeutralForeground2,
  },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 14px',
    '@media (max-width: 1099px)': { display: 'none' },
    '@media (max-width: 1239px)': { ':lang(en)': { display: 'none' } },
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  list: { '@media (max-width: 639px)': { display: 'none' } },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 14px',
    marginLeft: 'auto',
    fontVariantNumeric: 'tabular-nums',
    // One running text on a phone, where every line is taken from the list.
    '@media (max-width: 639px)': {
      display: 'block',
      marginLeft: 0,
      '& > *': { display: 'inline', marginRight: '10px' },
    },
  },
});

interface KeyBarProps {
  readonly asOf: Instant;
  readonly isSample: boolean | undefined;
  readonly onList: () => void;
}

/** The foot of the desk: the most used keys, and how old the content is. */
export function KeyBar({ asOf, isSample, onList }: KeyBarProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const mostUsed = keyList(words)
    .slice(0, 6)
    .filter(({ keys }) => keys[0] !== '/');
  return (
    <div className={styles.bar}>
      <div className={styles.keys} aria-hidden="true">
        {mostUsed.map(({ keys, isRange, does }) => (
          <span key={does} className={styles.key}>
            {keys.map((key, index) => (
              <span key={key} className={styles.key}>
                {isRange && index > 0 && words.keys.through}
                <KeyCap>{key}</KeyCap>
              </span>
            ))}
            {does}
          </span>
        ))}
      </div>
      <Button size="small" appearance="subtle" className={styles.list} onClick={onList}>
        <KeyCap>?</KeyCap>&nbsp;{words.keys.list}
      </Button>
      <div className={styles.end}>
        <SampleFooter isSample={isSample} />
        <span>{words.asOf(formatTime(asOf))}</span>
      </div>
    </div>
  );
}
