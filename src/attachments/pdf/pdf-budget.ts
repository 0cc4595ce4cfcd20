import { PdfFault } from './pdf-value.js';

/** What reading a PDF costs: values read, rows of tables, signs passed over, bytes unpacked. */
export type PdfCost = 'values' | 'rows' | 'signs' | 'unpacked';

/** What one file may still cost. */
export interface PdfBudget {
  /** Takes off it. Throws `PdfFault` where nothing is left. */
  take(cost: PdfCost, amount: number): void;
  left(cost: PdfCost): number;
}

/** Ten megabytes of a PDF hold a few hundred thousand values; more would not fit into the memory of one examination. */
const mostValues = 1_000_000;
/** Rows may be told anew by each table that a later save added. */
const mostRows = 600_000;
/** All that the structure, and pictures packed twice, may unpack to. */
const mostUnpacked = 48 * 1024 * 1024;
/** What stands between objects may be passed over once more, by the tables of objects. */
const oftenRead = 3;

/** What a file of so many bytes may cost, so that its reading ends by itself whatever it holds. */
export function openBudget(bytes: number): PdfBudget {
  const rest: Record<PdfCost, number> = {
    values: mostValues,
    rows: mostRows,
    signs: bytes * oftenRead,
    unpacked: mostUnpacked,
  };
  return {
    take(cost, amount) {
      // Said this way round, what is no number is refused, too.
      if (!(amount >= 0 && amount <= rest[cost])) throw new PdfFault('unreadable');
      rest[cost] -= amount;
    },
    left: (cost) => rest[cost],
  };
}
