import {
  Badge,
  Button,
  Checkbox,
  makeStyles,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { masterLabel } from '../shell/decision-facts.js';
import { OfficeRowLine } from './OfficeRowLine.js';
import { manyOf } from './office-fields.js';
import { keyOf, lateCount, type OfficeRow, rowId, sectionOf, sections } from './office-rows.js';
import type { Office } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '12px 16px 0',
  },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', wordBreak: 'auto-phrase' },
  tabs: {
    flexWrap: 'wrap',
    padding: '0 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: { minHeight: '40px', padding: '8px 6px', '& .fui-Tab__content': { fontSize: '13px' } },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    minHeight: '36px',
    padding: '0 12px 0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { flex: 1, minHeight: 0, overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none' },
  empty: { margin: 0, padding: '32px 20px', textAlign: 'center', wordBreak: 'auto-phrase' },
  keys: {
    margin: 0,
    padding: '8px 16px',
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 799px)': { display: 'none' },
  },
});

/** Moves the focus among the rows: ↑↓, Home, End. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = stops.findIndex((each) => each.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  const next = to === undefined || at < 0 ? undefined : stops[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Kinds({ office }: { office: Office }) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const count = (section: string) => office.all.filter((row) => sectionOf(row) === section).length;
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={words.office.kinds}
      selectedValue={office.section}
      onTabSelect={(_, { value }) => {
        const chosen = sections.find((each) => each === value);
        if (chosen) office.setSection(chosen);
      }}
    >
      {sections
        .filter((section) => section !== 'confirmation' || count(section) > 0)
        .map((section) => (
          <Tab key={section} value={section} className={styles.tab}>
            {section === 'done' ? words.office.doneKind : words.office.kind[section]}{' '}
            {count(section)}
          </Tab>
        ))}
    </TabList>
  );
}

/** Tick all, and answer those that are ticked together. */
function TogetherBar({ office }: { office: Office }) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const { rows, checked, section } = office;
  const act = manyOf(section);
  if (!act) return null;
  const together = words.office.together[act.kind];
  const some = checked.length > 0 && checked.length < rows.length;
  return (
    <div className={styles.bar}>
      <Checkbox
        aria-label={words.office.selectAll}
        checked={some ? 'mixed' : checked.length > 0}
        onChange={(_, { checked: all }) =>
          office.check(all === true ? new Set(rows.map(keyOf)) : new Set())
        }
      />
      {checked.length === 0 ? (
        <span>{together}</span>
      ) : (
        <>
          <Button appearance="primary" size="small" onClick={() => office.setTogether(true)}>
            {together}
          </Button>
          <span>{words.office.selected(checked.length)}</span>
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label={words.office.clear}
            onClick={() => {
              office.check(new Set());
              office.setTogether(false);
            }}
          />
        </>
      )}
    </div>
  );
}

function Rows({ office }: { office: Office }) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const { rows, section, current, checked } = office;
  const isMany = manyOf(section) !== undefined;
  if (rows.length === 0) {
    const text = section === 'done' ? words.office.nothingDone : words.office.empty;
    return <p className={styles.empty}>{text}</p>;
  }
  const tick = (row: OfficeRow, isOn: boolean) => {
    const keys = new Set(checked.map(keyOf));
    if (isOn) keys.add(keyOf(row));
    else keys.delete(keyOf(row));
    office.check(keys);
  };
  return (
    <>
      {isMany && <TogetherBar office={office} />}
      <ul className={styles.list} aria-label={words.office.listLabel} onKeyDown={moveFocus}>
        {rows.map((row) => (
          <OfficeRowLine
            key={keyOf(row)}
            id={rowId(keyOf(row))}
            row={row}
            isCurrent={current !== undefined && keyOf(current) === keyOf(row)}
            tick={
              isMany
                ? { isOn: checked.includes(row), onTick: (isOn) => tick(row, isOn) }
                : undefined
            }
            onOpen={() => office.open(row)}
          />
        ))}
      </ul>
    </>
  );
}

/** What was asked of the office, by kind, the earliest day first. */
export function OfficeList({ office }: { office: Office }) {
  const styles = useStyles();
  const { words, locale } = useOfficeSurroundings();
  const names = office.departments.map((id) =>
    masterLabel(office.masters, 'departments', id, locale),
  );
  const late = lateCount(office.all);
  return (
    <section className={styles.pane} aria-labelledby="office-list-title">
      <div className={styles.head}>
        <h2 className={styles.title} id="office-list-title">
          {names.length === 0
            ? words.office.title
            : words.office.offices(names.join(locale === 'ja' ? '、' : ', '))}
        </h2>
        {late > 0 && (
          <Badge appearance="tint" color="danger">
            {words.office.late(late)}
          </Badge>
        )}
      </div>
      <Kinds office={office} />
      <Rows office={office} />
      <p className={styles.keys}>{words.office.keys}</p>
    </section>
  );
}
