import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { MeasuresAnswer } from '../../contract/measure-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatCount, formatLongDate } from '../../text/format.js';
import { ItemDrawer } from '../everyone/ItemDrawer.js';
import { SupportBar } from '../everyone/SupportBar.js';
import { useOpened } from '../everyone/use-opened.js';
import { useSupport } from '../everyone/use-support.js';
import { FailureBar } from '../shell/FailureBar.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { useAtMost } from '../shell/use-at-most.js';
import { usePolled } from '../shell/use-polled.js';
import { RuleList } from './RuleList.js';
import { RulePane } from './RulePane.js';
import { lineId, newestOf, places, ruleGroups } from './rule-groups.js';
import { useCasebookSurroundings } from './use-casebook-surroundings.js';

const rulesEveryMs = 120_000;
const seldomMs = 600_000;
/** Words of support change nothing on this page. */
const noList = { support: () => {}, refresh: () => {} };

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    boxSizing: 'border-box',
    maxWidth: '1320px',
    padding: '16px 24px',
    '@media (max-width: 639px)': { gap: '12px', padding: '12px 16px' },
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 24px' },
  titles: { flex: '1 1 260px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
  about: { margin: 0, color: tokens.colorNeutralForeground2, wordBreak: 'auto-phrase' },
  search: { flex: '0 1 260px', minHeight: '40px', minWidth: 0 },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 400px) minmax(0, 1fr)',
    gap: '16px',
    alignItems: 'start',
  },
});

interface CasebookProps {
  readonly casebook: MeasuresAnswer;
  readonly masters: MastersAnswer | undefined;
  /** The departments for which one may say that they follow a rule. */
  readonly departments: readonly string[];
  readonly isSample: boolean | undefined;
  readonly onChanged: () => void;
}

function Casebook(props: CasebookProps) {
  const { casebook, masters, departments, isSample, onChanged } = props;
  const styles = useStyles();
  const { words, locale } = useCasebookSurroundings();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const item = useOpened(undefined);
  const support = useSupport(noList);
  const isNarrow = useAtMost(899);
  const groups = ruleGroups(casebook, typed);
  const found = groups.flatMap(({ rules }) => rules);
  const current =
    casebook.measures.find(({ id }) => id === chosen) ?? (isNarrow ? undefined : found[0]);
  const newest = newestOf(casebook);
  const about = [
    words.casebook.rules(formatCount(casebook.measures.length)),
    ...(newest === undefined
      ? []
      : [words.casebook.newest(formatLongDate(civilDateOf(newest), locale))]),
  ].join(words.between);
  const back = () => {
    setChosen(undefined);
    if (current) focusWhenDrawn(lineId(current.id));
  };
  const isPage = isNarrow && current !== undefined;
  return (
    <div className={styles.page}>
      {isPage && <h1 className={styles.unseen}>{words.casebook.title}</h1>}
      {!isPage && (
        <div className={styles.top}>
          <div className={styles.titles}>
            <h1 className={styles.title}>{words.casebook.title}</h1>
            <p className={styles.about}>{about}</p>
          </div>
          <SearchBox
            className={styles.search}
            value={typed}
            aria-label={words.casebook.search}
            placeholder={words.casebook.search}
            onChange={(_, { value }) => setTyped(value)}
          />
        </div>
      )}
      <div className={isNarrow ? undefined : styles.split}>
        {!isPage && (
          <RuleList
            groups={groups}
            masters={masters}
            current={current?.id}
            isSearching={typed.trim() !== ''}
            onOpen={(id) => {
              setChosen(id);
              focusWhenDrawn(places.rule);
            }}
          />
        )}
        {current && (
          <RulePane
            key={current.id}
            rule={current}
            masters={masters}
            departments={departments}
            onBack={isPage ? back : undefined}
            onOpen={item.open}
            onChanged={onChanged}
          />
        )}
      </div>
      <SampleFooter isSample={isSample} />
      <ItemDrawer
        number={item.number}
        masters={masters}
        support={support}
        onClose={item.close}
        bar={<SupportBar desk={support} />}
      />
    </div>
  );
}

/** 実践事例集: a rule one can start today, with what helps and who does it already. */
export function CasebookPage() {
  const styles = useStyles();
  const { client, words, shown } = useCasebookSurroundings();
  const casebook = usePolled(client.casebook, rulesEveryMs);
  const masters = usePolled(client.masters, seldomMs).value;
  const me = usePolled(client.me, seldomMs).value;
  const campaigns = usePolled(client.campaigns, seldomMs).value?.campaigns;
  const { value, failure, refresh } = casebook;
  const loaded = value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);

  if (!value) {
    return failure ? (
      <FailurePanel failure={failure} title={words.casebook.failed} onRetry={refresh} isPage />
    ) : (
      <LoadingRows count={8} height={40} />
    );
  }
  if (value.measures.length === 0) {
    return (
      <div className={styles.page}>
        <h1 className={styles.title}>{words.casebook.title}</h1>
        <p className={styles.about}>{words.casebook.empty}</p>
      </div>
    );
  }
  return (
    <>
      <FailureBar failure={failure} />
      <Casebook
        casebook={value}
        masters={masters}
        departments={me?.departments ?? []}
        isSample={campaigns?.some((each) => each.isSample)}
        onChanged={refresh}
      />
    </>
  );
}
