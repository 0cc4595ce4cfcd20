import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { OfficeItem } from '../../contract/office-answers.js';
import type { OfficeActName } from '../../domain/queues/office-act-names.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { ActForm } from './ActForm.js';
import { actsOf } from './office-fields.js';
import { keyOf, type OfficeRow, places } from './office-rows.js';
import type { Office } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    minHeight: 0,
    minWidth: 0,
    padding: '12px 20px 20px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  beside: { overflowY: 'auto', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  below: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '12px 16px 24px' },
  others: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '4px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  caption: { margin: 0, fontSize: '12px', lineHeight: '16px' },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  said: { outlineStyle: 'none' },
});

interface ActPaneProps {
  readonly office: Office;
  readonly row: OfficeRow;
  readonly item: OfficeItem;
  /** Whether it stands below the texts instead of beside them. */
  readonly isBelow: boolean;
  readonly onChanged: () => void;
}

/** The next one of the list that still needs something, after the one that was answered. */
function nextOf({ rows }: Office, row: OfficeRow): OfficeRow | undefined {
  const index = rows.findIndex((each) => keyOf(each) === keyOf(row));
  const others = [...rows.slice(index + 1), ...rows.slice(0, Math.max(index, 0))];
  return others.find(({ answeredAt, isOver }) => answeredAt === undefined && !isOver);
}

function Said({ act, office, row }: { act: OfficeActName; office: Office; row: OfficeRow }) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const next = nextOf(office, row);
  return (
    <div id={places.said} tabIndex={-1} className={styles.said}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{words.office.actOf[act].done}</MessageBarBody>
        {next && (
          <MessageBarActions>
            <Button size="small" onClick={() => office.open(next)}>
              {words.office.nextItem}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}

/** What the office can do with the proposal now: the form of the first act, the others behind buttons. */
export function ActPane({ office, row, item, isBelow, onChanged }: ActPaneProps) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const [chosen, setChosen] = useState<OfficeActName>();
  const [said, setSaid] = useState<OfficeActName>();
  const acts = actsOf(item.may, row.kind);
  const act = acts.find((each) => each === chosen) ?? acts[0];
  const done = (what: OfficeActName) => {
    office.hold();
    setSaid(what);
    setChosen(undefined);
    onChanged();
    focusWhenDrawn(places.said);
  };
  const isWaiting = act === undefined && item.pending !== undefined;
  return (
    <section
      className={mergeClasses(styles.pane, isBelow ? styles.below : styles.beside)}
      aria-label={words.office.actsLabel}
    >
      {said && <Said act={said} office={office} row={row} />}
      {act && (
        <ActForm
          key={act}
          act={act}
          office={office}
          row={row}
          item={item}
          onDone={() => done(act)}
        />
      )}
      {!act && !said && (
        <p className={styles.text}>
          {isWaiting ? words.office.waitsForOther : words.office.nothingToDo}
        </p>
      )}
      {acts.length > 1 && (
        <div className={styles.others}>
          <h3 className={styles.caption}>{words.office.otherActs}</h3>
          {acts
            .filter((each) => each !== act)
            .map((each) => (
              <Button
                key={each}
                appearance="subtle"
                onClick={() => {
                  setChosen(each);
                  setSaid(undefined);
                }}
              >
                {words.office.actOf[each].title}
              </Button>
            ))}
        </div>
      )}
    </section>
  );
}
