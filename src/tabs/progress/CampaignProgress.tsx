import { makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatCount, formatLongDate, formatTime } from '../../text/format.js';
import { AgeNotice } from '../shell/AgeNotice.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { isBehind } from '../shell/is-behind.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { Panel } from '../shell/Panel.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { useSurroundings } from '../shell/surroundings.js';
import { usePolled } from '../shell/use-polled.js';
import { BreakdownPanel } from './BreakdownPanel.js';
import { DotsPanel } from './DotsPanel.js';
import { Headline } from './Headline.js';
import { MeasuresPanel } from './MeasuresPanel.js';
import { OutlookPanel } from './OutlookPanel.js';
import { PublicationsPanel } from './PublicationsPanel.js';
import { TimingPanel } from './TimingPanel.js';
import { useProgressWords } from './use-progress-words.js';

const figuresEveryMs = 120_000;
const seldomMs = 600_000;

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  asOf: { margin: 0 },
  charts: {
    columns: '3 300px',
    columnGap: '16px',
    '& > *': { breakInside: 'avoid' },
    // A margin at the top of a column is dropped.
    '& > * + *': { marginTop: '16px' },
  },
  ends: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: '16px',
    alignItems: 'start',
  },
});

interface CampaignProgressProps {
  readonly campaign: string;
  readonly masters: MastersAnswer | undefined;
  readonly onOpen: (number: string) => void;
}

function Measures({ campaign, masters }: Omit<CampaignProgressProps, 'onOpen'>) {
  const { client } = useSurroundings();
  const { texts } = useProgressWords();
  const { value, failure, refresh } = usePolled(client.measures, seldomMs);
  if (value) return <MeasuresPanel measures={value} campaign={campaign} masters={masters} />;
  return failure ? (
    <Panel title={texts.measures}>
      <FailurePanel failure={failure} title={texts.failed} onRetry={refresh} />
    </Panel>
  ) : null;
}

function Publications({ campaign }: Pick<CampaignProgressProps, 'campaign'>) {
  const { client } = useSurroundings();
  const { texts } = useProgressWords();
  const { value, failure, refresh } = usePolled(client.publications, seldomMs);
  if (value) {
    const own = value.publications.filter(({ campaignId }) => campaignId === campaign);
    return <PublicationsPanel publications={own} />;
  }
  return failure ? (
    <Panel title={texts.publications}>
      <FailurePanel failure={failure} title={texts.failed} onRetry={refresh} />
    </Panel>
  ) : null;
}

/** The figures of one campaign. Give it the campaign as key. */
export function CampaignProgress({ campaign, masters, onOpen }: CampaignProgressProps) {
  const styles = useStyles();
  const { client, clock, locale, shown: tellShown } = useSurroundings();
  const { texts } = useProgressWords();
  const loadDots = useCallback(() => client.dots(campaign), [client, campaign]);
  const loadFigures = useCallback(() => client.figures(campaign), [client, campaign]);
  const dots = usePolled(loadDots, figuresEveryMs);
  const figures = usePolled(loadFigures, figuresEveryMs);
  const loaded = dots.value !== undefined && figures.value !== undefined;
  useEffect(() => {
    if (loaded) tellShown();
  }, [loaded, tellShown]);

  const failure = dots.failure ?? figures.failure;
  const refresh = () => {
    dots.refresh();
    figures.refresh();
  };
  if (!dots.value || !figures.value) {
    return failure ? (
      <FailurePanel failure={failure} title={texts.failed} onRetry={refresh} />
    ) : (
      <LoadingRows count={4} height={120} />
    );
  }
  const { asOf, rows, campaign: of } = dots.value;
  const { supporters, balance, breakdowns, timing } = figures.value;
  const hasAny = rows.some(({ count }) => count > 0);
  return (
    <div className={styles.parts}>
      {(failure || isBehind(asOf, clock.now())) && <AgeNotice at={asOf} onRefresh={refresh} />}
      <p className={styles.asOf}>
        {texts.asOf(formatLongDate(civilDateOf(asOf), locale), formatTime(asOf))}
      </p>
      <Headline
        rows={rows}
        beside={texts.beside(formatCount(supporters), formatCount(balance.withdrawn))}
      />
      {hasAny ? (
        <>
          <DotsPanel rows={rows} onOpen={onOpen} />
          <div className={styles.charts}>
            {breakdowns.map((each) => (
              <BreakdownPanel key={each.axis} breakdown={each} masters={masters} />
            ))}
          </div>
          <Measures campaign={campaign} masters={masters} />
          <div className={styles.ends}>
            <OutlookPanel figures={figures.value} />
            <div className={styles.parts}>
              <TimingPanel timing={timing} />
              <Publications campaign={campaign} />
            </div>
          </div>
        </>
      ) : (
        <p>{texts.nothingYet}</p>
      )}
      <SampleFooter isSample={of.isSample} />
    </div>
  );
}
