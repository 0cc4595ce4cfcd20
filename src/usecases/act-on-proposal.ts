import type { Act } from '../domain/act.js';
import type { ActContext } from '../domain/act-context.js';
import { type ActName, acts } from '../domain/acts.js';
import type { ActForm, Command } from '../domain/commands/command.js';
import { civilDateOf, wholeSecond } from '../domain/instant.js';
import { heldRoles } from '../domain/member.js';
import type { Actor } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { refused } from '../domain/result.js';
import { lastSeq } from '../domain/trail-entry.js';
import { mayKnowOf, maySeeWorking } from '../domain/visibility.js';
import { contextOf } from './act-context-now.js';
import { type ChangeOutcome, type ChangePorts, changeProposal } from './change-proposal.js';
import type { Clock, Register } from './ports.js';

/** What acting on proposals needs. */
export interface ActPorts extends ChangePorts {
  readonly clock: Clock;
  readonly isHoliday: ActContext['isHoliday'];
}

/** A proposal as the person acting saw it: its number and, where the working state was seen, its last trail entry. */
export interface SeenProposal {
  readonly number: string;
  readonly seq?: number | undefined;
}

/** Who acts now, with the roles held now: a role taken away is gone with the next act (domain 7). */
export function actNow(register: Register, clock: Clock, by: Actor): Act {
  const at = wholeSecond(clock.now());
  return {
    by,
    at,
    roles: heldRoles(register.members(), by.id, civilDateOf(at)),
    isOwnIdea: (proposalId) => register.isIdeaOf(proposalId, by.id),
  };
}

/** Whether a proposal is as it was seen. That the product reminded somebody changes nothing that was read. */
function isAsSeen({ trail }: Proposal, seq: number): boolean {
  const last = lastSeq(trail);
  return seq <= last && trail.every((entry) => entry.seq <= seq || entry.kind === 'reminded');
}

/** What stands for exactly the state that was read, and is refused without saying which one that was. */
const ofWhatWasSeen: ReadonlySet<ActName> = new Set(['confirm', 'publish']);

/**
 * The rule for one act on what was seen: a state that somebody changed meanwhile is not overwritten unread. Only who
 * may see the working state is answered by it; to anybody else the length of the trail would tell (domain 1).
 */
function onWhatWasSeen(
  { seq }: SeenProposal,
  name: ActName,
  act: Act,
  command: (proposal: Proposal) => ReturnType<Command>,
) {
  function wasSeen(proposal: Proposal): boolean {
    if (!maySeeWorking(proposal, act)) return true;
    return seq === undefined ? !ofWhatWasSeen.has(name) : isAsSeen(proposal, seq);
  }
  return (proposal: Proposal) =>
    wasSeen(proposal) ? command(proposal) : refused<Proposal>({ code: 'changed-meanwhile' });
}

/**
 * Does one thing with one proposal, for whoever asks. Whether the person may is the rule's to say; a proposal that the
 * person cannot know of is answered as not existing.
 */
export async function actOnProposal(
  ports: ActPorts,
  by: Actor,
  seen: SeenProposal,
  name: ActName,
  form: ActForm,
): Promise<ChangeOutcome> {
  const { register, clock } = ports;
  const act = actNow(register, clock, by);
  const stored = register.proposalByNumber(seen.number);
  const context = stored && contextOf(ports, stored.value);
  if (!stored || !context || !mayKnowOf(stored.value, act, context.campaign)) {
    return { kind: 'refused', refusal: { code: 'not-found' } };
  }
  const command: Command = acts[name];
  return changeProposal(
    ports,
    stored.value.id,
    onWhatWasSeen(seen, name, act, (proposal) => command(proposal, form, act, context)),
  );
}
