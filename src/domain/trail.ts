import type { DecisionEvent } from './events/decision-events.js';
import type { ProposingEvent } from './events/proposing-events.js';
import type { PublicationEvent } from './events/publication-events.js';
import type { RealisationEvent } from './events/realisation-events.js';
import type { ReminderEvent } from './events/reminder-events.js';
import type { ReviewEvent } from './events/review-events.js';
import type { Entry } from './trail-entry.js';

/** Everything that can happen to a proposal, with values after the event only (protocols: decide and change). */
export type TrailEvent =
  | ProposingEvent
  | ReviewEvent
  | DecisionEvent
  | RealisationEvent
  | PublicationEvent
  | ReminderEvent;

/** One line of the append-only trail 経過. */
export type TrailEntry = Entry<TrailEvent>;

/** The id of an event, the same for whoever derives it: proposal id and place in the trail. */
export function eventIdOf(proposalId: string, seq: number): string {
  return `${proposalId}:${seq}`;
}

/** Kinds that everyone who may see the proposal may read; the others are the working state's. */
const publicKinds: ReadonlySet<TrailEntry['kind']> = new Set([
  'received',
  'content-edited',
  'review-begun',
  'withdrawn',
  'published',
]);

/** Kinds of the conversation with the proposer, which its contributors may read as well. */
const conversationKinds: ReadonlySet<TrailEntry['kind']> = new Set([
  'question-asked',
  'question-answered',
  'question-dropped',
]);

/** Kinds of what those who propose do; whoever did it stays unnamed while the proposal is judged (blind review). */
const proposingSideKinds: ReadonlySet<TrailEntry['kind']> = new Set([
  'received',
  'content-edited',
  'file-attached',
  'file-removed',
  'withdrawn',
  'co-proposer-invited',
  'co-proposer-answered',
  'presentation-answered',
  'question-answered',
]);

/** Whether an entry of this kind is always made by somebody who proposed it, or was asked to. */
export function isOfProposingSide(kind: TrailEntry['kind']): boolean {
  return proposingSideKinds.has(kind);
}

/** The part of a trail that the published state consists of (domain 1). */
export function publishedTrail(trail: readonly TrailEntry[]): readonly TrailEntry[] {
  return trail.filter((entry) => publicKinds.has(entry.kind));
}

/** The part of a trail that those who proposed may read: what is published, and what they were asked. */
export function contributorsTrail(trail: readonly TrailEntry[]): readonly TrailEntry[] {
  return trail.filter((entry) => publicKinds.has(entry.kind) || conversationKinds.has(entry.kind));
}
