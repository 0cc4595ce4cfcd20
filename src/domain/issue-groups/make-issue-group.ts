import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readLine } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { isSecretariat } from '../measures/measure-permissions.js';
import { allowed, type Result, refused } from '../result.js';
import type { GroupLabel } from '../similarity/label-group.js';
import { entryAfter } from '../trail-entry.js';
import { countGraphemes } from '../written-text.js';
import type { IssueGroup } from './issue-group.js';
import type { IssueGroupForm } from './issue-group-acts.js';
import { issueGroupFrom } from './replay-issue-group.js';

/** The words that fit into a label, weightiest first. */
function fittingWords({ words }: GroupLabel): readonly string[] {
  const fitting: string[] = [];
  for (const { word } of words) {
    if (countGraphemes([...fitting, word].join('・')) > actTextLimits.line) break;
    fitting.push(word);
  }
  return fitting;
}

/** A generated label as it fits into its field, and the words it is made of; empty where its texts share none. */
export function shownLabel(label: GroupLabel): {
  readonly label: string;
  readonly words: readonly string[];
} {
  const words = fittingWords(label);
  return { label: words.join('・'), words };
}

/**
 * 課題群をつくる: under the label a person gives, else under one made of the words of its first members, which a person
 * confirms or changes later. `id` is the token of the form: one form, one group.
 */
export function makeIssueGroup(
  id: string,
  form: IssueGroupForm,
  generated: GroupLabel,
  act: Act,
): Result<IssueGroup> {
  if (!isSecretariat(act)) return refused({ code: 'not-permitted' });
  const made = shownLabel(generated);
  if ((form.issueGroupLabel ?? '').trim() === '' && made.label !== '') {
    return allowed(issueGroupFrom(entryAfter([], act, { kind: 'created', id, ...made })));
  }
  const faults: FieldFault[] = [];
  const label = readLine(form, 'issueGroupLabel', actTextLimits.line, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(issueGroupFrom(entryAfter([], act, { kind: 'created', id, label })));
}
