import type { z } from 'zod';
import type { ImportAppliedAnswer, ImportPreviewAnswer } from '../contract/keep-answers.js';
import { applyImportQuery, previewImportQuery } from '../contract/keep-requests.js';
import type { Locale } from '../domain/conversation.js';
import { changesOf, type ImportChange } from '../domain/master/plan-import.js';
import { changedValues, valuesOf } from '../domain/recorded.js';
import { columnLetters, importFaultText } from '../text/import-texts.js';
import { valuesText } from '../text/recorded-text.js';
import { workbookWords } from '../text/workbook-words.js';
import type { HandedIn, LookedAt } from '../usecases/import-masters.js';
import { type Answer, json } from './answer.js';
import type { StaffCall, Upload } from './call.js';
import { keeperOf, logKeeping } from './master-routes.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';

type Change = ImportPreviewAnswer['changes'][number];

function changeView({ kind, key, sort, before, after }: ImportChange, locale: Locale): Change {
  const values = valuesOf(after);
  return {
    kind,
    key,
    sort,
    ...(before && { before: { ...before } }),
    after: { ...values },
    text: valuesText(changedValues(before ?? {}, values), locale),
  };
}

function previewView({ plan, token }: LookedAt, locale: Locale): ImportPreviewAnswer {
  const changes = changesOf(plan);
  const count = (sort: ImportChange['sort']): number =>
    changes.filter((change) => change.sort === sort).length;
  return {
    ...(token !== undefined && { token }),
    counts: {
      added: count('added'),
      changed: count('changed'),
      ended: count('ended'),
      unchanged: plan.unchanged,
      absent: plan.absent,
      faults: plan.faults.length,
    },
    changes: changes.map((change) => changeView(change, locale)),
    faults: plan.faults.map((fault) => ({
      sheet: fault.sheet,
      ...(fault.row !== undefined && { row: fault.row }),
      ...(fault.column !== undefined && { column: columnLetters(fault.column) }),
      message: importFaultText(fault, locale),
    })),
  };
}

/** Reads query and workbook; what cannot be read is answered here. */
function withWorkbook<S extends z.ZodType<{ endAbsentOn?: string }>>(
  shape: S,
  act: (call: StaffCall, handed: HandedIn, query: z.infer<S>) => Promise<Answer>,
): Upload {
  return async (call, bytes) => {
    const query = shape.safeParse(Object.fromEntries(call.query));
    if (!query.success) return apiRefusalAnswer('broken-request', call.locale);
    const workbook = await call.deps.keep.readWorkbook(bytes);
    if (workbook.kind !== 'read') return apiRefusalAnswer(workbook.kind, call.locale);
    const { endAbsentOn } = query.data;
    const more = endAbsentOn === undefined ? {} : { endAbsentOn };
    return act(call, { sheets: workbook.sheets, words: workbookWords, ...more }, query.data);
  };
}

/** POST /api/admin/imports/preview: the difference between a workbook and the masters. */
export const previewImportUpload = withWorkbook(previewImportQuery, async (call, handed) =>
  json(previewView(call.deps.keep.previewImport(keeperOf(call), handed), call.locale)),
);

/** POST /api/admin/imports/apply: the same workbook again, with the token of the difference that was looked at. */
export const applyImportUpload = withWorkbook(applyImportQuery, async (call, handed, { token }) => {
  const outcome = await call.deps.keep.applyImport(keeperOf(call), handed, token);
  logKeeping(call, 'import-masters', token, outcome);
  if (outcome.kind === 'refused') {
    return refusalAnswer(outcome.refusal, call.locale, previewView(outcome.now, call.locale));
  }
  const { plan, written } = outcome;
  const answer: ImportAppliedAnswer = { written, changes: changesOf(plan).length };
  return json(answer);
});
