import type { TrailEntry } from '../../../src/domain/trail.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import type { ListDefinition } from '../../../src/graph/lists/list-definition.js';
import type { SiteItem } from '../site-lists.js';
import type { SeenOffice } from './seen-office.js';

/** The items of a list as they stand in SharePoint. */
export function itemsOf(
  { lists }: SeenOffice,
  { name }: Pick<ListDefinition<unknown>, 'name'>,
): readonly SiteItem[] {
  return lists.get(name) ?? [];
}

/** The values of a list, read as the product reads them. */
export function valuesOf<T>(office: SeenOffice, list: ListDefinition<T>): readonly T[] {
  return itemsOf(office, list).map(({ id, fields }) => list.fromFields(fields, id));
}

/** A proposal as its item says, with the part of its trail that lies in the archive. */
export interface StoredProposal {
  readonly token: string;
  readonly number: string;
  readonly fields: SiteItem['fields'];
  /** In the order in which the parts were found; places may be missing or there twice. */
  readonly trail: readonly TrailEntry[];
  readonly isArchived: boolean;
}

const entriesIn = (json: unknown): readonly TrailEntry[] => JSON.parse(String(json));

/** The proposals in the order in which they were stored. */
export function storedProposals(office: SeenOffice): readonly StoredProposal[] {
  const archive = itemsOf(office, allLists.trailArchive);
  return itemsOf(office, allLists.proposals)
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map(({ fields }) => {
      const token = String(fields['ProposalId']);
      const parts = archive
        .filter((each) => each.fields['ProposalId'] === token)
        .flatMap((each) => entriesIn(each.fields['TrailJson']));
      const bySeq = new Map(
        [...parts, ...entriesIn(fields['TrailJson'])].map((entry) => [entry.seq, entry]),
      );
      const trail = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
      return {
        token,
        number: String(fields['Number']),
        fields,
        trail,
        isArchived: parts.length > 0,
      };
    });
}
