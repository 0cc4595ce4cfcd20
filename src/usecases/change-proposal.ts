import type { Proposal } from '../domain/proposal.js';
import type { Result } from '../domain/result.js';
import { changeStored, type StoredChange } from './change-stored.js';
import type { ProposalStore, Register, RegisterWriter, Stored } from './ports.js';
import { shortenedProposal } from './shorten-trail.js';
import type { ProposalArchive } from './trail-archive.js';

/** What changing needs. */
export interface ChangePorts {
  readonly store: ProposalStore;
  readonly register: Register;
  readonly writer: RegisterWriter;
  readonly archive: ProposalArchive;
}

/** What a change came to. With a refusal comes the present item, so that both versions can be shown. */
export type ChangeOutcome = StoredChange<Proposal>;

/**
 * Runs a command on one proposal and writes it with If-Match (see change-stored.ts). The oldest entries of a trail that
 * has become too long are archived before, and leave it with the same write.
 */
export function changeProposal(
  { store, register, writer, archive }: ChangePorts,
  id: string,
  command: (proposal: Proposal) => Result<Proposal>,
): Promise<ChangeOutcome> {
  const place = {
    store,
    took: (stored: Stored<Proposal>) => writer.tookProposal(stored),
    toFit: (stored: Proposal, next: Proposal) =>
      shortenedProposal({ archive, register }, stored, next),
  };
  return changeStored(place, register.proposal(id), command, { code: 'not-found' });
}
