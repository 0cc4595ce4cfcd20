import type { ActContext } from '../../src/domain/act-context.js';
import { type ActName, actNames, acts } from '../../src/domain/acts.js';
import { isContributor } from '../../src/domain/capacity.js';
import type { Command } from '../../src/domain/commands/command.js';
import { civilDateOf } from '../../src/domain/instant.js';
import { heldRoles } from '../../src/domain/member.js';
import type { Actor } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { publishedView } from '../../src/domain/published-view.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { isAsked, mayKnowOf, maySeeWorking } from '../../src/domain/visibility.js';
import { diceOf, rightForm } from './domain-forms.js';
import { type Change, newEntry } from './domain-invariants.js';
import { domainMembers, people, personNames } from './domain-people.js';

const allPeople: readonly Actor[] = personNames.map((name) => people[name]);

interface Question {
  readonly act: ActName;
  readonly by: Actor;
  readonly at: number;
  readonly requestId: string;
  readonly context: ActContext;
}

/** All that somebody learns by asking for something: the refusal, or what is shown of the proposal afterwards. */
function answerTo(proposal: Proposal, { act, by, at, requestId, context }: Question): string {
  const ground = {
    proposal,
    today: civilDateOf(at),
    numbers: ['R8-0001', 'R8-0002'],
    measureIds: ['measure-1'],
    dice: diceOf([0]),
  };
  const form = { ...rightForm(act, ground), requestId };
  const command: Command = acts[act];
  const roles = heldRoles(domainMembers, by.id, civilDateOf(at));
  const asking = { by, at, roles };
  const knows = [mayKnowOf(proposal, asking, context.campaign), maySeeWorking(proposal, asking)];
  const result = command(proposal, form, asking, context);
  const answer = result.ok ? publishedView(result.value) : result.refusal;
  return JSON.stringify([result.ok, ...knows, isAsked(proposal, asking), answer]);
}

/**
 * Who learns of a proposal only what is published: who proposed it, and staff without an office in it. 非公開 is meant
 * to change what staff may know of, and who asks for something knows of it.
 */
function outsidersOf(change: Change): readonly Actor[] {
  const entry = newEntry(change);
  const isHiding = entry?.kind === 'hidden-set';
  return allPeople.filter(
    ({ id }) =>
      id !== entry?.by.id &&
      (isContributor(change.before, id) || (id === people.staff.id && !isHiding)),
  );
}

/** What those who proposed may do, and what they may not but could learn most from. */
const telling: readonly ActName[] = [
  ...(['answer-question', 'withdraw', 'reopen', 'edit-content', 'invite-co-proposer'] as const),
  ...(['answer-invitation', 'answer-presentation', 'give-opinion', 'return-request'] as const),
];
const triedAtOnce = 4;

/**
 * Throws where somebody who may not know of a change could learn of it by asking for something: each answer must be
 * the same before and after. `pick` chooses the acts that are tried this time.
 */
export function checkAnswersTellNothing(
  change: Change,
  at: number,
  context: ActContext,
  pick: number,
): void {
  const { before, after } = change;
  const tried = [...telling, ...telling].slice(pick % telling.length).slice(0, triedAtOnce);
  const other = actNames[pick % actNames.length] ?? 'confirm';
  for (const by of outsidersOf(change)) {
    for (const act of isContributor(before, by.id) ? [...tried, other] : [other]) {
      const question = { act, by, at, requestId: String(lastSeq(after.trail)), context };
      const [was, is] = [answerTo(before, question), answerTo(after, question)];
      if (was !== is) throw new Error(`${act} by ${by.name} tells: ${was} became ${is}`);
    }
  }
}
