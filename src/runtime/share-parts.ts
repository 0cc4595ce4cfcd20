import type { Decision } from '../domain/decision.js';
import type { Actor, Proposer } from '../domain/person.js';
import type { PublishedState } from '../domain/proposal.js';
import type { Cost } from '../domain/proposal-content.js';
import { openSharedValues, sharedText } from '../graph/lists/shared-values.js';
import type { ShortContent, ShortProposal } from './short-proposal.js';

const people = openSharedValues<Proposer>();
const actors = openSharedValues<Actor>(1_000);
const owners = openSharedValues<Decision['owner']>(5_000);
const costs: Readonly<Record<string, Cost>> = {
  true: { needed: true },
  false: { needed: false },
};

function sharedDecision(decision: Decision): Decision {
  const { departmentId, sectionId } = decision.owner;
  const owner = owners.of(`${departmentId} ${sectionId}`, decision.owner);
  return { ...decision, owner };
}

/** The same of what a proposer wrote. */
export function sharingContent(content: ShortContent): ShortContent {
  const { categoryId, themeId, cost, scopeHint } = content;
  const isPlain = !('estimateYen' in cost);
  return {
    ...content,
    categoryId: sharedText(categoryId),
    cost: isPlain ? (costs[String(cost.needed)] ?? cost) : cost,
    scopeHint: sharedText(scopeHint),
    ...(themeId !== undefined && { themeId: sharedText(themeId) }),
  };
}

function sharedPublished(
  published: PublishedState,
  before: Decision | undefined,
  decision: Decision | undefined,
): PublishedState {
  const { status, seq, at, decision: told, ...rest } = published;
  const next = told === before ? decision : told && sharedDecision(told);
  return { status: sharedText(status), seq, at, ...(next && { decision: next }), ...rest };
}

/**
 * The same state with what many proposals say alike held once: who proposed, who reviews, offices, ids and codes, a
 * decision that is told as it is. What is given stays as it is. Of the content nothing is looked at.
 */
export function sharingParts(state: ShortProposal): ShortProposal {
  const { campaignId, proposer, status, reviewer, published } = state;
  const decision = state.decision && sharedDecision(state.decision);
  return {
    ...state,
    campaignId: sharedText(campaignId),
    proposer: people.of(proposer.personId, proposer),
    status: sharedText(status),
    published: sharedPublished(published, state.decision, decision),
    ...(reviewer && { reviewer: actors.of(reviewer.id, reviewer) }),
    ...(decision && { decision }),
  };
}
