import { civilDateOf } from '../../domain/instant.js';
import type { MeasureEntry } from '../../domain/measures/measure-events.js';
import { formatDateTime, formatShortDate, formatTime } from '../../text/format.js';
import { measureTexts } from '../../text/measure-texts.js';

const words = measureTexts.ja;

function detailOf(entry: MeasureEntry): string {
  switch (entry.kind) {
    case 'created':
    case 'edited':
      return ` ${entry.content.title}`;
    case 'corrected':
      return ` ${entry.content.title}（${entry.reason}）`;
    case 'withdrawn':
    case 'reinstated':
      return ` ${entry.reason}`;
    case 'published':
      return entry.correction ? `（${words.corrected}）${entry.correction.reason}` : '';
    case 'drive-begun':
      return `（${words.driveStep[entry.order.step]}）${entry.order.numbers.join('、')}`;
    case 'drive-ended':
      return `（${entry.done}／${entry.done + entry.exceptions.length}）`;
    case 'publication-scheduled':
      return `（${formatDateTime(entry.due, 'ja')}）`;
    case 'publication-undone':
      return '';
  }
}

function lineOf(entry: MeasureEntry): string {
  const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
  const what = `${words.event[entry.kind]}${detailOf(entry)}`.replaceAll('\n', ' ');
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** The trail of a measure as plain lines in Japanese, so that it can be read in the list itself. */
export function measureTrailText(trail: readonly MeasureEntry[]): string {
  return trail.map(lineOf).join('\n');
}
