import type { MasterAnswer, MasterRowAnswer } from '../contract/keep-answers.js';
import { changeMasterRequest, enterMasterRequest } from '../contract/keep-requests.js';
import { civilDateOf } from '../domain/instant.js';
import { mayKeep } from '../domain/master/change-master.js';
import { masterFields } from '../domain/master/master-forms.js';
import {
  type AnyMasterRow,
  type MasterKind,
  type MasterOf,
  masterKeys,
  masterKinds,
} from '../domain/master/master-kinds.js';
import { isValidOn } from '../domain/masters.js';
import { valuesOf } from '../domain/recorded.js';
import { terms } from '../text/terms.js';
import type { Keeper } from '../usecases/keep-ports.js';
import type { KeepOutcome } from '../usecases/keep-row.js';
import { type Answer, json } from './answer.js';
import type { OpenCall, Read, StaffCall, Write } from './call.js';
import { filledForm } from './filled-form.js';
import { recordedView } from './recorded-view.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

/** Who keeps something, as signed in. */
export function keeperOf({ person, roles }: StaffCall): Keeper {
  return { by: { id: person.personId, name: person.name }, roles };
}

function kindOf({ params }: OpenCall): MasterKind | undefined {
  return masterKinds.find((kind) => kind === params['kind']);
}

function rowAnswer(call: StaffCall, key: string, row: AnyMasterRow): MasterRowAnswer {
  return {
    key,
    values: { ...valuesOf(row) },
    version: call.deps.keep.versionOf(row),
    isValidToday: isValidOn(row, civilDateOf(call.at)),
    trail: recordedView(row, call.locale),
  };
}

function rowsOf<K extends MasterKind>(call: StaffCall, kind: K): MasterRowAnswer[] {
  const rows: readonly MasterOf[K][] = call.deps.register.masterRows()[kind];
  return rows.map((row) => rowAnswer(call, masterKeys[kind](row), row));
}

/** GET /api/admin/masters/:kind: every row, those of other days included. */
export const answerMaster: Read = (call) => {
  const kind = kindOf(call);
  if (!kind) return apiRefusalAnswer('unknown-path', call.locale);
  const answer: MasterAnswer = {
    kind,
    mayChange: mayKeep(kind, call.roles),
    fields: masterFields[kind].map((field) => ({ field, label: terms[call.locale].field[field] })),
    rows: rowsOf(call, kind),
  };
  return json(answer);
};

/** What happened, for the log: who, what, how it went. No content. */
export function logKeeping(
  call: StaffCall,
  act: string,
  what: string,
  outcome: { readonly kind: string; readonly refusal?: { readonly code: string } },
): void {
  call.deps.logger.info(
    {
      act,
      what: what.slice(0, 60),
      personId: call.person.personId,
      outcome: outcome.refusal?.code ?? outcome.kind,
    },
    'kept',
  );
}

function answerOutcome<K extends MasterKind>(
  call: StaffCall,
  kind: K,
  act: string,
  outcome: KeepOutcome<MasterOf[K]>,
): Answer {
  logKeeping(call, act, kind, outcome);
  const row = outcome.kind === 'kept' ? outcome.stored.value : outcome.present?.value;
  const view = row && rowAnswer(call, masterKeys[kind](row), row);
  return outcome.kind === 'kept'
    ? json(view ?? {})
    : refusalAnswer(outcome.refusal, call.locale, view);
}

/** POST /api/admin/masters/:kind: enters a row. */
export const enterMasterWrite: Write = withBody(enterMasterRequest, async (call, { form }) => {
  const kind = kindOf(call);
  if (!kind) return apiRefusalAnswer('unknown-path', call.locale);
  const outcome = await call.deps.keep.enterMaster(keeperOf(call), kind, filledForm(form));
  return answerOutcome(call, kind, 'enter-master', outcome);
});

/** POST /api/admin/masters/:kind/:key: changes or ends a row. */
export const changeMasterWrite: Write = withBody(
  changeMasterRequest,
  async (call, { form, version }) => {
    const kind = kindOf(call);
    if (!kind) return apiRefusalAnswer('unknown-path', call.locale);
    const seen = { key: call.params['key'] ?? '', version };
    const { keep } = call.deps;
    const outcome = await keep.changeMaster(keeperOf(call), kind, seen, filledForm(form));
    return answerOutcome(call, kind, 'change-master', outcome);
  },
);
