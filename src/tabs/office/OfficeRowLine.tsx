import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { civilDateOf } from '../../domain/instant.js';
import { formatShortDate } from '../../text/format.js';
import { DueMark } from './DueMark.js';
import type { OfficeRow } from './office-rows.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  tick: { padding: '4px 0 0 8px' },
  open: {
    display: 'block',
    flex: 1,
    minWidth: 0,
    minHeight: '52px',
    padding: '8px 12px 8px 16px',
    border: 0,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: '14px',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  beside: { paddingLeft: '4px' },
  title: { display: 'block', wordBreak: 'auto-phrase', overflowWrap: 'anywhere' },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    marginTop: '4px',
    fontSize: '12px',
    lineHeight: '18px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

interface OfficeRowLineProps {
  readonly id: string;
  readonly row: OfficeRow;
  readonly isCurrent: boolean;
  /** Absent where rows are not ticked. */
  readonly tick: { readonly isOn: boolean; readonly onTick: (isOn: boolean) => void } | undefined;
  readonly onOpen: () => void;
}

/** One line of the list: which proposal, and until when. */
export function OfficeRowLine({ id, row, isCurrent, tick, onOpen }: OfficeRowLineProps) {
  const styles = useStyles();
  const { words, locale } = useOfficeSurroundings();
  const { number, title, dueOn, answeredAt } = row;
  const day =
    answeredAt === undefined
      ? dueOn !== undefined && words.office.due(formatShortDate(dueOn, locale))
      : words.office.answered(formatShortDate(civilDateOf(answeredAt), locale));
  return (
    <li className={mergeClasses(styles.line, isCurrent && styles.current)}>
      {tick && (
        <span className={styles.tick}>
          <Checkbox
            aria-label={words.office.selectOne(number)}
            checked={tick.isOn}
            onChange={(_, { checked }) => tick.onTick(checked === true)}
          />
        </span>
      )}
      <button
        id={id}
        type="button"
        data-row=""
        className={mergeClasses(styles.open, tick && styles.beside)}
        onClick={onOpen}
        {...(isCurrent && { 'aria-current': 'true' as const })}
      >
        <span className={mergeClasses(styles.title, isCurrent && styles.chosen)}>{title}</span>
        <span className={styles.about}>
          <span>{number}</span>
          {day !== false && <span>{day}</span>}
          <DueMark row={row} />
        </span>
      </button>
    </li>
  );
}
