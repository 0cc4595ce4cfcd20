import { z } from 'zod';
import {
  type DraftsAnswer,
  type SavedDraftAnswer,
  saveDraftRequest,
} from '../contract/draft-answers.js';
import { type Draft, draftDays, mostDrafts } from '../domain/drafts/draft.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

/** The token of a form, as it stands in a path. */
export const draftToken = z.uuid();

function draftAnswer({
  id,
  campaignId,
  form,
  seq,
  savedAt,
}: Draft): DraftsAnswer['drafts'][number] {
  return { id, campaignId, form, seq, savedAt };
}

function ownDrafts({ deps, person }: StaffCall): DraftsAnswer {
  const drafts = deps.drafts.of(person.personId).map(draftAnswer);
  return { drafts, most: mostDrafts, days: draftDays };
}

/** GET /api/my-drafts. */
export const answerMyDrafts: Read = (call) => json(ownDrafts(call));

/** What another device has saved instead, so that both can be shown. */
function presentDraft({ deps, person }: StaffCall, id: string): object | undefined {
  const draft = deps.drafts.of(person.personId).find((each) => each.id === id);
  return draft && draftAnswer(draft);
}

/** POST /api/my-drafts/:id. */
export const saveDraftWrite = withBody(saveDraftRequest, async (call, written): Promise<Answer> => {
  const { deps, person, locale, params } = call;
  const id = draftToken.safeParse(params['id']);
  if (!id.success) return apiRefusalAnswer('broken-request', locale);
  const outcome = await deps.drafts.save(person.personId, { id: id.data, ...written });
  if (outcome.kind === 'refused') {
    return refusalAnswer(outcome.refusal, locale, presentDraft(call, id.data));
  }
  const { draft } = outcome;
  if (!draft) throw new Error('a saved draft is gone');
  const answer: SavedDraftAnswer = { id: draft.id, seq: draft.seq, savedAt: draft.savedAt };
  return json(answer);
});

/** DELETE /api/my-drafts/:id: answers those that are left. */
export const eraseDraft: Read = async (call) => {
  const { deps, person, locale, params } = call;
  const outcome = await deps.drafts.erase(person.personId, params['id'] ?? '');
  return outcome.kind === 'refused'
    ? refusalAnswer(outcome.refusal, locale)
    : json(ownDrafts(call));
};
