/** Two members and how alike they are. */
export interface Link {
  readonly one: string;
  readonly other: string;
  readonly score: number;
}

interface Cluster {
  readonly members: string[];
  /** Sum of the scores of the links to other clusters. */
  readonly links: Map<Cluster, number>;
}

/**
 * A member is linked to a few others at most, so of two large clusters only so many pairs can be
 * linked at all.
 */
function possibleLinks(one: Cluster, other: Cluster, linksPerMember: number): number {
  const [few, many] = [one.members.length, other.members.length].sort((a, b) => a - b);
  return (few ?? 0) * Math.min(many ?? 0, linksPerMember);
}

function absorb(into: Cluster, from: Cluster, clusterOf: Map<string, Cluster>): void {
  for (const member of from.members) clusterOf.set(member, into);
  into.members.push(...from.members);
  from.links.delete(into);
  into.links.delete(from);
  for (const [third, sum] of from.links) {
    into.links.set(third, (into.links.get(third) ?? 0) + sum);
    third.links.delete(from);
    third.links.set(into, (third.links.get(into) ?? 0) + sum);
  }
}

function openClusters(links: readonly Link[]): Map<string, Cluster> {
  const clusterOf = new Map<string, Cluster>();
  const open = (member: string): Cluster => {
    const cluster = clusterOf.get(member) ?? { members: [member], links: new Map() };
    clusterOf.set(member, cluster);
    return cluster;
  };
  for (const { one, other, score } of links) {
    open(one).links.set(open(other), score);
    open(other).links.set(open(one), score);
  }
  return clusterOf;
}

/**
 * Joins members, strongest link first, where the two sides as wholes are alike enough: the mean over
 * the possible links between them is at least `meanAtLeast`. So a chain of neighbours does not draw
 * everything into one cluster. `links` has every pair once. Clusters of one are left out.
 */
export function clusterByLinks(
  links: readonly Link[],
  { meanAtLeast, linksPerMember }: { meanAtLeast: number; linksPerMember: number },
): readonly (readonly string[])[] {
  const ordered = links.toSorted(
    (a, b) => b.score - a.score || (`${a.one}\n${a.other}` < `${b.one}\n${b.other}` ? -1 : 1),
  );
  const clusterOf = openClusters(ordered);
  for (const { one, other } of ordered) {
    const [left, right] = [clusterOf.get(one), clusterOf.get(other)];
    if (left === undefined || right === undefined || left === right) continue;
    const mean = (left.links.get(right) ?? 0) / possibleLinks(left, right, linksPerMember);
    if (mean < meanAtLeast) continue;
    const [large, small] =
      left.members.length < right.members.length ? [right, left] : [left, right];
    absorb(large, small, clusterOf);
  }
  return [...new Set(clusterOf.values())]
    .map(({ members }) => members.toSorted())
    .sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
