import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import type { StepState, TraceStep } from '../../domain/trace.js';
import { useSurroundings } from '../shell/surroundings.js';
import { noteWords } from './trace-words.js';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    margin: '10px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  step: { position: 'relative', paddingTop: '20px', paddingRight: '4px' },
  dot: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '16px',
    height: '16px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: '10px',
  },
  doneDot: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  currentDot: { border: `5px solid ${tokens.colorBrandBackground}` },
  aheadDot: { border: `1.5px dashed ${tokens.colorNeutralStrokeAccessible}` },
  rail: {
    position: 'absolute',
    left: '16px',
    right: 0,
    top: '7px',
    borderTop: `2px dashed ${tokens.colorNeutralStroke1}`,
  },
  walked: { borderTop: `2px solid ${tokens.colorBrandBackground}` },
  name: { display: 'block', fontSize: '12px', lineHeight: '16px' },
  reached: { fontWeight: tokens.fontWeightSemibold },
  note: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function Dot({ state }: { state: StepState }) {
  const styles = useStyles();
  const look = {
    done: styles.doneDot,
    current: styles.currentDot,
    ahead: styles.aheadDot,
    never: styles.aheadDot,
  }[state];
  return (
    <span className={mergeClasses(styles.dot, look)} aria-hidden="true">
      {state === 'done' && <CheckmarkFilled />}
    </span>
  );
}

const isReached = (state: StepState): boolean => state === 'done' || state === 'current';

/** The trace line 提案 → 判断 → 取組 → 効果; an ordered list for assistive technology. */
export function TraceLine({ steps }: { steps: readonly TraceStep[] }) {
  const styles = useStyles();
  const { terms, words, locale } = useSurroundings();
  return (
    <ol className={styles.line} aria-label={words.trace.label}>
      {steps.map(({ step, state, note }, index) => {
        const next = steps[index + 1];
        const walked = next !== undefined && state === 'done' && isReached(next.state);
        return (
          <li
            key={step}
            className={styles.step}
            {...(state === 'current' && { 'aria-current': 'step' as const })}
          >
            {next && <span className={mergeClasses(styles.rail, walked && styles.walked)} />}
            <Dot state={state} />
            <span className={mergeClasses(styles.name, isReached(state) && styles.reached)}>
              {terms.trace[step]}
              <span className={styles.unseen}>{` ${terms.stepState[state]}`}</span>
            </span>
            <span className={styles.note}>{noteWords(note, locale)}</span>
          </li>
        );
      })}
    </ol>
  );
}
