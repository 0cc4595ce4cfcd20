import { civilDateOf } from '../../domain/instant.js';
import type { TrailEntry } from '../../domain/trail.js';
import { formatShortDate, formatTime } from '../../text/format.js';
import { tabTexts } from '../../text/tab-texts.js';
import { terms } from '../../text/terms.js';

function detailOf(entry: TrailEntry): string {
  switch (entry.kind) {
    case 'track-decided':
      return `（${terms.ja.track[entry.decision.track]}）${entry.decision.reason}`;
    case 'published':
      return `（${terms.ja.status[entry.status]}・${terms.ja.track[entry.decision.track]}）`;
    default:
      return '';
  }
}

function lineOf(entry: TrailEntry): string {
  const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
  const what = `${tabTexts.ja.triage.trailKind[entry.kind]}${detailOf(entry)}`.replaceAll(
    '\n',
    ' ',
  );
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** The trail as plain lines in Japanese, so that a request for disclosure can be answered from the list itself. */
export function trailText(trail: readonly TrailEntry[]): string {
  return trail.map(lineOf).join('\n');
}
