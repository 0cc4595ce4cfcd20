import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Failure } from '../exchange.js';
import { failureSentence } from './failure-sentence.js';
import { useSurroundings } from './surroundings.js';

/** Says in one sentence why something was not done; nothing where it was. */
export function FailureBar({ failure }: { failure: Failure | undefined }) {
  const { words } = useSurroundings();
  if (!failure) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{failureSentence(failure, words)}</MessageBarBody>
    </MessageBar>
  );
}
