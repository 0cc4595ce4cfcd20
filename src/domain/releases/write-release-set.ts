import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readLine } from '../form-fields.js';
import { allowed, type Result, refused } from '../result.js';
import type { ReleaseContext } from './release-context.js';
import { refuseToChange, refuseUnlessSecretariatActs } from './release-permissions.js';
import type { ReleaseContent, ReleaseSet } from './release-set.js';
import { recordRelease, releaseSetFrom } from './replay-release-set.js';

/** What is filled in for a set. */
export interface ReleaseForm {
  readonly title?: string;
  readonly campaign?: string;
  readonly withProgress: boolean;
}

/** Longest title, in characters as a person sees them. */
export const longestReleaseTitle = 60;

function readContent(
  { title = '', campaign = '', withProgress }: ReleaseForm,
  { campaigns }: Pick<ReleaseContext, 'campaigns'>,
  faults: FieldFault[],
): ReleaseContent {
  const form = { title, campaign };
  const ids = campaigns.map(({ id }) => id);
  return {
    title: readLine(form, 'title', longestReleaseTitle, faults),
    campaignId: readChoice(form, 'campaign', ids, faults),
    withProgress,
  };
}

/** 公表セットをつくる. `id` is the token of the form, so that sending it twice makes one set. */
export function createReleaseSet(
  id: string,
  form: ReleaseForm,
  act: Act,
  context: Pick<ReleaseContext, 'campaigns'>,
): Result<ReleaseSet> {
  const refusal = refuseUnlessSecretariatActs(act);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const content = readContent(form, context, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const { by, at } = act;
  const base = { seq: 1, occurredAt: at, recordedAt: at, by };
  return allowed(releaseSetFrom({ ...base, kind: 'created', id, ...content }));
}

/** 題名などを直す, as long as it is not scheduled. */
export function editReleaseSet(
  set: ReleaseSet,
  form: ReleaseForm,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const content = readContent(form, context, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(recordRelease(set, act, { kind: 'edited', ...content }));
}
