import type { MergeGroups } from '../domain/merge-groups.js';
import type { PersonId } from '../domain/person.js';
import { createView, type ViewSource } from './view.js';

/**
 * Counts those who endorse, each once in a group that was merged. What was counted is remembered until one of the
 * `sources` changes. `spokenOf`: ids of the proposals about which anybody said a word.
 */
export function openEndorsementCounts(
  sources: readonly ViewSource[],
  groups: () => MergeGroups,
  endorsersOf: (proposalId: string) => readonly PersonId[],
  spokenOf: () => Iterable<string>,
) {
  const counts = createView(sources, () => new Map<string, number>());

  function groupOf(proposalId: string): readonly string[] {
    const published = groups();
    return published.withMerged(published.survivorOf(proposalId));
  }

  /** How many different people endorse a proposal or any other of its published group. */
  function endorsementCount(proposalId: string): number {
    const known = counts();
    const count =
      known.get(proposalId) ?? new Set(groupOf(proposalId).flatMap((id) => endorsersOf(id))).size;
    known.set(proposalId, count);
    return count;
  }

  const all = createView(sources, () => {
    const endorsed = [...spokenOf()].flatMap(groupOf);
    return new Map(endorsed.map((id) => [id, endorsementCount(id)]));
  });

  return { endorsementCount, endorsementCounts: (): ReadonlyMap<string, number> => all() };
}
