import type { Act } from './act.js';
import { decisionAppliers } from './appliers/decision-appliers.js';
import { proposingAppliers } from './appliers/proposing-appliers.js';
import { publicationAppliers } from './appliers/publication-appliers.js';
import { realisationAppliers } from './appliers/realisation-appliers.js';
import { reminderAppliers } from './appliers/reminder-appliers.js';
import { reviewAppliers } from './appliers/review-appliers.js';
import { type Proposal, proposalFrom } from './proposal.js';
import type { TrailEntry, TrailEvent } from './trail.js';
import { type Entry, entryAfter } from './trail-entry.js';

type LaterEvent = Exclude<TrailEvent, { readonly kind: 'received' }>;
type EventOf<K extends LaterEvent['kind']> = Extract<LaterEvent, { readonly kind: K }>;
type Apply<K extends LaterEvent['kind']> = (
  proposal: Proposal,
  entry: Entry<EventOf<K>>,
) => Proposal;

const appliers: { readonly [K in LaterEvent['kind']]: Apply<K> } = {
  ...proposingAppliers,
  ...reviewAppliers,
  ...decisionAppliers,
  ...realisationAppliers,
  ...publicationAppliers,
  ...reminderAppliers,
};

/** The proposal after one more entry. The only way in which a proposal changes (domain specification 1.7, 5). */
export function applyEntry(proposal: Proposal, entry: Entry<LaterEvent>): Proposal {
  // The table is keyed by the kind of the entry, which the compiler cannot follow through a union.
  const apply = appliers[entry.kind] as Apply<LaterEvent['kind']>;
  return { ...apply(proposal, entry), trail: [...proposal.trail, entry] };
}

/** Records an event: appends it to the trail and applies it. */
export function record(proposal: Proposal, act: Act, event: LaterEvent): Proposal {
  return applyEntry(proposal, entryAfter(proposal.trail, act, event));
}

/** Why a trail cannot be replayed. */
export class BrokenTrail extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'BrokenTrail';
  }
}

/** Replays a whole trail from nothing. Throws `BrokenTrail` where it does not begin with its receipt or has a gap. */
export function replay(trail: readonly TrailEntry[]): Proposal {
  const [first, ...later] = trail;
  if (first?.kind !== 'received' || first.seq !== 1) {
    throw new BrokenTrail('a trail begins with its receipt');
  }
  return later.reduce((proposal, entry, index) => {
    if (entry.seq !== index + 2) throw new BrokenTrail(`entry ${index + 2} is missing`);
    if (entry.kind === 'received') throw new BrokenTrail(`entry ${entry.seq} receives again`);
    return applyEntry(proposal, entry);
  }, proposalFrom(first));
}
