import type { CivilDate, Instant } from './instant.js';

/** One step of a priority item, with its day. */
export interface Milestone {
  readonly title: string;
  readonly dueOn: CivilDate;
  readonly doneOn?: CivilDate;
}

/** 重点案件: an item with a project team and milestones. */
export interface Priority {
  readonly team: string;
  readonly milestones: readonly Milestone[];
}

/** A candidate for presenting the idea to the governor, with the proposer's consent (domain 8). */
export interface Presentation {
  readonly meeting: string;
  readonly heldOn: CivilDate;
  readonly answer: 'invited' | 'accepted' | 'declined';
}

/** The three answers of a progress inquiry 進捗照会. */
export const progressAnswers = ['on-track', 'delayed', 'needs-talk'] as const;

/** One of the answers. */
export type ProgressAnswer = (typeof progressAnswers)[number];

/** What the owner last said about the progress. */
export interface Progress {
  readonly answer: ProgressAnswer;
  readonly note?: string;
  readonly at: Instant;
}
