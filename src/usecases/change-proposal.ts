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

const mostRounds = 4;

interface Read {
  readonly kind: 'read';
  readonly stored: Stored<Proposal>;
  readonly isFresh: boolean;
}

type Command = (proposal: Proposal) => Result<Proposal>;

async function readFresh(
  { store, writer }: ChangePorts,
  { itemId }: Stored<Proposal>,
): Promise<Read | undefined> {
  const stored = await store.read(itemId);
  if (!stored) return undefined;
  writer.tookProposal(stored);
  return { kind: 'read', stored, isFresh: true };
}

/**
 * What a refusal is checked against. The register may lag behind what another process wrote; a form that is wrong
 * stays wrong whatever was written.
 */
async function readToRefuse(
  ports: ChangePorts,
  read: Read,
  refusal: Refusal,
): Promise<Read | undefined> {
  return read.isFresh || refusal.code === 'invalid-fields' ? read : readFresh(ports, read.stored);
}

/** One round: its outcome, or the item as it is now, on which the command is to be run again. */
async function runOnce(
  ports: ChangePorts,
  read: Read,
  command: Command,
): Promise<ChangeOutcome | Read | undefined> {
  const { stored: present } = read;
  const result = command(present.value);
  if (!result.ok) {
    const { refusal } = result;
    const now = await readToRefuse(ports, read, refusal);
    return now?.stored.revision === present.revision ? { kind: 'refused', refusal, present } : now;
  }
  const outcome = await ports.store.replace(present, result.value);
  if (outcome.kind !== 'stored') return readFresh(ports, present);
  ports.writer.tookProposal(outcome.stored);
  return { kind: 'changed', stored: outcome.stored };
}

/**
 * Runs a command on the register's state and writes it with If-Match (protocols: decide and change). When someone
 * else wrote first, the fresh item is read and the command itself decides whether it still applies. Nothing is
 * refused for a state that is no longer: before a refusal the item is read once.
 */
export async function changeProposal(
  ports: ChangePorts,
  id: string,
  command: Command,
): Promise<ChangeOutcome> {
  const held = ports.register.proposal(id);
  let read: Read | undefined = held && { kind: 'read', stored: held, isFresh: false };
  for (let round = 0; read && round < mostRounds; round += 1) {
    const came: ChangeOutcome | Read | undefined = await runOnce(ports, read, command);
    if (came && came.kind !== 'read') return came;
    read = came;
  }
  return read
    ? { kind: 'refused', refusal: { code: 'changed-meanwhile' }, present: read.stored }
    : { kind: 'refused', refusal: { code: 'not-found' } };
}
