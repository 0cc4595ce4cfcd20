import type { Act } from '../act.js';
import type { FieldFault, FieldName } from '../field-fault.js';
import { readLine, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { isSecretariat } from '../measures/measure-permissions.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import type { IssueGroup } from './issue-group.js';
import type { LaterIssueGroupEvent } from './issue-group-events.js';
import { recordIssueGroup } from './replay-issue-group.js';

/** What a person filled in, as typed. */
export type IssueGroupForm = Readonly<Partial<Record<FieldName, string>>>;

/** One thing that can be done with an issue group: the group after it, or the reason why not. */
export type IssueGroupCommand = (
  group: IssueGroup,
  form: IssueGroupForm,
  act: Act,
) => Result<IssueGroup>;

/**
 * Longest trail, as JSON, that an act may leave: what fits into its column with room to spare. It is never archived: a
 * group that is full is dissolved, and another one is made.
 */
export const longestIssueGroupTrail = 40_000;

/** Records an event unless something stands against it: who may, whether the group still is, what is missing. */
function change(
  group: IssueGroup,
  act: Act,
  { faults = [], refusal }: { faults?: readonly FieldFault[]; refusal?: Refusal | undefined },
  event: LaterIssueGroupEvent,
): Result<IssueGroup> {
  if (!isSecretariat(act)) return refused({ code: 'not-permitted' });
  if (group.dissolved) return refused({ code: 'issue-group-dissolved' });
  if (refusal) return refused(refusal);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const changed = recordIssueGroup(group, act, event);
  const hasRoom = JSON.stringify(changed.trail).length <= longestIssueGroupTrail;
  return hasRoom ? allowed(changed) : refused({ code: 'trail-full' });
}

/** 名前を確定: the generated label is right as it is. */
const confirmLabel: IssueGroupCommand = (group, _form, act) => {
  const isOpen = group.labelState === 'generated';
  const refusal = isOpen ? undefined : ({ code: 'nothing-to-confirm' } as const);
  return change(group, act, { refusal }, { kind: 'label-confirmed' });
};

/** 名前を変更. */
const rename: IssueGroupCommand = (group, form, act) => {
  const faults: FieldFault[] = [];
  const label = readLine(form, 'issueGroupLabel', actTextLimits.line, faults);
  return change(group, act, { faults }, { kind: 'renamed', label });
};

/** 解散: its proposals are in no group from here on, all at once. */
const dissolve: IssueGroupCommand = (group, form, act) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return change(group, act, { faults }, { kind: 'dissolved', reason });
};

/** Everything a person can do with an issue group once it is made, by the name under which it is asked for. */
export const issueGroupActs = {
  'confirm-label': confirmLabel,
  dissolve,
  rename,
} as const satisfies Readonly<Record<string, IssueGroupCommand>>;

/** The name of an act on an issue group. */
export type IssueGroupActName = keyof typeof issueGroupActs;

function isActName(name: string): name is IssueGroupActName {
  return Object.hasOwn(issueGroupActs, name);
}

/** All of them. */
export const issueGroupActNames: readonly IssueGroupActName[] =
  Object.keys(issueGroupActs).filter(isActName);
