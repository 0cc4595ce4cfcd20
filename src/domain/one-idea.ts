import { isContributor } from './capacity.js';
import type { PersonId } from './person.js';
import type { Proposal } from './proposal.js';

/** Whether somebody proposed a proposal or any other that is one idea with it by merges. */
export type IsIdeaOf = (proposalId: string, personId: PersonId) => boolean;

type Pointing = Pick<Proposal, 'id' | 'mergedInto' | 'published'>;

/** The pointers in both directions, of the working and of the published state. */
function neighboursOf(proposals: readonly Pointing[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const known = neighbours.get(from) ?? [];
    known.push(to);
    neighbours.set(from, known);
  };
  for (const { id, mergedInto, published } of proposals) {
    for (const into of [mergedInto, published.mergedInto]) {
      if (into === undefined) continue;
      link(id, into);
      link(into, id);
    }
  }
  return neighbours;
}

function reachedFrom(
  first: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set([first]);
  for (const each of reached) for (const other of neighbours.get(each) ?? []) reached.add(other);
  return reached;
}

/** Which proposals are one idea by merges 統合, told or not told: each that is merged at all, with all of its idea. */
function ideasOf(proposals: readonly Pointing[]): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = neighboursOf(proposals);
  const ideas = new Map<string, ReadonlySet<string>>();
  for (const first of neighbours.keys()) {
    if (ideas.has(first)) continue;
    const idea = reachedFrom(first, neighbours);
    for (const each of idea) ideas.set(each, idea);
  }
  return ideas;
}

/**
 * Reads who stands behind which idea: nobody decides, confirms or publishes an own idea, whatever number it goes by
 * (domain specification 1.7, 9). To be read anew when a proposal changes.
 */
export function readIdeas(proposals: readonly Proposal[]): IsIdeaOf {
  const ideas = ideasOf(proposals);
  const merged = proposals.filter(({ id }) => ideas.has(id));
  const byId = new Map(merged.map((each) => [each.id, each]));
  const known = new Map<string, boolean>();

  function isBehind(idea: ReadonlySet<string>, personId: PersonId): boolean {
    return [...idea].some((id) => {
      const proposal = byId.get(id);
      return proposal !== undefined && isContributor(proposal, personId);
    });
  }

  return (proposalId, personId) => {
    const idea = ideas.get(proposalId);
    if (!idea) return false;
    const [first = ''] = idea;
    const key = `${first} ${personId}`;
    const answer = known.get(key) ?? isBehind(idea, personId);
    known.set(key, answer);
    return answer;
  };
}
