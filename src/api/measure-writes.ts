import { actRequest } from '../contract/act-requests.js';
import {
  type AdoptionsAnswer,
  adoptionsRequest,
  effectRequest,
  makeMeasureRequest,
} from '../contract/measure-answers.js';
import type { Instant } from '../domain/instant.js';
import type { Measure } from '../domain/measures/measure.js';
import type { MeasureActName } from '../domain/measures/measure-acts.js';
import type { MeasureForm } from '../domain/measures/measure-context.js';
import type { Actor } from '../domain/person.js';
import { apiRefusalText } from '../text/api-texts.js';
import { changedText } from '../text/changed-text.js';
import { refusalText } from '../text/refusal-texts.js';
import type { AdoptionOutcome } from '../usecases/answer-adoption.js';
import type { MeasureOutcome } from '../usecases/change-measure.js';
import { type Answer, json } from './answer.js';
import type { StaffCall } from './call.js';
import { givenAdoption } from './measure-desk.js';
import { writtenMeasureView } from './measure-view-for.js';
import { ownAnswer } from './measure-views.js';
import { newReference, refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });

/** Only what was filled in. */
function filled(form: Readonly<Record<string, string | undefined>> = {}): MeasureForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}

/** What happened, for the log: who, what, which, how it went. No content. */
function logAct(call: StaffCall, act: string, id: string, outcome: string): void {
  const { personId } = call.person;
  call.deps.logger.info({ act, measure: id.slice(0, 40), personId, outcome }, 'act');
}

async function answerOutcome(
  call: StaffCall,
  act: string,
  id: string,
  outcome: MeasureOutcome,
): Promise<Answer> {
  const view = (measure: Measure) => writtenMeasureView(call, measure);
  if (outcome.kind === 'changed') {
    logAct(call, act, id, outcome.kind);
    return json((await view(outcome.stored.value)) ?? {});
  }
  logAct(call, act, id, outcome.refusal.code);
  const present = outcome.present && (await view(outcome.present.value));
  return refusalAnswer(outcome.refusal, call.locale, present);
}

/** POST /api/measures. */
export const writeMeasure = withBody(makeMeasureRequest, async (call, { id, form }) => {
  const token = id.toLowerCase();
  const outcome = await call.deps.measures.make(actorOf(call), token, filled(form));
  return answerOutcome(call, 'make', token, outcome);
});

/** POST /api/measures/:id/<act>: one thing with one measure or rule, for whoever may. */
export function writeMeasureAct(act: MeasureActName) {
  return withBody(actRequest, async (call, { seq, form }) => {
    const id = call.params['id'] ?? '';
    const outcome = await call.deps.measures.onOne(actorOf(call), { id, seq }, act, filled(form));
    return answerOutcome(call, act, id, outcome);
  });
}

/** POST /api/measures/:id/effect: the own answer about the effect, which replaces the one before. */
export const writeEffect = withBody(effectRequest, async (call, { form }) => {
  const id = call.params['id'] ?? '';
  const outcome = await call.deps.measures.answerEffect(call.person.personId, id, filled(form));
  if (outcome.kind === 'answered') {
    logAct(call, 'effect', id, outcome.kind);
    return json({ ownAnswer: ownAnswer(outcome.answer) });
  }
  logAct(call, 'effect', id, outcome.refusal.code);
  return refusalAnswer(outcome.refusal, call.locale);
});

type AdoptionResult = AdoptionsAnswer['results'][number];

/** The result where an answer was not taken; whoever may answer for a department reads what it said. */
function notAdopted(
  { locale }: StaffCall,
  id: string,
  { refusal, present }: Extract<AdoptionOutcome, { kind: 'refused' }>,
): AdoptionResult {
  const who = present ? changedText(locale, present.at, present.by.name) : '';
  const said = { code: refusal.code, message: `${who}${refusalText(refusal, locale)}` };
  return {
    kind: 'refused',
    id,
    refusal: said,
    ...(present && { present: givenAdoption(present) }),
  };
}

async function adoptOne(
  call: StaffCall,
  id: string,
  form: MeasureForm,
  seenAt: Instant | undefined,
): Promise<AdoptionResult> {
  const act = 'answer-adoption';
  try {
    const outcome = await call.deps.measures.answerAdoption(actorOf(call), id, form, seenAt);
    logAct(call, act, id, outcome.kind === 'answered' ? outcome.kind : outcome.refusal.code);
    return outcome.kind === 'answered' ? { kind: 'answered', id } : notAdopted(call, id, outcome);
  } catch (fault) {
    const reference = newReference();
    call.deps.logger.error({ reference, act, measure: id.slice(0, 40), err: fault }, 'act failed');
    const message = apiRefusalText('act-failed', call.locale, reference);
    return { kind: 'refused', id, refusal: { code: 'act-failed', message } };
  }
}

/** POST /api/casebook/adoptions: each answer is a write of its own, with a result of its own. */
export const writeAdoptions = withBody(adoptionsRequest, async (call, { department, answers }) => {
  const results: AdoptionResult[] = [];
  for (const { id, adopted, note, seenAt } of answers) {
    results.push(await adoptOne(call, id, filled({ department, adopted, note }), seenAt));
  }
  return json({ results });
});
