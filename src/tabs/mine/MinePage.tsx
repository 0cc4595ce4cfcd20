import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useState } from 'react';
import type { MyProposalsAnswer } from '../../contract/proposal-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { parseProposalNumber } from '../../domain/proposal-number.js';
import { formatDayWithWeekday, formatShortDate } from '../../text/format.js';
import type { StoredDraft } from '../propose/typed-form.js';
import { useProposeSurroundings } from '../propose/use-propose-surroundings.js';
import { MissedNotices } from '../settings/MissedNotices.js';
import { AgeNotice } from '../shell/AgeNotice.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { isBehind } from '../shell/is-behind.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { lazyPart } from '../shell/lazy-part.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useAtMost } from '../shell/use-at-most.js';
import { usePolled } from '../shell/use-polled.js';
import { DraftSection } from './DraftSection.js';
import { EmptyMine } from './EmptyMine.js';
import { ProposalCard } from './ProposalCard.js';
import { ProposalDetail } from './ProposalDetail.js';

const ProposePage = lazyPart(async () => (await import('../propose/ProposePage.js')).ProposePage);

const listEveryMs = 30_000;
const mastersEveryMs = 600_000;
const draftsEveryMs = 60_000;

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
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: '8px 16px',
  },
  campaign: { margin: 0, color: tokens.colorNeutralForeground2, wordBreak: 'auto-phrase' },
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 432px) minmax(0, 1fr)',
    gap: '16px',
    alignItems: 'start',
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  listTitle: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px' },
});

function CampaignLine({ campaign }: { campaign: MyProposalsAnswer['campaign'] }) {
  const styles = useStyles();
  const { words, locale } = useSurroundings();
  if (!campaign) return <p className={styles.campaign}>{words.mine.noCampaign}</p>;
  if (campaign.closesAt === undefined) {
    return <p className={styles.campaign}>{words.mine.openCampaign(campaign.title)}</p>;
  }
  const last = civilDateOf(campaign.closesAt - 1);
  const day = locale === 'ja' ? formatDayWithWeekday(last, locale) : formatShortDate(last, locale);
  return <p className={styles.campaign}>{words.mine.openCampaignUntil(campaign.title, day)}</p>;
}

interface ListedProps {
  readonly proposals: MyProposalsAnswer['proposals'];
  readonly opened: string | undefined;
}

function Listed({ proposals, opened }: ListedProps) {
  const styles = useStyles();
  const { client, words } = useSurroundings();
  const masters = usePolled(client.masters, mastersEveryMs).value;
  const isNarrow = useAtMost(899);
  const [chosen, setChosen] = useState(opened);
  const shownNumber = chosen ?? (isNarrow ? undefined : proposals[0]?.number);
  const isPage = isNarrow && shownNumber !== undefined;
  const back = () => {
    setChosen(undefined);
    requestAnimationFrame(() => document.getElementById(`open-${shownNumber}`)?.focus());
  };
  const detail = shownNumber !== undefined && (
    <ProposalDetail
      key={shownNumber}
      number={shownNumber}
      masters={masters}
      onBack={isPage ? back : undefined}
    />
  );
  if (isPage) return detail;
  return (
    <div className={isNarrow ? undefined : styles.split}>
      <section>
        <h2 className={styles.listTitle}>{words.mine.listTitle(proposals.length)}</h2>
        <ul className={styles.list}>
          {proposals.map((row) => (
            <li key={row.number}>
              <ProposalCard
                row={row}
                isChosen={row.number === shownNumber}
                onOpen={() => setChosen(row.number)}
              />
            </li>
          ))}
        </ul>
      </section>
      {!isNarrow && detail}
    </div>
  );
}

const newPlace = 'new-proposal';

/** What is being written: a new proposal, or one that was put aside. */
interface Writing {
  readonly draft?: StoredDraft;
}

interface MineListProps {
  readonly opened: string | undefined;
  /** The draft that a link leads to. */
  readonly linkedDraft: string | undefined;
  readonly onWrite: (writing: Writing) => void;
}

/** What one proposed and put aside. */
function MineList({ opened, linkedDraft, onWrite }: MineListProps) {
  const styles = useStyles();
  const { client, words, clock, shown } = useProposeSurroundings();
  const mine = usePolled(client.myProposals, listEveryMs);
  const drafts = usePolled(client.myDrafts, draftsEveryMs);
  const loaded = mine.value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);
  const linked = drafts.value?.drafts.find(({ id }) => id === linkedDraft);
  useEffect(() => {
    if (linked) onWrite({ draft: linked });
  }, [linked, onWrite]);

  if (!mine.value) {
    return mine.failure ? (
      <FailurePanel
        failure={mine.failure}
        title={words.failure.page}
        onRetry={mine.refresh}
        isPage
      />
    ) : (
      <LoadingRows count={4} height={108} />
    );
  }
  const { proposals, campaign, asOf } = mine.value;
  const isEmpty = proposals.length === 0 && opened === undefined;
  return (
    <div className={styles.page}>
      {(mine.failure || isBehind(asOf, clock.now())) && (
        <AgeNotice at={asOf} onRefresh={mine.refresh} />
      )}
      <MissedNotices />
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{words.mine.title}</h1>
          <CampaignLine campaign={campaign} />
        </div>
        {campaign && (
          <Button
            id={newPlace}
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => onWrite({})}
          >
            {words.propose.title}
          </Button>
        )}
      </div>
      <DraftSection
        drafts={drafts.value?.drafts ?? []}
        onOpen={(draft) => onWrite({ draft })}
        onChanged={drafts.refresh}
      />
      {isEmpty ? (
        <EmptyMine isOpen={campaign !== undefined} />
      ) : (
        <Listed proposals={proposals} opened={opened} />
      )}
      <SampleFooter isSample={campaign?.isSample} />
    </div>
  );
}

/** マイ提案: in ten seconds, how far mine have come; and where a proposal is written. */
export function MinePage({ opened }: { opened: string | undefined }) {
  const isNumber = opened !== undefined && parseProposalNumber(opened) !== undefined;
  const [writing, setWriting] = useState<Writing>();
  const [sent, setSent] = useState<string>();
  const [linkedDraft, setLinkedDraft] = useState(isNumber ? undefined : opened);
  if (!writing) {
    const shown = sent ?? (isNumber ? opened : undefined);
    return <MineList opened={shown} linkedDraft={linkedDraft} onWrite={setWriting} />;
  }
  const close = (number?: string) => {
    setSent(number);
    setLinkedDraft(undefined);
    setWriting(undefined);
    focusWhenDrawn(newPlace);
  };
  return (
    <Suspense fallback={<LoadingRows count={6} height={64} />}>
      <ProposePage draft={writing.draft} onClose={close} />
    </Suspense>
  );
}
