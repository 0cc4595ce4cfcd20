import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { failureSentence } from '../shell/failure-sentence.js';
import { type EveryoneWords, useEveryoneSurroundings } from './use-everyone-surroundings.js';
import type { SupportAct, SupportDesk } from './use-support.js';

function saidWords({ of, before, after, isUndo }: SupportAct, words: EveryoneWords): string {
  const { said, undone } = words.everyone;
  if (isUndo) return undone;
  if (after !== 'none') return said[after](of.number);
  return (before === 'endorsed' ? said.endorsementTaken : said.followTaken)(of.number);
}

/** What was said of a proposal just now, with a way to take it back, or that it could not be sent. */
export function SupportBar({ desk }: { desk: SupportDesk }) {
  const { words } = useEveryoneSurroundings();
  const { last, failure, undo, close } = desk;
  const { undo: takeBack, putBack, notGiven } = words.everyone;
  if (!last && !failure) return null;
  const isUnsent = failure?.kind === 'unavailable';
  const sentence = failure && (isUnsent ? notGiven : failureSentence(failure, words));
  return (
    <MessageBar intent={failure ? 'error' : 'success'}>
      <MessageBarBody>{sentence ?? (last && saidWords(last, words))}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={words.close}
            icon={<DismissRegular />}
            onClick={close}
          />
        }
      >
        {last && !last.isUndo && (
          <Button size="small" onClick={undo}>
            {last.after === 'none' ? putBack : takeBack}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
