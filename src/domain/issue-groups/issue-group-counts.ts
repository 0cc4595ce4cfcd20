import type { PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';

/** How much an issue group weighs (domain 3). */
export interface IssueGroupCounts {
  /** Its proposals as they are counted: merged ones too, withdrawn ones not (domain 4). */
  readonly proposals: number;
  /** Different people who endorse any of them, besides those who proposed them; following is no support. */
  readonly supporters: number;
  /** Its part of all proposals of the campaigns it draws from, in percent, one decimal. */
  readonly sharePercent: number;
}

/** What counting looks at. */
export interface CountContext {
  /** Proposals received in a campaign, without those withdrawn. */
  readonly receivedIn: (campaignId: string) => number;
  readonly endorsersOf: (proposalId: string) => readonly PersonId[];
}

/** Whether a proposal stands in the count of received. */
export function isCountedAsReceived({ status }: Pick<Proposal, 'status'>): boolean {
  return status !== 'withdrawn';
}

/** A part in percent, one decimal; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10;
}

/** Counts the members of an issue group. */
export function issueGroupCounts(
  members: readonly Proposal[],
  { receivedIn, endorsersOf }: CountContext,
): IssueGroupCounts {
  const counted = members.filter(isCountedAsReceived);
  const campaigns = new Set(counted.map(({ campaignId }) => campaignId));
  const all = [...campaigns].reduce((sum, campaignId) => sum + receivedIn(campaignId), 0);
  const proposers = new Set(counted.map(({ proposer }) => proposer.personId));
  const supporters = new Set(counted.flatMap(({ id }) => endorsersOf(id)));
  return {
    proposals: counted.length,
    supporters: [...supporters].filter((personId) => !proposers.has(personId)).length,
    sharePercent: percentOf(counted.length, all),
  };
}
