import type { ItemProblem } from '../domain/health/item-fault.js';
import type { Instant } from '../domain/instant.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import { sharedText } from '../graph/lists/shared-values.js';
import type { FindValue, Named, NameValue } from './named-values.js';

/** A row of the ledger as a snapshot holds it, by place. Recipients come by name: most rows tell one person, who is told often. */
export type RowCells = readonly [
  kind: 'row',
  itemId: string,
  revision: string,
  problem: ItemProblem | null,
  key: string,
  proposalId: string,
  seq: number,
  state: LedgerRow['state'],
  by: string,
  epoch: number,
  until: Instant,
  recipients: Named<LedgerRow['recipients']>,
];

/** A row that is held, as cells. */
export function rowCells(
  { key, proposalId, seq, state, by, epoch, until, recipients }: LedgerRow,
  { itemId, revision }: { readonly itemId: string; readonly revision: string },
  problem: ItemProblem | undefined,
  name: NameValue,
): RowCells {
  const [kind, wrong] = ['row', problem ?? null] as const;
  const tells = [key, proposalId, seq, state, by, epoch, until, name(recipients)] as const;
  return [kind, itemId, revision, wrong, ...tells];
}

/** Reads the cells; `find` is asked in the order of naming. */
export function rowIn(cells: RowCells, find: FindValue) {
  const value: LedgerRow = {
    key: cells[4],
    proposalId: cells[5],
    seq: cells[6],
    state: cells[7],
    by: sharedText(cells[8]),
    epoch: cells[9],
    until: cells[10],
    recipients: find(cells[11]),
  };
  return { value, itemId: cells[1], revision: cells[2], problem: cells[3] };
}
