import type { z } from 'zod';
import {
  type BeginReviewAnswer,
  beginReviewRequest,
  decideRequest,
  publishRequest,
  undoRequest,
} from '../contract/triage-answers.js';
import type { DecisionForm } from '../domain/decision-form.js';
import type { Actor } from '../domain/person.js';
import { apiRefusalText } from '../text/api-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import type { NumberedOutcome } from '../usecases/begin-review.js';
import type { ChangeOutcome } from '../usecases/change-proposal.js';
import { type Answer, json } from './answer.js';
import type { StaffCall } from './call.js';
import { canonicalNumber } from './proposal-views.js';
import { newReference, refusalAnswer } from './refusal-answer.js';
import { triageItem } from './triage-views.js';
import { withBody } from './with-body.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });

const numberOf = ({ params }: StaffCall): string => canonicalNumber(params['number'] ?? '');

/** What happened, for the log: who, what, which, how it went. No content. */
function logAct(call: StaffCall, act: string, number: string, outcome: ChangeOutcome): void {
  call.deps.logger.info(
    {
      act,
      number: number.slice(0, 20),
      personId: call.person.personId,
      outcome: outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind,
    },
    'act',
  );
}

function answerOutcome(call: StaffCall, act: string, outcome: ChangeOutcome): Answer {
  logAct(call, act, numberOf(call), outcome);
  if (outcome.kind === 'changed') return json(triageItem(outcome.stored.value));
  const present = outcome.present && triageItem(outcome.present.value);
  return refusalAnswer(outcome.refusal, call.locale, present);
}

type Result = BeginReviewAnswer['results'][number];

/** A fault of one of many, logged under the number that its sentence names. */
function failedResult(call: StaffCall, number: string, fault: unknown): Result {
  const reference = newReference();
  const act = 'begin-review';
  call.deps.logger.error({ reference, act, number: number.slice(0, 20), err: fault }, 'act failed');
  const code = 'act-failed';
  const message = apiRefusalText(code, call.locale, reference);
  return { kind: 'refused', number, refusal: { code, message } };
}

function resultOf(call: StaffCall, { number, outcome }: NumberedOutcome): Result {
  if (outcome.kind === 'failed') return failedResult(call, number, outcome.fault);
  logAct(call, 'begin-review', number, outcome);
  if (outcome.kind === 'changed') {
    return { kind: 'changed', number, item: triageItem(outcome.stored.value) };
  }
  const { refusal } = outcome;
  const said = { code: refusal.code, message: refusalText(refusal, call.locale) };
  return { kind: 'refused', number, refusal: said };
}

/** POST /api/triage/begin-review. */
export const beginReviewWrite = withBody(beginReviewRequest, async (call, { numbers }) => {
  const outcomes = await call.deps.acts.beginReview(actorOf(call), numbers.map(canonicalNumber));
  const answer: BeginReviewAnswer = { results: outcomes.map((each) => resultOf(call, each)) };
  return json(answer);
});

function decisionForm(form: z.infer<typeof decideRequest>['form']): DecisionForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}

/** POST /api/triage/:number/decide. */
export const decideWrite = withBody(decideRequest, async (call, { seq, form }) => {
  const seen = { number: numberOf(call), seq };
  const outcome = await call.deps.acts.decideTrack(actorOf(call), seen, decisionForm(form));
  return answerOutcome(call, 'decide', outcome);
});

/** POST /api/triage/:number/publish. */
export const publishWrite = withBody(publishRequest, async (call, { seq }) => {
  const seen = { number: numberOf(call), seq };
  const outcome = await call.deps.acts.publishProposal(actorOf(call), seen);
  return answerOutcome(call, 'publish', outcome);
});

/** POST /api/triage/:number/undo-publication. */
export const undoWrite = withBody(undoRequest, async (call) => {
  const outcome = await call.deps.acts.undoPublication(actorOf(call), numberOf(call));
  return answerOutcome(call, 'undo-publication', outcome);
});
