import type { Instant } from '../domain/instant.js';
import { wholeSecond } from '../domain/instant.js';
import type { Actor } from '../domain/person.js';
import type { Act, Proposal } from '../domain/proposal.js';
import type { Result } from '../domain/result.js';
import { type ChangeOutcome, type ChangePorts, changeProposal } from './change-proposal.js';
import { refuseUnlessSecretariat } from './permissions.js';
import type { Clock } from './ports.js';

/** What the acts of the secretariat need. */
export interface TriagePorts extends ChangePorts {
  readonly clock: Clock;
}

/** A proposal as the person acting saw it: its number and how long its trail was. */
export interface SeenProposal {
  readonly number: string;
  readonly seq: number;
}

/** Lets the secretariat, and nobody else, run a command on one proposal. The role is read at each request. */
export async function triageProposal(
  ports: TriagePorts,
  by: Actor,
  number: string,
  command: (proposal: Proposal, act: Act) => Result<Proposal>,
): Promise<ChangeOutcome> {
  const at: Instant = wholeSecond(ports.clock.now());
  const refusal = refuseUnlessSecretariat(ports.register, by.id, at);
  if (refusal) return { kind: 'refused', refusal };
  const stored = ports.register.proposalByNumber(number);
  if (!stored) return { kind: 'refused', refusal: { code: 'not-found' } };
  return changeProposal(ports, stored.value.id, (proposal) => command(proposal, { by, at }));
}
