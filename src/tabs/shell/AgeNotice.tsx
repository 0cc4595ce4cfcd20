import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/instant.js';
import { formatTime } from '../../text/format.js';
import { useSurroundings } from './surroundings.js';

interface AgeNoticeProps {
  /** When the content was true. */
  readonly at: Instant;
  readonly onRefresh: () => void;
}

const minuteMs = 60_000;

/** Says how old the content is, where it can no longer be kept fresh. */
export function AgeNotice({ at, onRefresh }: AgeNoticeProps) {
  const { words, clock } = useSurroundings();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 15_000);
    return () => clearInterval(timer);
  }, [clock]);
  const minutes = Math.max(0, Math.floor((now - at) / minuteMs));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.fetchedAt(formatTime(at), minutes)}</MessageBarTitle>
        {words.hardToReach}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRefresh}>
          {words.refreshNow}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
