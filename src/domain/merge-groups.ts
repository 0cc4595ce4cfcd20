import { compareProposalNumbers, type ProposalNumber } from './proposal-number.js';

/** A proposal as far as merging looks at it. */
export interface Mergeable {
  readonly id: string;
  readonly number: ProposalNumber;
  /** Id of the proposal it was merged into. */
  readonly mergedInto?: string | undefined;
}

/** Which proposals stand together 統合, by their pointers alone (domain 4). */
export interface MergeGroups {
  /** The survivor: the root of the group; on a cycle the earlier number. */
  survivorOf(id: string): string;
  /** A proposal and all that were merged into it, directly or through others. */
  withMerged(id: string): readonly string[];
}

function earliest(cycle: readonly Mergeable[]): string | undefined {
  return cycle.toSorted((a, b) => compareProposalNumbers(a.number, b.number))[0]?.id;
}

function findSurvivor(pointers: ReadonlyMap<string, Mergeable>, from: string): string {
  const path: Mergeable[] = [];
  let present = pointers.get(from);
  let last = from;
  while (present && !path.includes(present)) {
    path.push(present);
    last = present.mergedInto ?? present.id;
    present = pointers.get(last);
  }
  return present ? (earliest(path.slice(path.indexOf(present))) ?? last) : last;
}

/** Reads the groups from the proposals that point at another one; any other stands alone or is a survivor. */
export function mergeGroups(merged: readonly Mergeable[]): MergeGroups {
  const pointers = new Map<string, Mergeable>();
  const intoOf = new Map<string, string[]>();
  for (const each of merged) {
    if (each.mergedInto === undefined) continue;
    pointers.set(each.id, each);
    const others = intoOf.get(each.mergedInto) ?? [];
    others.push(each.id);
    intoOf.set(each.mergedInto, others);
  }
  return {
    survivorOf: (id) => findSurvivor(pointers, id),
    withMerged(id) {
      const found = new Set([id]);
      for (const each of found) for (const other of intoOf.get(each) ?? []) found.add(other);
      return [...found];
    },
  };
}
