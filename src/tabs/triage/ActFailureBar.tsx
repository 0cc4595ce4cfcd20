import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { failureSentence } from '../shell/failure-sentence.js';
import type { ActFailure } from './use-act.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

interface ActFailureBarProps {
  readonly failed: ActFailure | undefined;
  /** Brings the present content of the item. */
  readonly onReload: () => void;
}

/** Says why an act was not carried out; after a refusal the present content can be read. */
export function ActFailureBar({ failed, onReload }: ActFailureBarProps) {
  const { words } = useTriageSurroundings();
  if (!failed) return null;
  const { failure } = failed;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{failureSentence(failure, words)}</MessageBarBody>
      {failure.kind === 'refused' && (
        <MessageBarActions>
          <Button size="small" onClick={onReload}>
            {words.decide.conflictRead}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
