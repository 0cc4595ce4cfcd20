import { type MergeGroups, mergeGroups } from '../domain/merge-groups.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { isCounted, type Support, supportKey } from '../domain/support.js';
import { openEndorsementCounts } from './endorsement-counts.js';
import type { Held } from './held.js';
import type { Shelf, ShelfWatcher } from './shelf.js';

type HeldSupport = Held<Support>;

/** The words of support by proposal and by person, kept up with every change. */
export interface SupportIndex extends ShelfWatcher<Support> {
  ofProposal(proposalId: string): readonly HeldSupport[];
  ofPerson(personId: PersonId): readonly HeldSupport[];
  /** Ids of the proposals about which anybody said a word. */
  proposals(): Iterable<string>;
}

function put(
  index: Map<string, Map<string, HeldSupport>>,
  key: string,
  { held, id }: { readonly held: HeldSupport; readonly id: string },
): void {
  const own = index.get(key) ?? new Map<string, HeldSupport>();
  own.set(id, held);
  index.set(key, own);
}

/** Opens the empty index. */
export function createSupportIndex(): SupportIndex {
  const byProposal = new Map<string, Map<string, HeldSupport>>();
  const byPerson = new Map<PersonId, Map<string, HeldSupport>>();
  const listed = (index: Map<string, Map<string, HeldSupport>>, key: string) => [
    ...(index.get(key)?.values() ?? []),
  ];
  return {
    put(held) {
      const { proposalId, personId } = held.value;
      put(byProposal, proposalId, { held, id: personId });
      put(byPerson, personId, { held, id: proposalId });
    },
    removed({ value: { proposalId, personId } }) {
      byProposal.get(proposalId)?.delete(personId);
      byPerson.get(personId)?.delete(proposalId);
    },
    ofProposal: (proposalId) => listed(byProposal, proposalId),
    ofPerson: (personId) => listed(byPerson, personId),
    proposals: () => byProposal.keys(),
  };
}

/** The groups of the published state, read again only after a proposal changed. */
function openGroups(proposals: Shelf<Proposal>): () => MergeGroups {
  let seen: readonly Proposal[] | undefined;
  let groups: MergeGroups | undefined;
  return () => {
    const present = proposals.values();
    if (groups === undefined || seen !== present) {
      const told = present.map(({ id, number, published }) => ({
        id,
        number,
        mergedInto: published.mergedInto,
      }));
      groups = mergeGroups(told);
      seen = present;
    }
    return groups;
  };
}

/** The part of the register that knows who supports what. */
export function openSupportBook(
  proposals: Shelf<Proposal>,
  supports: Shelf<Support>,
  index: SupportIndex,
) {
  const groups = openGroups(proposals);
  function endorsersOf(proposalId: string, until = Number.POSITIVE_INFINITY): readonly PersonId[] {
    const proposal = proposals.byKey(proposalId)?.value;
    if (!proposal) return [];
    return index
      .ofProposal(proposalId)
      .filter(({ value }) => value.at <= until && isCounted(proposal, value))
      .map(({ value }) => value.personId);
  }

  /** Who proposed a proposal, alone or together. */
  function proposersOf(proposalId: string): readonly PersonId[] {
    const proposal = proposals.byKey(proposalId)?.value;
    if (!proposal) return [];
    const { proposer, coProposers } = proposal;
    const joined = coProposers.filter(({ answer }) => answer === 'accepted');
    return [proposer, ...joined].map(({ personId }) => personId);
  }

  function withMergedOnly(proposalId: string): readonly string[] {
    return groups()
      .withMerged(proposalId)
      .filter((id) => id !== proposalId);
  }

  return {
    support: (proposalId: string, personId: PersonId) =>
      supports.byKey(supportKey({ proposalId, personId })),
    supportsOf: (personId: PersonId) => index.ofPerson(personId),
    /**
     * Who endorses or follows a proposal, or any that is published as merged into it, and who proposed one of those;
     * each person once, also
     * outside Teams.
     */
    supportersOf(proposalId: string): readonly PersonId[] {
      const members = groups().withMerged(proposalId);
      const supporting = members
        .flatMap((id) => index.ofProposal(id))
        .filter(({ value }) => value.state !== 'none');
      return [
        ...new Set([
          ...supporting.map(({ value }) => value.personId),
          ...withMergedOnly(proposalId).flatMap(proposersOf),
        ]),
      ];
    },
    /** Whether another proposal is published as merged into this one. */
    isSurvivor: (proposalId: string): boolean => withMergedOnly(proposalId).length > 0,
    /** What is published as merged into a proposal, directly or through others. */
    mergedInto: (proposalId: string): readonly Proposal[] =>
      withMergedOnly(proposalId).flatMap((id) => proposals.byKey(id)?.value ?? []),
    endorsersOf,
    ...openEndorsementCounts([proposals, supports], groups, endorsersOf, index.proposals),
    tookSupport: supports.took,
  };
}
