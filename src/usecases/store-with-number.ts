import { fiscalYearOf } from '../domain/fiscal-year.js';
import { type NewProposal, type Proposal, receiveProposal } from '../domain/proposal.js';
import { formatProposalNumber } from '../domain/proposal-number.js';
import type { Clock, Pause, ProposalStore, Register, Stored } from './ports.js';

/** What storing needs. */
export interface StoreWithNumberPorts {
  readonly clock: Clock;
  readonly store: ProposalStore;
  readonly register: Register;
  readonly pause: Pause;
}

const mostRounds = 5;
const firstPauseMs = 150;

type Unnumbered = Omit<NewProposal, 'number'>;

/**
 * Stores a new proposal once and gives it the next number (protocols: submit, step 3). After any refusal or unknown
 * outcome it reads by token: found is the answer, not found is another round with another number and the same token.
 * It never needs to know which column refused. Undefined where it is still unknown after the last round.
 */
export async function storeWithNumber(
  ports: StoreWithNumberPorts,
  proposal: Unnumbered,
): Promise<Stored<Proposal> | undefined> {
  const fiscalYear = fiscalYearOf(proposal.receivedAt);
  let sequence = ports.register.highestSequence(fiscalYear);
  for (let round = 0; round < mostRounds; round += 1) {
    sequence = Math.max(sequence, ports.register.highestSequence(fiscalYear)) + 1;
    const number = formatProposalNumber({ fiscalYear, sequence });
    const value = receiveProposal({ ...proposal, number }, ports.clock.now());
    const outcome = await ports.store.create(value);
    if (outcome.kind === 'stored') return outcome.stored;
    if (round > 0) await ports.pause(firstPauseMs * 2 ** round);
    const found =
      ports.register.proposal(proposal.id) ?? (await ports.store.findByKey(proposal.id));
    if (found) return found;
    // An unknown outcome may have taken the number without being visible yet; a refusal shows that others are ahead.
    if (outcome.kind === 'refused') {
      sequence = Math.max(sequence, await ports.store.highestSequence(fiscalYear));
    }
  }
  return undefined;
}
