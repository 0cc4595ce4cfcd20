import { setTimeout as pause } from 'node:timers/promises';
import { findAlikeFor } from '../usecases/find-alike-for.js';
import type { Clock, FaultLog } from '../usecases/ports.js';
import type { SubmitPorts } from '../usecases/submit-proposal.js';
import type { Books } from './books.js';
import type { KeptForms } from './kept-forms.js';
import { openQueue } from './queue.js';

/** What submitting needs, with what is known of the forms that wait. */
export type Submitting = SubmitPorts & Pick<KeptForms, 'backlog'>;

/** Binds submitting to the lists and to the forms on disk. */
export function submitPorts(
  { clock, onFault }: { readonly clock: Clock; readonly onFault: FaultLog },
  { register, writer, graph }: Books,
  { spool, backlog }: KeptForms,
): Submitting {
  return {
    backlog,
    clock,
    register,
    writer,
    store: graph.stores.proposals,
    spool,
    inTurn: openQueue(),
    pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
    onFault,
    findAlike: (by, words) => findAlikeFor({ register, clock }, by, words),
  };
}
