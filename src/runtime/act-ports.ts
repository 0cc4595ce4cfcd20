import type { ActPorts } from '../usecases/act-on-proposal.js';
import type { Clock } from '../usecases/ports.js';
import type { Books } from './books.js';
import { ownHolidays } from './keeping.js';

/** What acting on proposals needs, bound to the books. */
export function actPorts(
  { clock }: { readonly clock: Clock },
  { register, writer, graph }: Books,
): ActPorts {
  const isHoliday = ownHolidays(register);
  return { clock, store: graph.stores.proposals, register, writer, isHoliday };
}
