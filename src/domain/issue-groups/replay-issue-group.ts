import type { Act } from '../act.js';
import { BrokenTrail } from '../replay.js';
import { type Entry, entryAfter } from '../trail-entry.js';
import type { IssueGroup } from './issue-group.js';
import type {
  IssueGroupEntry,
  IssueGroupEvent,
  LaterIssueGroupEvent,
} from './issue-group-events.js';

function applied(group: IssueGroup, entry: Entry<LaterIssueGroupEvent>): IssueGroup {
  switch (entry.kind) {
    case 'label-confirmed':
      return { ...group, labelState: 'confirmed' };
    case 'renamed':
      return { ...group, label: entry.label, labelState: 'named' };
    case 'dissolved':
      return { ...group, dissolved: { reason: entry.reason } };
  }
}

/** The group after one more entry. The only way in which an issue group changes. */
function applyEntry(group: IssueGroup, entry: Entry<LaterIssueGroupEvent>): IssueGroup {
  return { ...applied(group, entry), trail: [...group.trail, entry] };
}

/** Records an event: appends it to the trail and applies it. */
export function recordIssueGroup(
  group: IssueGroup,
  act: Act,
  event: LaterIssueGroupEvent,
): IssueGroup {
  return applyEntry(group, entryAfter(group.trail, act, event));
}

/** The group that its first entry makes. */
export function issueGroupFrom(
  entry: Entry<Extract<IssueGroupEvent, { readonly kind: 'created' }>>,
): IssueGroup {
  const { id, label, words, occurredAt: createdAt } = entry;
  return { id, createdAt, label, labelState: words ? 'generated' : 'named', trail: [entry] };
}

/** Replays a whole trail from nothing. Throws `BrokenTrail` where it does not begin with its making or has a gap. */
export function replayIssueGroup(trail: readonly IssueGroupEntry[]): IssueGroup {
  const [first, ...later] = trail;
  if (first?.kind !== 'created' || first.seq !== 1) {
    throw new BrokenTrail('a trail begins with the making of the group');
  }
  return later.reduce((group, entry, index) => {
    if (entry.seq !== index + 2) throw new BrokenTrail(`entry ${index + 2} is missing`);
    if (entry.kind === 'created') throw new BrokenTrail(`entry ${entry.seq} makes it again`);
    return applyEntry(group, entry);
  }, issueGroupFrom(first));
}
