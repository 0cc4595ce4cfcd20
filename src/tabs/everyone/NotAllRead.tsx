import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';

/** Says that more may be found later: right after a start not every text has been read. */
export function NotAllRead({ onRefresh }: { onRefresh: () => void }) {
  const { words } = useEveryoneSurroundings();
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{words.everyone.notAllRead}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRefresh}>
          {words.refreshNow}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
