import type { ListFaultActs } from '../api/deps.js';
import type { Finding } from '../domain/health/finding.js';
import type { ItemFault } from '../domain/health/item-fault.js';
import { listHeadings } from '../graph/list-headings.js';
import type { HealthCheck } from '../usecases/examine-health.js';
import { checkArchived, listFaults, restoreItem } from '../usecases/list-faults.js';
import type { Books } from './books.js';

/** Hand-edited items: what the register knows at any time, and what the check of archived trails found last. */
export interface ListFaultWork {
  readonly acts: ListFaultActs;
  readonly check: HealthCheck;
}

/** Binds the looking after hand-edited lists to register, lists and archive. */
export function openListFaults({ register, graph, archive }: Books): ListFaultWork {
  let archived: readonly ItemFault[] = [];
  const ports = () => ({
    register,
    archived: archived.filter(({ itemId }) => register.heldItem('proposals', itemId)),
    rewriterOf: (list: string) => graph.rewriters.get(list),
  });

  async function look(): Promise<readonly Finding[]> {
    archived = await checkArchived(register.proposals(), (proposal) => archive.whole(proposal));
    const { faults, missing } = listFaults(ports());
    const found: Finding[] = [];
    if (faults.length > 0) found.push({ code: 'items-to-check', items: faults.length });
    const [first] = missing;
    if (first) {
      const count = missing.reduce((sum, span) => sum + span.count, 0);
      found.push({ code: 'numbers-missing', count, first: first.first });
    }
    return found.length > 0 ? found : [{ code: 'items-sound' }];
  }

  return {
    check: { subject: 'items', look },
    acts: {
      report: () => listFaults(ports()),
      restore: async (list, itemId) => {
        const outcome = await restoreItem(ports(), list, itemId);
        if (outcome.kind === 'restored') {
          archived = archived.filter((fault) => fault.list !== list || fault.itemId !== itemId);
        }
        return outcome;
      },
      headingsOf: (list) => listHeadings.get(list),
    },
  };
}
