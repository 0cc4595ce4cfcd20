import {
  type ProposalFormAnswer,
  type SubmittedAnswer,
  submitRequest,
} from '../contract/propose-answers.js';
import { type Campaign, openCampaign, themesOffered } from '../domain/campaign.js';
import type { SubmitOutcome } from '../usecases/submit-proposal.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { draftToken } from './draft-routes.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import { hintAnswer } from './similar-views.js';
import { withBody } from './with-body.js';

function campaignAnswer(campaign: Campaign): ProposalFormAnswer['campaign'] {
  const { id, title, closesAt, requiredFields = [], isSample } = campaign;
  return {
    id,
    title,
    ...(closesAt !== undefined && { closesAt }),
    themes: themesOffered(campaign).map((theme) => ({
      id: theme.id,
      label: theme.label,
      labelEn: theme.labelEn,
    })),
    requiredFields: [...requiredFields],
    isSample,
  };
}

/** GET /api/proposal-form. */
export const answerProposalForm: Read = ({ deps, person, at }) => {
  const profile = deps.register.profile(person.personId)?.value;
  const campaign = openCampaign(deps.register.campaigns(), at, profile?.departmentId);
  const answer: ProposalFormAnswer = {
    ...(campaign && { campaign: campaignAnswer(campaign) }),
    ...(profile && {
      profile: {
        departmentId: profile.departmentId,
        gradeId: profile.gradeId,
        officeKind: profile.officeKind,
        ...(profile.sectionId !== undefined && { sectionId: profile.sectionId }),
      },
    }),
  };
  return json(answer);
};

function outcomeAnswer(call: StaffCall, outcome: SubmitOutcome): Answer {
  const answered = (answer: SubmittedAnswer): Answer => json(answer);
  switch (outcome.kind) {
    case 'received': {
      const { number, receivedAt } = outcome.stored.value;
      return answered({ kind: 'received', number, receivedAt });
    }
    case 'kept':
      return answered({ kind: 'kept' });
    case 'warned':
      return answered({ kind: 'warned', found: [...outcome.found] });
    case 'alike':
      return answered({
        kind: 'alike',
        hints: outcome.hints.flatMap((hint) => hintAnswer(call, hint)),
      });
    case 'refused':
      return refusalAnswer(outcome.refusal, call.locale);
  }
}

/** POST /api/my-drafts/:id/submit: to the desk where the form of the chat goes. */
export const submitWrite = withBody(submitRequest, async (call, sent) => {
  const { deps, person, locale, params } = call;
  const { personId, name: personName } = person;
  const token = draftToken.safeParse(params['id']);
  if (!token.success) return apiRefusalAnswer('broken-request', locale);
  const who = { personId, personName, locale };
  const outcome = await deps.propose({ ...sent, ...who, token: token.data });
  const came = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  deps.logger.info({ act: 'submit', token: token.data, personId, outcome: came }, 'act');
  return outcomeAnswer(call, outcome);
});
