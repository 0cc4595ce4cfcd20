import { z } from 'zod';
import type { FiscalYear } from '../domain/fiscal-year.js';
import { numberOrder } from '../domain/proposal-number.js';
import type { ProposalStore } from '../usecases/ports.js';
import type { GraphClient } from './client.js';
import type { ListPath } from './list-items.js';
import { proposals } from './lists/proposals.js';
import { createStore } from './store.js';

const highestShape = z.object({
  value: z.array(z.object({ fields: z.object({ FiscalYear: z.number(), Sequence: z.number() }) })),
});

/** The proposals list behind its port. */
export function createProposalStore(path: ListPath, client: GraphClient): ProposalStore {
  async function highest(filter: string) {
    const query = `$expand=fields($select=FiscalYear,Sequence)&$orderby=fields/NumberOrder desc&$top=1`;
    const page = await client.read(`${path()}/items?${query}${filter}`, highestShape);
    return page.value[0]?.fields;
  }

  async function highestSequence(fiscalYear: FiscalYear): Promise<number> {
    const last = await highest('');
    if (!last || last.FiscalYear < fiscalYear) return 0;
    if (last.FiscalYear === fiscalYear) return last.Sequence;
    // A form kept over the turn of the year: only then is a range asked for, which a very large list could refuse.
    const from = numberOrder({ fiscalYear, sequence: 0 });
    const to = numberOrder({ fiscalYear: fiscalYear + 1, sequence: 0 });
    const range = `fields/NumberOrder gt ${from} and fields/NumberOrder lt ${to}`;
    return (await highest(`&$filter=${range}`))?.Sequence ?? 0;
  }

  return { ...createStore(proposals, path, client), highestSequence };
}
