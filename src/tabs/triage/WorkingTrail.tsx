import { makeStyles, tokens } from '@fluentui/react-components';
import type { TriageItem } from '../../contract/triage-answers.js';
import { formatDateTime } from '../../text/format.js';
import { heldTexts } from '../../text/held-texts.js';
import { personalDataTexts } from '../../text/personal-data-texts.js';
import { trailTexts } from '../../text/trail-texts.js';
import { TrackTag } from '../shell/TrackTag.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  trail: { margin: 0, padding: 0, listStyleType: 'none', fontSize: '13px' },
  entry: { padding: '0 0 10px 14px', position: 'relative' },
  dot: {
    position: 'absolute',
    left: 0,
    top: '7px',
    width: '7px',
    height: '7px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralForeground3,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' },
  when: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  what: { fontWeight: tokens.fontWeightSemibold },
  reason: {
    margin: '2px 0 0',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
});

/** The working trail, newest first. Who publishes is named with the order to publish; the clock does the rest. */
export function WorkingTrail({ trail }: { trail: TriageItem['trail'] }) {
  const styles = useStyles();
  const { words, locale } = useTriageSurroundings();
  const { kind: kindOf, sentAnyway } = personalDataTexts[locale];
  const newestFirst = trail.toSorted((a, b) => b.seq - a.seq);
  return (
    <ol className={styles.trail}>
      {newestFirst.map(({ seq, kind, occurredAt, byName, decision, held, personalData, text }) => (
        <li key={seq} className={styles.entry}>
          <span className={styles.dot} aria-hidden="true" />
          <div className={styles.line}>
            <span className={styles.when}>{formatDateTime(occurredAt, locale)}</span>
            <span className={styles.what}>{trailTexts[locale][kind]}</span>
            <TrackTag track={decision?.track} />
            {byName !== undefined && kind !== 'published' && (
              <span>{words.triage.reviewer(byName)}</span>
            )}
          </div>
          {kind === 'track-decided' && decision && (
            <p className={styles.reason}>{decision.reason}</p>
          )}
          {personalData && (
            <p className={styles.reason}>{sentAnyway(personalData.map((each) => kindOf[each]))}</p>
          )}
          {held && <p className={styles.reason}>{heldTexts[locale][held]}</p>}
          {text !== undefined && <p className={styles.reason}>{text}</p>}
        </li>
      ))}
    </ol>
  );
}
