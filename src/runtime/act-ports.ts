import type { Clock } from '../usecases/ports.js';
import type { ReleasePorts } from '../usecases/release-due-publications.js';
import type { Books } from './books.js';
import { ownHolidays } from './keeping.js';

/** What acting on proposals and releasing them needs, bound to the books. */
export function actPorts(
  { clock }: { readonly clock: Clock },
  { register, writer, graph, archive }: Books,
): ReleasePorts {
  const { proposals: store, audiences } = graph.stores;
  const isHoliday = ownHolidays(register);
  return { clock, store, audiences, archive, register, writer, isHoliday };
}
