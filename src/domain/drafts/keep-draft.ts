import type { Instant } from '../instant.js';
import { allowed, type Result, refused } from '../result.js';
import type { SubmissionForm } from '../submission-form.js';
import {
  type Draft,
  draftDays,
  draftFields,
  longestDraft,
  mostDrafts,
  type OwnDrafts,
} from './draft.js';

const dayMs = 24 * 60 * 60 * 1000;

/** A draft to be saved; `seen` is the version that was written on, 0 where none was. */
export interface WrittenDraft extends Pick<Draft, 'id' | 'campaignId' | 'form'> {
  readonly seen: number;
}

/** Whether a draft is still kept at an instant. */
export function isKeptAt({ savedAt }: Draft, at: Instant): boolean {
  return at < savedAt + draftDays * dayMs;
}

function writtenPart(form: SubmissionForm): SubmissionForm {
  return Object.fromEntries(
    draftFields.flatMap((name) => {
      const text = form[name] ?? '';
      return text === '' ? [] : [[name, text] as const];
    }),
  );
}

function saysTheSame(one: SubmissionForm, other: SubmissionForm): boolean {
  return draftFields.every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/**
 * Puts a form aside. What says the same is left as it is; what another device has written since is not written over.
 * Drafts whose time is over make room.
 */
export function putDraft(
  own: OwnDrafts,
  { id, campaignId, form: typed, seen }: WrittenDraft,
  at: Instant,
): Result<OwnDrafts> {
  const present = own.drafts.find((each) => each.id === id && isKeptAt(each, at));
  const form = writtenPart(typed);
  if (present && saysTheSame(present.form, form)) return allowed(own);
  if (present && present.seq !== seen) return refused({ code: 'draft-changed' });
  const others = own.drafts.filter((each) => each.id !== id && isKeptAt(each, at));
  if (others.length >= mostDrafts) return refused({ code: 'too-many-drafts', limit: mostDrafts });
  const draft: Draft = { id, campaignId, form, seq: (present?.seq ?? seen) + 1, savedAt: at };
  if (JSON.stringify(draft).length > longestDraft) return refused({ code: 'draft-too-long' });
  return allowed({ ...own, drafts: [...others, draft] });
}

/** Leaves out drafts; the very object where there is nothing to leave out. */
export function withoutDrafts(own: OwnDrafts, isToGo: (draft: Draft) => boolean): OwnDrafts {
  return own.drafts.some(isToGo)
    ? { ...own, drafts: own.drafts.filter((draft) => !isToGo(draft)) }
    : own;
}
