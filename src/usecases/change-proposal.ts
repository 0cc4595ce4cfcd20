import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import type { Result } from '../domain/result.js';
import type { ProposalStore, Register, RegisterWriter, Stored } from './ports.js';

/** What changing needs. */
export interface ChangePorts {
  readonly store: ProposalStore;
  readonly register: Register;
  readonly writer: RegisterWriter;
}

/** What a change came to. With a refusal comes the present item, so that both versions can be shown. */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly stored: Stored<Proposal> }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly present?: Stored<Proposal> };

const mostRounds = 3;

/**
 * Runs a command on the register's state and writes it with If-Match (protocols: decide and change). When someone
 * else wrote first, the fresh item is read and the command itself decides whether it still applies.
 */
export async function changeProposal(
  ports: ChangePorts,
  id: string,
  command: (proposal: Proposal) => Result<Proposal>,
): Promise<ChangeOutcome> {
  let present = ports.register.proposal(id);
  for (let round = 0; present && round < mostRounds; round += 1) {
    const result = command(present.value);
    if (!result.ok) return { kind: 'refused', refusal: result.refusal, present };
    const outcome = await ports.store.replace(present, result.value);
    if (outcome.kind === 'stored') {
      ports.writer.tookProposal(outcome.stored);
      return { kind: 'changed', stored: outcome.stored };
    }
    present = await ports.store.read(present.itemId);
    if (present) ports.writer.tookProposal(present);
  }
  return present
    ? { kind: 'refused', refusal: { code: 'changed-meanwhile' }, present }
    : { kind: 'refused', refusal: { code: 'not-found' } };
}
