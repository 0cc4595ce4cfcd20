import { actRequest, bulkRequest } from '../contract/act-requests.js';
import type { RefusalAnswer } from '../contract/common-answers.js';
import type { ActName } from '../domain/acts.js';
import type { Actor } from '../domain/person.js';
import { apiRefusalText } from '../text/api-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import type { NumberedOutcome } from '../usecases/act-on-many.js';
import type { ChangeOutcome } from '../usecases/change-proposal.js';
import { json } from './answer.js';
import type { StaffCall, Write } from './call.js';
import { filledForm as filled } from './filled-form.js';
import { canonicalNumber } from './proposal-views.js';
import { newReference, refusalAnswer, statusOfRefusal } from './refusal-answer.js';
import { viewFor } from './view-for.js';
import { withBody } from './with-body.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });

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

/** POST /api/proposals/:number/<act>: one thing with one proposal, for whoever may. */
export function writeAct(act: ActName): Write {
  return withBody(actRequest, async (call, { seq, form }) => {
    const number = canonicalNumber(call.params['number'] ?? '');
    const seen = { number, seq };
    const outcome = await call.deps.acts.onOne(actorOf(call), seen, act, filled(form));
    logAct(call, act, number, outcome);
    if (outcome.kind === 'changed') return json((await viewFor(call, outcome.stored.value)) ?? {});
    const present = outcome.present && (await viewFor(call, outcome.present.value));
    return refusalAnswer(outcome.refusal, call.locale, present);
  });
}

type Result =
  | { readonly kind: 'changed'; readonly number: string; readonly item: object }
  | {
      readonly kind: 'refused';
      readonly number: string;
      readonly refusal: RefusalAnswer;
      /** The item as it is now, where someone else was first. */
      readonly item?: object;
    };

/** A fault of one of many, logged under the number that its sentence names. */
function failedResult(call: StaffCall, act: string, number: string, fault: unknown): Result {
  const reference = newReference();
  call.deps.logger.error({ reference, act, number: number.slice(0, 20), err: fault }, 'act failed');
  const code = 'act-failed';
  const message = apiRefusalText(code, call.locale, reference);
  return { kind: 'refused', number, refusal: { code, message } };
}

async function resultOf(
  call: StaffCall,
  act: string,
  { number, outcome }: NumberedOutcome,
): Promise<Result> {
  if (outcome.kind === 'failed') return failedResult(call, act, number, outcome.fault);
  logAct(call, act, number, outcome);
  if (outcome.kind === 'changed') {
    return { kind: 'changed', number, item: (await viewFor(call, outcome.stored.value)) ?? {} };
  }
  const { refusal, present } = outcome;
  const said = { code: refusal.code, message: refusalText(refusal, call.locale) };
  const item =
    present && statusOfRefusal[refusal.code] === 409
      ? await viewFor(call, present.value)
      : undefined;
  return { kind: 'refused', number, refusal: said, ...(item && { item }) };
}

/** POST /api/bulk/<act>: the same with many, each with a result of its own. */
export function writeBulk(act: ActName): Write {
  return withBody(bulkRequest, async (call, { items, form }) => {
    const wanted = items.map((item) => ({
      number: canonicalNumber(item.number),
      seq: item.seq,
      form: filled(item.form),
    }));
    const outcomes = await call.deps.acts.onMany(actorOf(call), wanted, act, filled(form));
    return json({ results: await Promise.all(outcomes.map((each) => resultOf(call, act, each))) });
  });
}
