import type { ActName } from '../domain/acts.js';
import type { ActForm } from '../domain/commands/command.js';
import type { Actor } from '../domain/person.js';
import { type ActPorts, actOnProposal, type SeenProposal } from './act-on-proposal.js';
import type { ChangeOutcome } from './change-proposal.js';
import { someAtOnce } from './some-at-once.js';

/** Most proposals in one call. */
export const mostAtOnce = 60;

const writesAtOnce = 4;

/** One of many: a field of its own wins over the shared one. */
export interface OneOfMany extends SeenProposal {
  readonly form?: ActForm | undefined;
}

/** The result for one of many. A fault of one leaves the others as they are; whether it was written is not known. */
export interface NumberedOutcome {
  readonly number: string;
  readonly outcome: ChangeOutcome | { readonly kind: 'failed'; readonly fault: unknown };
}

/** Does the same with many proposals: each is a write of its own, with a result of its own. */
export function actOnMany(
  ports: ActPorts,
  by: Actor,
  items: readonly OneOfMany[],
  name: ActName,
  shared: ActForm,
): Promise<readonly NumberedOutcome[]> {
  async function actOnOne({ number, seq, form }: OneOfMany): Promise<NumberedOutcome> {
    try {
      const own = { ...shared, ...form };
      return { number, outcome: await actOnProposal(ports, by, { number, seq }, name, own) };
    } catch (fault) {
      return { number, outcome: { kind: 'failed', fault } };
    }
  }
  const distinct = [...new Map(items.map((item) => [item.number, item])).values()];
  return someAtOnce(distinct.slice(0, mostAtOnce), writesAtOnce, actOnOne);
}
