/** Two members and how alike they are. */
export interface Link {
  readonly one: string;
  readonly other: string;
  readonly score: number;
}

interface Member {
  readonly name: string;
  cluster: Cluster;
}

interface Cluster {
  readonly members: Member[];
  /** Sum of the scores of the links to other clusters. */
  readonly links: Map<Cluster, number>;
}

/**
 * A member is linked to a few others at most, so of two large clusters only so many pairs can be
 * linked at all.
 */
function possibleLinks(one: Cluster, other: Cluster, linksPerMember: number): number {
  const few = Math.min(one.members.length, other.members.length);
  const many = Math.max(one.members.length, other.members.length);
  return few * Math.min(many, linksPerMember);
}

function absorb(into: Cluster, from: Cluster): void {
  for (const member of from.members) member.cluster = into;
  into.members.push(...from.members);
  from.links.delete(into);
  into.links.delete(from);
  for (const [third, sum] of from.links) {
    into.links.set(third, (into.links.get(third) ?? 0) + sum);
    third.links.delete(from);
    third.links.set(into, (third.links.get(into) ?? 0) + sum);
  }
}

function aloneInCluster(name: string): Member {
  const cluster: Cluster = { members: [], links: new Map() };
  const member = { name, cluster };
  cluster.members.push(member);
  return member;
}

/** Every member in a cluster of its own, and the two of every link, in the order of the links. */
function openClusters(links: readonly Link[]) {
  const byName = new Map<string, Member>();
  const open = (name: string): Member => {
    const member = byName.get(name) ?? aloneInCluster(name);
    byName.set(name, member);
    return member;
  };
  const pairs = links.map((link) => {
    const [one, other] = [open(link.one), open(link.other)];
    one.cluster.links.set(other.cluster, link.score);
    other.cluster.links.set(one.cluster, link.score);
    return { one, other };
  });
  return { members: [...byName.values()], pairs };
}

/**
 * Joins members, strongest link first, where the two sides as wholes are alike enough: the mean over
 * the possible links between them is at least `meanAtLeast`. So a chain of neighbours does not draw
 * everything into one cluster. `links` has every pair once. Who is linked but joins nobody is a
 * cluster alone.
 * @returns largest first, those of one size by their first names
 */
export function clusterByLinks(
  links: readonly Link[],
  { meanAtLeast, linksPerMember }: { meanAtLeast: number; linksPerMember: number },
): readonly (readonly string[])[] {
  const ordered = links.toSorted(
    (a, b) => b.score - a.score || (`${a.one}\n${a.other}` < `${b.one}\n${b.other}` ? -1 : 1),
  );
  const { members, pairs } = openClusters(ordered);
  for (const { one, other } of pairs) {
    const [left, right] = [one.cluster, other.cluster];
    if (left === right) continue;
    const mean = (left.links.get(right) ?? 0) / possibleLinks(left, right, linksPerMember);
    if (mean < meanAtLeast) continue;
    const [large, small] =
      left.members.length < right.members.length ? [right, left] : [left, right];
    absorb(large, small);
  }
  const named = members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [...new Set(named.map(({ cluster }) => cluster))]
    .map((cluster) => cluster.members.map(({ name }) => name).toSorted())
    .sort((a, b) => b.length - a.length);
}
