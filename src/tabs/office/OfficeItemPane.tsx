import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { useAtMost } from '../shell/use-at-most.js';
import { usePolled } from '../shell/use-polled.js';
import { ActPane } from './ActPane.js';
import { OfficeItemTexts } from './OfficeItemTexts.js';
import { keyOf, type OfficeRow, places } from './office-rows.js';
import type { Office } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const itemEveryMs = 30_000;

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 404px',
    gridTemplateRows: 'minmax(0, 1fr)',
    minHeight: 0,
    minWidth: 0,
  },
  below: { minHeight: 0, minWidth: 0, overflowY: 'auto' },
  text: {
    minHeight: 0,
    minWidth: 0,
    padding: '12px 24px 24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  narrow: { padding: '8px 16px 16px' },
  scrolls: { overflowY: 'auto' },
  moves: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '32px' },
  place: {
    marginLeft: 'auto',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

interface OfficeItemPaneProps {
  readonly office: Office;
  readonly row: OfficeRow;
  /** Where the list is not in sight, a button leads to it. */
  readonly leadsBack: boolean;
}

function Moves({ office, row, leadsBack }: OfficeItemPaneProps) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const { rows } = office;
  const index = rows.findIndex((each) => keyOf(each) === keyOf(row));
  const [before, after] = [rows[index - 1], index < 0 ? undefined : rows[index + 1]];
  return (
    <div className={styles.moves}>
      {leadsBack && (
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={office.close}>
          {words.office.toList}
        </Button>
      )}
      {index >= 0 && (
        <span className={styles.place}>
          <span aria-hidden="true">{words.office.place(index + 1, rows.length)}</span>
          <span hidden>{words.office.placeLabel(index + 1, rows.length)}</span>
        </span>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronUpRegular />}
        aria-label={words.office.previous}
        disabledFocusable={!before}
        onClick={() => before && office.open(before)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronDownRegular />}
        aria-label={words.office.next}
        disabledFocusable={!after}
        onClick={() => after && office.open(after)}
      />
    </div>
  );
}

/** The idea itself, and beside it what the office says of it. Give it a key for each row. */
export function OfficeItemPane({ office, row, leadsBack }: OfficeItemPaneProps) {
  const styles = useStyles();
  const { client, words } = useOfficeSurroundings();
  const isBelow = useAtMost(1239);
  const load = useCallback(() => client.officeItem(row.number), [client, row.number]);
  const { value: item, failure, refresh } = usePolled(load, itemEveryMs);
  const isGone = failure?.kind === 'refused' || failure?.kind === 'no-right';
  const changed = () => {
    refresh();
    office.refresh();
  };
  return (
    <div className={isBelow ? styles.below : styles.beside}>
      <section
        className={mergeClasses(styles.text, isBelow ? styles.narrow : styles.scrolls)}
        id={places.item}
        aria-label={item?.content.title ?? words.office.detailLabel}
        aria-busy={!item}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <Moves office={office} row={row} leadsBack={leadsBack} />
        {item && !isGone && <OfficeItemTexts item={item} row={row} masters={office.masters} />}
        {failure && (!item || isGone) && (
          <FailurePanel failure={failure} title={words.office.loadFailed} onRetry={refresh} />
        )}
        {!item && !failure && <LoadingRows count={6} height={24} />}
      </section>
      {item && !isGone && (
        <ActPane office={office} row={row} item={item} isBelow={isBelow} onChanged={changed} />
      )}
    </div>
  );
}
