import type { Act } from '../domain/act.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import type { IssueGroupForm } from '../domain/issue-groups/issue-group-acts.js';
import { makeIssueGroup as makeGroup } from '../domain/issue-groups/make-issue-group.js';
import type { Actor } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import { draftGroup } from '../domain/similarity/group-issues.js';
import { actOnMany, type NumberedOutcome, type OneOfMany } from './act-on-many.js';
import { actNow } from './act-on-proposal.js';
import { Failure } from './failure.js';
import type { IssueGroupPorts } from './issue-group-ports.js';
import type { Stored } from './ports.js';
import { readSomeTexts } from './read-texts.js';

/** A group to make, or to go on filling, and the proposals to put into it now. */
export interface IssueGroupOrder {
  /** The token of the form: one form, one group, however often it is sent. */
  readonly id: string;
  readonly form: IssueGroupForm;
  readonly items: readonly OneOfMany[];
}

/** The group with a result for each proposal, or why there is no group. */
export type MadeIssueGroup =
  | {
      readonly kind: 'made';
      readonly stored: Stored<IssueGroup>;
      readonly results: readonly NumberedOutcome[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A label from the words of the proposals that are put in, as it was shown where they were offered as a group. */
function generatedFrom({ register, draftOf }: IssueGroupPorts, items: readonly OneOfMany[]) {
  readSomeTexts(register.similarTexts);
  const ids = items.flatMap(({ number }) => register.proposalByNumber(number)?.value.id ?? []);
  return draftOf(ids) ?? draftGroup(register.similarTexts.index(), ids.toSorted());
}

async function create(
  ports: IssueGroupPorts,
  { id, form, items }: IssueGroupOrder,
  act: Act,
): Promise<Stored<IssueGroup> | Refusal> {
  const { issueGroups, issueGroupWriter } = ports;
  const made = makeGroup(id, form, generatedFrom(ports, items), act);
  if (!made.ok) return made.refusal;
  const outcome = await issueGroups.create(made.value);
  const stored = outcome.kind === 'stored' ? outcome.stored : await issueGroups.findByKey(id);
  if (!stored)
    throw new Failure('unavailable', `whether the issue group ${id} was stored is not known`);
  issueGroupWriter.tookIssueGroup(stored);
  return stored;
}

/**
 * 課題群をつくる: makes the group and moves proposals into it, each by a write and with a result of its own. Sent again
 * with the same token it goes on with the group that is there, so that a group of any size is filled call by call.
 */
export async function makeIssueGroup(
  ports: IssueGroupPorts,
  by: Actor,
  order: IssueGroupOrder,
): Promise<MadeIssueGroup> {
  const { register, clock } = ports;
  const present = register.issueGroup(order.id);
  if (present?.value.dissolved)
    return { kind: 'refused', refusal: { code: 'issue-group-dissolved' } };
  const came = present ?? (await create(ports, order, actNow(register, clock, by)));
  if ('code' in came) return { kind: 'refused', refusal: came };
  const results = await actOnMany(ports, by, order.items, 'group', { issueGroup: order.id });
  return { kind: 'made', stored: register.issueGroup(order.id) ?? came, results };
}
