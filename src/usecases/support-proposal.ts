import type { Actor } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import { giveSupport, type Support, type SupportState, supportKey } from '../domain/support.js';
import { actNow } from './act-on-proposal.js';
import type { Clock, Register, Store, Stored, SupportBook } from './ports.js';

/** What supporting needs. */
export interface SupportPorts {
  readonly clock: Clock;
  readonly register: Register & SupportBook;
  readonly supports: Store<Support>;
}

/** What a person's word came to. */
export type SupportOutcome =
  | { readonly kind: 'given'; readonly proposal: Proposal; readonly support: Support }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const mostRounds = 4;

/** One write; undefined where somebody else, or an own earlier try, was first: then the register has what is there. */
async function writeOnce(
  { supports, register }: SupportPorts,
  held: Stored<Support> | undefined,
  next: Support,
): Promise<boolean> {
  const outcome = await (held ? supports.replace(held, next) : supports.create(next));
  const present =
    outcome.kind === 'stored'
      ? outcome.stored
      : await (held ? supports.read(held.itemId) : supports.findByKey(supportKey(next)));
  if (present) register.tookSupport(present);
  return outcome.kind === 'stored';
}

/**
 * Endorses a proposal, follows it, or takes either back: one item per proposal and person, so that two devices or two
 * processes make one word. What the person may not see is answered as not existing.
 */
export async function supportProposal(
  ports: SupportPorts,
  by: Actor,
  number: string,
  state: SupportState,
): Promise<SupportOutcome> {
  const { register, clock } = ports;
  const proposal = register.proposalByNumber(number)?.value;
  if (!proposal) return { kind: 'refused', refusal: { code: 'not-found' } };
  const campaign = register.campaigns().find(({ id }) => id === proposal.campaignId);
  const act = actNow(register, clock, by);
  for (let round = 0; round < mostRounds; round += 1) {
    const held = register.support(proposal.id, by.id);
    const result = giveSupport(proposal, held?.value, state, act, campaign);
    if (!result.ok) return { kind: 'refused', refusal: result.refusal };
    const support = result.value;
    const isNothing = !held && state === 'none';
    if (isNothing || held?.value === support || (await writeOnce(ports, held, support))) {
      return { kind: 'given', proposal, support };
    }
  }
  return { kind: 'refused', refusal: { code: 'changed-meanwhile' } };
}
