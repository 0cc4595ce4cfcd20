import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import {
  type IssueGroupActName,
  type IssueGroupCommand,
  type IssueGroupForm,
  issueGroupActs,
} from '../domain/issue-groups/issue-group-acts.js';
import type { Actor } from '../domain/person.js';
import { refused } from '../domain/result.js';
import { lastSeq } from '../domain/trail-entry.js';
import { actNow } from './act-on-proposal.js';
import { changeStored, type StoredChange } from './change-stored.js';
import type { IssueGroupPorts } from './issue-group-ports.js';
import type { Stored } from './ports.js';

/** What a change of an issue group came to. */
export type IssueGroupOutcome = StoredChange<IssueGroup>;

/** A group as the person acting saw it: its id and its last trail entry. */
export interface SeenIssueGroup {
  readonly id: string;
  readonly seq?: number | undefined;
}

/** Does one thing with one issue group: confirms its label, renames or dissolves it. */
export async function actOnIssueGroup(
  { register, issueGroups: store, issueGroupWriter, clock }: IssueGroupPorts,
  by: Actor,
  { id, seq }: SeenIssueGroup,
  name: IssueGroupActName,
  form: IssueGroupForm,
): Promise<IssueGroupOutcome> {
  const act = actNow(register, clock, by);
  const command: IssueGroupCommand = issueGroupActs[name];
  const place = {
    store,
    took: (stored: Stored<IssueGroup>) => issueGroupWriter.tookIssueGroup(stored),
  };
  return changeStored(
    place,
    register.issueGroup(id),
    (group) =>
      seq === undefined || seq === lastSeq(group.trail)
        ? command(group, form, act)
        : refused({ code: 'changed-meanwhile' }),
    { code: 'no-such-issue-group' },
  );
}
