import { civilDateOf } from '../../domain/instant.js';
import type { ProposalState } from '../../domain/proposal-state.js';
import type { TrailEntry } from '../../domain/trail.js';
import { codeTexts } from '../../text/code-texts.js';
import { formatShortDate, formatTime } from '../../text/format.js';
import { terms } from '../../text/terms.js';
import { trailTexts } from '../../text/trail-texts.js';

function stateText({ status, decision }: ProposalState): string {
  const track = decision ? `・${terms.ja.track[decision.track]}` : '';
  return `（${terms.ja.status[status]}${track}）`;
}

function confirmableText({ confirmable }: Extract<TrailEntry, { kind: 'confirmation-asked' }>) {
  return `（${codeTexts.ja.confirmable[confirmable.what]}）`;
}

/** The words of an entry: a question, an answer, a reason, a note. */
function wordsOf(entry: TrailEntry): string {
  if ('text' in entry) return ` ${entry.text}`;
  if ('note' in entry) return ` ${entry.note ?? ''}`;
  return 'reason' in entry ? ` ${entry.reason ?? ''}` : '';
}

function detailOf(entry: TrailEntry): string {
  switch (entry.kind) {
    case 'track-decided':
      return `（${terms.ja.track[entry.decision.track]}）${entry.decision.reason}`;
    case 'published':
      return stateText(entry.state);
    case 'confirmation-asked':
      return confirmableText(entry);
    case 'found-difficult':
      return ` ${entry.difficulty.reason}`;
    case 'excluded':
      return `（${codeTexts.ja.exclusionReason[entry.exclusion.reasonCode]}）${entry.exclusion.reason}`;
    case 'delegation-replied':
      return `（${codeTexts.ja.replyAnswer[entry.answer]}・${entry.dueOn}）${entry.text}`;
    case 'opinion-given':
      return `（${codeTexts.ja.opinionVerdict[entry.verdict]}）${entry.text}`;
    case 'started':
      return `（${entry.startedOn}）${entry.firstAction}`;
    default:
      return wordsOf(entry);
  }
}

function lineOf(entry: TrailEntry): string {
  const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
  const what = `${trailTexts.ja[entry.kind]}${detailOf(entry)}`.replaceAll('\n', ' ');
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** The trail as plain lines in Japanese, so that a request for disclosure can be answered from the list itself. */
export function trailText(trail: readonly TrailEntry[]): string {
  return trail.map(lineOf).join('\n');
}
