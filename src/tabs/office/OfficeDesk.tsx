import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { OfficeItems } from '../../contract/office-answers.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { useAtMost } from '../shell/use-at-most.js';
import { ManyPane } from './ManyPane.js';
import { OfficeItemPane } from './OfficeItemPane.js';
import { OfficeList } from './OfficeList.js';
import { keyOf } from './office-rows.js';
import { useOffice } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '320px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  panes: { display: 'grid', flex: 1, minHeight: 0, gridTemplateRows: 'minmax(0, 1fr)' },
  wide: { gridTemplateColumns: '352px minmax(0, 1fr)' },
  phone: { gridTemplateColumns: 'minmax(0, 1fr)' },
  foot: { padding: '0 16px', ':empty': { display: 'none' } },
  choose: { padding: '40px 20px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

interface OfficeDeskProps {
  readonly items: OfficeItems;
  readonly masters: MastersAnswer;
  readonly opened: string | undefined;
  /** Why the list could not be fetched anew. */
  readonly failure: Failure | undefined;
  readonly isSample: boolean | undefined;
  readonly onRefresh: () => void;
}

/** List, proposal and answer: side by side as far as there is room, as pages on a phone. */
export function OfficeDesk(props: OfficeDeskProps) {
  const { items, masters, opened, failure, isSample, onRefresh } = props;
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  const isPhone = useAtMost(799);
  const office = useOffice({
    items,
    masters,
    opened,
    opensFirst: !isPhone,
    refresh: onRefresh,
  });
  const { current, isTogether } = office;
  const isReading = current !== undefined || isTogether;
  return (
    <div className={styles.desk}>
      <h1 className={styles.title}>{words.office.title}</h1>
      <FailureBar failure={failure} />
      <div className={mergeClasses(styles.panes, isPhone ? styles.phone : styles.wide)}>
        {!(isPhone && isReading) && <OfficeList office={office} />}
        {isTogether && <ManyPane office={office} />}
        {!isTogether && current && (
          <OfficeItemPane key={keyOf(current)} office={office} row={current} leadsBack={isPhone} />
        )}
        {!isPhone && !isReading && <p className={styles.choose}>{words.office.choose}</p>}
      </div>
      <div className={styles.foot}>
        <SampleFooter isSample={isSample} />
      </div>
    </div>
  );
}
