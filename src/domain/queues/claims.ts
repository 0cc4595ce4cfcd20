import { isContributor } from '../capacity.js';
import type { ClaimRule } from '../claim-rule.js';
import type { Duty } from '../duties.js';
import { isValidOn } from '../masters.js';
import type { IsIdeaOf } from '../one-idea.js';
import type { Actor, PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';
import { type Holders, isSecretary } from './without-holder.js';

/** Who holds what, and who stands behind which idea. */
interface Takers extends Holders {
  readonly isIdeaOf: IsIdeaOf;
}

/** What a rule would give to whom. */
export interface Claim {
  readonly proposal: Proposal;
  readonly rule: ClaimRule;
  readonly person: Actor;
}

/** A preview of claiming by rule: nothing is written. */
export interface ClaimPreview {
  readonly claims: readonly Claim[];
  /** What no rule fits, or whose rule names nobody who could take it. */
  readonly unmatched: readonly Proposal[];
}

function fits({ categoryId, issueGroupId }: ClaimRule, proposal: Proposal): boolean {
  const category = proposal.classification?.categoryId ?? proposal.content.categoryId;
  return (
    (categoryId === undefined || categoryId === category) &&
    (issueGroupId === undefined || issueGroupId === proposal.issueGroupId)
  );
}

/** Counts what everybody has, so that those of a section take turns by what they hold already. */
function loadsOf(proposals: readonly Proposal[]): Map<PersonId, number> {
  const loads = new Map<PersonId, number>();
  for (const { reviewer } of proposals) {
    if (reviewer) loads.set(reviewer.id, (loads.get(reviewer.id) ?? 0) + 1);
  }
  return loads;
}

/** Of those a rule names, who can take a proposal and holds least; nobody who proposed it takes it. */
function takerOf(
  { personIds }: ClaimRule,
  proposal: Proposal,
  loads: ReadonlyMap<PersonId, number>,
  holders: Takers,
): Actor | undefined {
  const [personId] = personIds
    .filter((id) => isSecretary(holders, id) && !isContributor(proposal, id))
    .filter((id) => !holders.isIdeaOf(proposal.id, id))
    .toSorted((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0));
  const member = holders.members.find((each) => each.personId === personId);
  return personId === undefined ? undefined : { id: personId, name: member?.name ?? '' };
}

/**
 * Who would take what is open and not held by an active person, by the rules valid today. The act itself is the bulk
 * act `hand-over` with what this preview shows.
 */
export function claimsByRule(
  proposals: readonly Proposal[],
  dutyOf: (proposal: Proposal) => Duty,
  rules: readonly ClaimRule[],
  holders: Takers,
): ClaimPreview {
  const valid = rules
    .filter((rule) => isValidOn(rule, holders.today))
    .toSorted((a, b) => a.order - b.order);
  const open = proposals.filter((proposal) => dutyOf(proposal).kind === 'open');
  const loads = loadsOf(open);
  const claims: Claim[] = [];
  const unmatched: Proposal[] = [];
  for (const proposal of open) {
    if (proposal.reviewer && isSecretary(holders, proposal.reviewer.id)) continue;
    const rule = valid.find((each) => fits(each, proposal));
    const person = rule && takerOf(rule, proposal, loads, holders);
    if (!rule || !person) {
      unmatched.push(proposal);
      continue;
    }
    loads.set(person.id, (loads.get(person.id) ?? 0) + 1);
    claims.push({ proposal, rule, person });
  }
  return { claims, unmatched };
}
