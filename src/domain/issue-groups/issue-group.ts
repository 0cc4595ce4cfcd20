import type { Instant } from '../instant.js';
import type { IssueGroupEntry } from './issue-group-events.js';

/** Where a label comes from: made of words, found right by a person as it is, or given by a person. */
export const labelStates = ['generated', 'confirmed', 'named'] as const;

/** One of them. */
export type LabelState = (typeof labelStates)[number];

/**
 * 課題群: proposals about the same problem, seen together (domain 3). Its members are the proposals that point at it;
 * the group itself holds only its label. It is what replaying its trail gives, and nothing else.
 */
export interface IssueGroup {
  /** The token of the form it was made with. */
  readonly id: string;
  readonly createdAt: Instant;
  readonly label: string;
  readonly labelState: LabelState;
  /** 解散: from here on it has no members, wherever a proposal may still point. */
  readonly dissolved?: { readonly reason: string };
  readonly trail: readonly IssueGroupEntry[];
}
