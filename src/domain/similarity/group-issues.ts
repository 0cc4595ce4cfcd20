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

/** Texts read for the label of one group: enough to know what most of its texts say. */
const mostRead = 200;

/** The links of one text to others among `ids`: one search. */
export function linksOf(
  index: SimilarityIndex,
  id: string,
  ids: ReadonlySet<string>,
): readonly Link[] {
  return index
    .nearestTo(id, {
      limit: linksPerMember,
      atLeast: linkAtLeast,
      isAllowed: (other) => ids.has(other),
    })
    .map(({ id: match, score }) =>
      id < match ? { one: id, other: match, score } : { one: match, other: id, score },
    );
}

/** The texts that the links of all of them join into groups, largest first. A link may come twice. */
export function groupsByLinks(links: readonly Link[]): readonly (readonly string[])[] {
  const once = new Map(links.map((link) => [JSON.stringify([link.one, link.other]), link]));
  return clusterByLinks([...once.values()], { meanAtLeast, linksPerMember }).filter(
    (members) => members.length > 1,
  );
}

/** Names texts of the index as one group. */
export function draftGroup(index: SimilarityIndex, ids: readonly string[]): IssueGroupDraft {
  const texts = ids.slice(0, mostRead).flatMap((id) => index.read(id) ?? []);
  return { ids, ...labelGroup(texts, index.telling) };
}

/**
 * Sorts texts of the index into groups about the same problem, largest first; texts that stand alone
 * are in none. Each text is one search, so a campaign of thousands takes seconds: whoever must not
 * hold up others takes the three steps above one by one.
 */
export function groupIssues(
  index: SimilarityIndex,
  ids: readonly string[],
): readonly IssueGroupDraft[] {
  const among = new Set(ids);
  const links = [...among].flatMap((id) => linksOf(index, id, among));
  return groupsByLinks(links).map((members) => draftGroup(index, members));
}
