import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { TriageItem } from '../../contract/triage-answers.js';
import { formatDateTime } from '../../text/format.js';
import { FactList } from '../shell/FactList.js';
import { DecisionSummary } from './DecisionSummary.js';
import type { DecisionDraft } from './decision-draft.js';
import { draftFacts } from './draft-facts.js';
import type { Desk } from './use-desk.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

interface ConflictNoticeProps {
  readonly desk: Desk;
  /** The item as someone else left it. */
  readonly present: TriageItem;
  /** What was typed here, if anything. */
  readonly own: DecisionDraft | undefined;
  /** Told when the present content was taken over. */
  readonly onRead: () => void;
}

function useConflictSentence(present: TriageItem): string {
  const { words, terms, locale } = useTriageSurroundings();
  const last = present.trail.findLast(({ kind }) => kind !== 'reminded');
  const time = formatDateTime(last?.occurredAt ?? present.receivedAt, locale);
  const who = last?.byName ?? words.decide.someone;
  if (last?.kind !== 'track-decided' || !last.decision) {
    return words.decide.conflictOther(time, who);
  }
  return words.decide.conflictDecided(time, who, terms.track[last.decision.track]);
}

/** Someone else was first: both versions can be read, and what was typed stays. */
export function ConflictNotice({ desk, present, own, onRead }: ConflictNoticeProps) {
  const pane = usePaneStyles();
  const { words, locale } = useTriageSurroundings();
  const [open, setOpen] = useState(false);
  const sentence = useConflictSentence(present);
  const read = () => {
    setOpen(false);
    desk.accept([present]);
    onRead();
  };
  return (
    <>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          {sentence} {own && words.decide.conflictKept}
        </MessageBarBody>
        <MessageBarActions>
          {own && (
            <Button size="small" onClick={() => setOpen(true)}>
              {words.decide.conflictBoth}
            </Button>
          )}
          <Button size="small" onClick={read}>
            {words.decide.conflictRead}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{words.decide.bothTitle}</DialogTitle>
            <DialogContent>
              <h3 className={pane.label}>{words.decide.present}</h3>
              {present.decision ? (
                <DecisionSummary decision={present.decision} masters={desk.masters} />
              ) : (
                <p>{words.decide.noDecision}</p>
              )}
              <hr />
              <h3 className={pane.label}>{words.decide.yours}</h3>
              <FactList facts={draftFacts(own ?? {}, desk.masters, locale)} />
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{words.close}</Button>
              <Button appearance="primary" onClick={read}>
                {words.decide.conflictRead}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
