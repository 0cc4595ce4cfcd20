import type { Proposal } from '../domain/proposal.js';
import type { Result } from '../domain/result.js';
import { changeStored, type StoredChange } from './change-stored.js';
import type { ProposalStore, Register, RegisterWriter, Stored } from './ports.js';

/** What changing needs. */
export interface ChangePorts {
  readonly store: ProposalStore;
  readonly register: Register;
  readonly writer: RegisterWriter;
}

/** What a change came to. With a refusal comes the present item, so that both versions can be shown. */
export type ChangeOutcome = StoredChange<Proposal>;

/** Runs a command on one proposal and writes it with If-Match (see change-stored.ts). */
export function changeProposal(
  { store, register, writer }: ChangePorts,
  id: string,
  command: (proposal: Proposal) => Result<Proposal>,
): Promise<ChangeOutcome> {
  const place = { store, took: (stored: Stored<Proposal>) => writer.tookProposal(stored) };
  return changeStored(place, register.proposal(id), command, { code: 'not-found' });
}
