import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import type { Instant } from '../../domain/instant.js';
import type { Failure } from '../exchange.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { type Begun, beginForm } from './open-form.js';
import { ProposeForm } from './ProposeForm.js';
import { ReceiptPanel, type Taken } from './ReceiptPanel.js';
import type { StoredDraft } from './typed-form.js';
import { unsavedForm } from './unsaved-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    boxSizing: 'border-box',
    maxWidth: '880px',
    padding: '16px 24px',
    '@media (max-width: 639px)': { gap: '12px', padding: '12px 16px' },
  },
});

interface Ground {
  readonly base: ProposalFormAnswer;
  readonly masters: MastersAnswer;
  readonly personId: string;
  readonly openedAt: Instant;
  readonly begun: Begun | undefined;
  readonly isRestored: boolean;
}

/** Everything a form stands on, asked for once: it must not change under who writes. */
function useGround(draft: StoredDraft | undefined) {
  const { client, clock } = useProposeSurroundings();
  const [ground, setGround] = useState<Ground>();
  const [failure, setFailure] = useState<Failure>();
  const load = useCallback(async (): Promise<void> => {
    setFailure(undefined);
    const [base, masters, me] = await Promise.all([
      client.proposalForm(),
      client.masters(),
      client.me(),
    ]);
    if (!base.ok) return setFailure(base.failure);
    if (!masters.ok) return setFailure(masters.failure);
    if (!me.ok) return setFailure(me.failure);
    const { personId } = me.value;
    const unsaved = unsavedForm.find(personId);
    const begun = beginForm(base.value, draft, unsaved);
    const isRestored = !draft && unsaved !== undefined;
    const openedAt = Math.floor(clock.now());
    const known = { base: base.value, masters: masters.value, personId };
    setGround({ ...known, openedAt, begun, isRestored });
  }, [client, clock, draft]);
  useEffect(() => void load(), [load]);
  return { ground, failure, load };
}

interface ProposePageProps {
  readonly draft: StoredDraft | undefined;
  /** Leads back; with a number, to that proposal. */
  readonly onClose: (number?: string) => void;
}

/** Writing a proposal, from the empty form to the receipt. */
export function ProposePage({ draft, onClose }: ProposePageProps) {
  const styles = useStyles();
  const { words } = useProposeSurroundings();
  const { ground, failure, load } = useGround(draft);
  const [taken, setTaken] = useState<Taken>();
  if (failure) {
    return (
      <FailurePanel
        failure={failure}
        title={words.failure.page}
        onRetry={() => void load()}
        isPage
      />
    );
  }
  if (!ground) return <LoadingRows count={6} height={64} />;
  const { base, masters, personId, openedAt, begun, isRestored } = ground;
  const { campaign } = base;
  const restored = isRestored ? words.propose.restored : undefined;
  return (
    <div className={styles.page}>
      {taken && <ReceiptPanel taken={taken} onClose={onClose} />}
      {!taken && begun && campaign && (
        <ProposeForm
          campaign={campaign}
          openedAt={openedAt}
          masters={masters}
          personId={personId}
          opened={begun.opened}
          note={begun.isMoved ? words.propose.moved : restored}
          onTaken={setTaken}
          onClose={() => onClose()}
        />
      )}
      {!begun && (
        <>
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{words.propose.closed}</MessageBarBody>
          </MessageBar>
          <div>
            <Button onClick={() => onClose()}>{words.propose.back}</Button>
          </div>
        </>
      )}
      <SampleFooter isSample={campaign?.isSample} />
    </div>
  );
}
