import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { MissedNoticesAnswer } from '../../contract/settings-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatMonthDay } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { StatusShape } from '../shell/StatusShape.js';
import { usePolled } from '../shell/use-polled.js';
import { useSettingsSurroundings } from './use-settings-surroundings.js';

const missedEveryMs = 300_000;

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    padding: '2px 0',
    overflowWrap: 'anywhere',
  },
});

function Line({ notice }: { notice: MissedNoticesAnswer['notices'][number] }) {
  const styles = useStyles();
  const { words, terms, locale } = useSettingsSurroundings();
  const { number, title, status, at, isCertain } = notice;
  return (
    <li className={styles.line}>
      <StatusShape status={status} />
      <span>
        {[
          `${number} ${title}`,
          terms.status[status],
          formatMonthDay(civilDateOf(at), locale),
          ...(isCertain ? [] : [words.settings.unsure]),
        ].join(words.between)}
      </span>
    </li>
  );
}

/** 届かなかった知らせ: what the chat could not be told, until the person says that it was seen. */
export function MissedNotices() {
  const styles = useStyles();
  const { client, words } = useSettingsSurroundings();
  const { value, refresh } = usePolled(client.missedNotices, missedEveryMs);
  const [failure, setFailure] = useState<Failure>();
  const { notices = [], through } = value ?? {};
  if (through === undefined || notices.length === 0) return null;

  async function seen(upTo: number): Promise<void> {
    const answer = await client.seenMissed(upTo);
    setFailure(answer.ok ? undefined : answer.failure);
    refresh();
  }

  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.settings.missed(notices.length)}</MessageBarTitle>
          {words.settings.missedWhy}
          <ul className={styles.list}>
            {notices.map((notice) => (
              <Line key={notice.number} notice={notice} />
            ))}
          </ul>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => void seen(through)}>
            {words.settings.seen}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <FailureBar failure={failure} />
    </>
  );
}
