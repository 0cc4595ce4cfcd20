import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Failure } from '../exchange.js';
import { failureSentence } from '../shell/failure-sentence.js';
import type { DraftWriter } from './draft-writer.js';
import type { StoredDraft } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

interface DraftTroubleProps {
  readonly failure: Failure;
  readonly writer: DraftWriter;
  /** Shows what another device has saved. */
  readonly onTake: (present: StoredDraft) => void;
}

/** Why a draft was not saved, and what can be done; where another device has saved it, whose words are to stay. */
export function DraftTrouble({ failure, writer, onTake }: DraftTroubleProps) {
  const { client, words } = useProposeSurroundings();
  const { propose } = words;
  const [present, setPresent] = useState<StoredDraft>();
  useEffect(() => {
    let isLeft = false;
    void client.presentDraft(failure).then((draft) => {
      if (!isLeft) setPresent(draft);
    });
    return () => {
      isLeft = true;
    };
  }, [client, failure]);

  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {failure.kind === 'refused' ? failureSentence(failure, words) : propose.saveFailed}
      </MessageBarBody>
      <MessageBarActions>
        {present ? (
          <>
            <Button onClick={() => void writer.saveOver(present)}>{propose.keepMine}</Button>
            <Button onClick={() => onTake(present)}>{propose.takeTheirs}</Button>
          </>
        ) : (
          <Button onClick={() => void writer.save()}>{propose.saveAgain}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
