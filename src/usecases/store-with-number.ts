import type { Audience } from '../domain/audience.js';
import { fiscalYearOf } from '../domain/fiscal-year.js';
import type { NewProposal } from '../domain/new-proposal.js';
import type { PersonalDataKind } from '../domain/personal-data/find-personal-details.js';
import { type Proposal, receiveProposal } from '../domain/proposal.js';
import { formatProposalNumber } from '../domain/proposal-number.js';
import type { Clock, Pause, ProposalStore, Register, RegisterWriter, Stored } from './ports.js';

/** What storing needs. */
export interface StoreWithNumberPorts {
  readonly clock: Clock;
  readonly store: ProposalStore;
  readonly register: Register;
  readonly writer: Pick<RegisterWriter, 'tookProposal'>;
  readonly pause: Pause;
  /** Runs one round of storing after another, so that numbers follow the order of storage. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

const mostRounds = 5;
const firstPauseMs = 150;
/** Less than a turn of the bot has, so that a list that hangs for one form is not a late answer for the next. */
const longestTurnMs = 5_000;

/** A new proposal before it has a number, whom its receipt tells where that is no answer to the proposer, and what its sender was warned of. */
export type Unnumbered = Omit<NewProposal, 'number'> & {
  readonly audience?: Audience;
  readonly personalData?: readonly PersonalDataKind[];
};

/** What one round came to: the stored proposal, or the highest number that is known to be taken. */
type Round = { readonly stored: Stored<Proposal> } | { readonly taken: number };

async function tryOnce(
  { clock, store, register }: StoreWithNumberPorts,
  { audience, personalData, ...proposal }: Unnumbered,
  takenBefore: number,
): Promise<Round> {
  const known = register.proposal(proposal.id);
  if (known) return { stored: known };
  const fiscalYear = fiscalYearOf(proposal.receivedAt);
  const sequence = Math.max(takenBefore, register.highestSequence(fiscalYear)) + 1;
  const number = formatProposalNumber({ fiscalYear, sequence });
  const received = receiveProposal({ ...proposal, number }, clock.now(), audience, personalData);
  const outcome = await store.create(received);
  if (outcome.kind === 'stored') return outcome;
  const found = register.proposal(proposal.id) ?? (await store.findByKey(proposal.id));
  if (found) return { stored: found };
  // A refusal may also come as an unknown outcome; only what is seen in the list then shows the number as taken.
  const seen = await store.highestSequence(fiscalYear);
  return { taken: Math.max(takenBefore, seen, outcome.kind === 'refused' ? sequence : 0) };
}

/** One round in its turn. The turn goes on after a while, where the list does not answer; the round itself does too. */
function roundInTurn(
  ports: StoreWithNumberPorts,
  proposal: Unnumbered,
  taken: number,
): Promise<Round> {
  return new Promise((resolve, reject) => {
    const turn = ports.inTurn(async () => {
      const round = tryOnce(ports, proposal, taken);
      round.then((result) => {
        // Within the turn, so that whoever is next counts on from it.
        if ('stored' in result) ports.writer.tookProposal(result.stored);
        resolve(result);
      }, reject);
      const ended = round.then(
        () => undefined,
        () => undefined,
      );
      await Promise.race([ended, ports.pause(longestTurnMs)]);
    });
    turn.catch(reject);
  });
}

/**
 * Stores a new proposal once and gives it the next number (protocols: submit, step 3). After any refusal or unknown
 * outcome it reads by token: found is the answer, not found is another round with the same token, and with the same
 * number unless that is known to be taken, so that a lost write leaves no gap. It never needs to know which column
 * refused. Only a single round holds the turn, never the pause after it, and never longer than a few seconds: whoever
 * is next then counts on without it, and the unique columns tell who was first. Undefined where it is still unknown
 * after the last round.
 */
export async function storeWithNumber(
  ports: StoreWithNumberPorts,
  proposal: Unnumbered,
): Promise<Stored<Proposal> | undefined> {
  let taken = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    if (round > 1) await ports.pause(firstPauseMs * 2 ** (round - 1));
    const came = await roundInTurn(ports, proposal, taken);
    if ('stored' in came) return came.stored;
    taken = came.taken;
  }
  return undefined;
}
