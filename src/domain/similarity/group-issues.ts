import { clusterByLinks, type Link } from './cluster-by-links.js';
import { type GroupLabel, labelGroup } from './label-group.js';
import type { SimilarityIndex } from './similarity-index.js';

/** A generated 課題群 as it is offered; a person confirms, renames or dissolves it. */
export interface IssueGroupDraft extends GroupLabel {
  /** Two or more, ascending. */
  readonly ids: readonly string[];
}

/** Texts about one problem are less alike than texts that ask for the same. */
const linkAtLeast = 0.23;
const meanAtLeast = 0.19;
const linksPerMember = 10;

function linksAmong(index: SimilarityIndex, ids: ReadonlySet<string>): readonly Link[] {
  const links = new Map<string, Link>();
  const limits = { limit: linksPerMember, atLeast: linkAtLeast };
  for (const id of ids) {
    const matches = index.nearestTo(id, { ...limits, isAllowed: (other) => ids.has(other) });
    for (const { id: match, score } of matches) {
      const [one, other] = id < match ? [id, match] : [match, id];
      links.set(JSON.stringify([one, other]), { one, other, score });
    }
  }
  return [...links.values()];
}

/**
 * Sorts texts of the index into groups about the same problem, largest first; texts that stand alone
 * are in none. Each text is one search, so a campaign of thousands takes seconds: not for a request
 * to wait for.
 */
export function groupIssues(
  index: SimilarityIndex,
  ids: readonly string[],
): readonly IssueGroupDraft[] {
  const links = linksAmong(index, new Set(ids));
  return clusterByLinks(links, { meanAtLeast, linksPerMember })
    .filter((members) => members.length > 1)
    .map((members) => {
      const texts = members.flatMap((id) => index.read(id) ?? []);
      return { ids: members, ...labelGroup(texts, index.telling) };
    });
}
