import { civilDateOf } from '../../domain/instant.js';
import type { ReleaseEntry } from '../../domain/releases/release-events.js';
import { toldException } from '../../domain/releases/release-exception.js';
import type { ReleaseItem } from '../../domain/releases/release-item.js';
import { formatDateTime, formatShortDate, formatTime } from '../../text/format.js';
import { releaseTexts } from '../../text/release-texts.js';

const words = releaseTexts.ja;

const nameOf = (item: ReleaseItem): string => (item.kind === 'proposal' ? item.number : item.id);

function detailOf(entry: ReleaseEntry): string {
  switch (entry.kind) {
    case 'created':
    case 'edited':
      return ` ${entry.title}`;
    case 'added':
      return ` ${entry.items.map(nameOf).join('、')}`;
    case 'removed':
      return `（${entry.items.length}件）`;
    case 'scheduled':
      return `（${formatDateTime(entry.publishAt, 'ja')}）`;
    case 'excepted':
      return `（${entry.exceptions.length}件）${words.exception[toldException(entry.exceptions[0]?.code ?? 'refused')]}`;
    case 'cancelled':
      return ` ${entry.reason ?? (entry.because ? words.noRoom : '')}`;
    case 'released':
      return `（例外${entry.exceptions.length}件）`;
    case 'release-begun':
      return `（投稿${entry.posts.length}件）`;
    case 'quiet-time-asked':
    case 'quiet-time-confirmed':
    case 'quiet-time-declined':
      return '';
  }
}

function lineOf(entry: ReleaseEntry): string {
  const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
  const what = `${words.event[entry.kind]}${detailOf(entry)}`.replaceAll('\n', ' ');
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** The trail of a release set as plain lines in Japanese, so that it can be read in the list itself. */
export function releaseTrailText(trail: readonly ReleaseEntry[]): string {
  return trail.map(lineOf).join('\n');
}
