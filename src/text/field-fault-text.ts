import type { Locale } from '../domain/conversation.js';
import type { FieldFault, FieldName } from '../domain/field-fault.js';
import { terms } from './terms.js';

/** Fields that are chosen from a list and not written. */
const chosen: ReadonlySet<FieldName> = new Set([
  'category',
  'isDigital',
  'costNeeded',
  'scopeHint',
  'namePublication',
  'department',
  'section',
  'jobGrade',
  'track',
  'ownerDepartment',
  'ownerSection',
  'targetMonth',
  'startMonth',
  'startConditions',
  'horizon',
  'targetFiscalYear',
  'budgetingState',
  'replyDue',
  'requestDepartment',
  'redaction',
  'opinionVerdict',
  'measure',
  'coverage',
  'exclusionReason',
  'replyAnswer',
  'progressAnswer',
  'humanCost',
  'physicalCost',
  'rollout',
  'issueGroup',
  'hidden',
  'person',
  'invitation',
  'measureKind',
  'startDate',
  'measureRollout',
  'campaign',
  'adopted',
  'effectFelt',
  'theme',
  'role',
  'purpose',
  'dayKind',
  'visibility',
]);

type RangeFault = Extract<FieldFault, { readonly rule: 'out-of-range' }>;

const fiscalYears: ReadonlySet<FieldName> = new Set(['targetFiscalYear', 'reexamineFiscalYear']);

/** A number as it is read; a year without separators. */
function numberText(field: FieldName, value: number): string {
  return fiscalYears.has(field) ? String(value) : value.toLocaleString('en-US');
}

function outOfRangeJa(name: string, { field, least, limit }: RangeFault): string {
  const [from, to] = [numberText(field, least), numberText(field, limit)];
  if (!chosen.has(field)) return `${name}は${from}以上${to}以下の整数で入力してください。`;
  return `${name}を選び直してください（${from === to ? from : `${from}～${to}`}）。`;
}

function outOfRangeEn(name: string, { field, least, limit }: RangeFault): string {
  const [from, to] = [numberText(field, least), numberText(field, limit)];
  if (!chosen.has(field)) return `${name}: please enter a whole number from ${from} to ${to}.`;
  return `${name}: please choose again (${from === to ? from : `${from} to ${to}`}).`;
}

function faultJa(fault: FieldFault): string {
  const { field, limit } = fault;
  const name = terms.ja.field[field];
  const bound = limit ?? 0;
  const most = limit === undefined ? '' : `（${limit.toLocaleString('en-US')}文字以内）`;
  switch (fault.rule) {
    case 'required':
      return chosen.has(field) ? `${name}を選んでください。` : `${name}を入力してください${most}。`;
    case 'too-long':
      return `${name}を${bound.toLocaleString('en-US')}文字以内で入力してください。`;
    case 'too-short':
      return `${name}を${bound}文字以上で入力してください。`;
    case 'not-a-choice':
      return `${name}を選び直してください。`;
    case 'not-a-number':
      return `${name}は整数で入力してください（例：120）。`;
    case 'out-of-range':
      return outOfRangeJa(name, fault);
    case 'not-a-link':
      return `${name}は1行に1件、「種類｜題名｜https://…」の形で入力してください。`;
    case 'not-a-day':
      return `${name}は日付で入力してください（例：2026-10-05）。`;
    case 'too-early':
      return `${name}は、もっと後の日を入力してください。`;
    case 'too-late':
      return `${name}は、もっと前の日を入力してください。`;
    case 'too-many':
      return `${name}は${bound}件までです。`;
    case 'line-break':
      return `${name}は改行せずに入力してください。`;
    case 'unusable-characters':
      return `${name}に使用できない文字が含まれています。`;
    case 'too-few':
      return `${name}は${bound}つ以上入力してください。`;
    case 'already-there':
      return `${name}がすでにある項目と重なっています。別のものにしてください。`;
    case 'fixed':
      return `${name}は変更できません。組織や名称を改めるときは、いまの項目に末日を入れ、新しい項目を登録してください。誤りを直すときは、理由を入力してください。`;
  }
}

function faultEn(fault: FieldFault): string {
  const { field, limit } = fault;
  const name = terms.en.field[field];
  const bound = limit ?? 0;
  const most = limit === undefined ? '' : ` (at most ${limit.toLocaleString('en-US')} characters)`;
  switch (fault.rule) {
    case 'required':
      return chosen.has(field) ? `${name}: please choose.` : `${name}: please enter${most}.`;
    case 'too-long':
      return `${name}: at most ${bound.toLocaleString('en-US')} characters.`;
    case 'too-short':
      return `${name}: at least ${bound} characters.`;
    case 'not-a-choice':
      return `${name}: please choose again.`;
    case 'not-a-number':
      return `${name}: please enter a whole number, such as 120.`;
    case 'out-of-range':
      return outOfRangeEn(name, fault);
    case 'not-a-link':
      return `${name}: please write one a line, as "kind|title|https://…".`;
    case 'not-a-day':
      return `${name}: please enter a day, such as 2026-10-05.`;
    case 'too-early':
      return `${name}: please enter a later day.`;
    case 'too-late':
      return `${name}: please enter an earlier day.`;
    case 'too-many':
      return `${name}: at most ${bound}.`;
    case 'line-break':
      return `${name}: please write it on one line.`;
    case 'unusable-characters':
      return `${name} contains characters that cannot be used.`;
    case 'too-few':
      return `${name}: please enter at least ${bound}.`;
    case 'already-there':
      return `${name}: this is there already. Please use another one.`;
    case 'fixed':
      return `${name} cannot be changed. For a reorganisation, end this row and enter a new one; to correct a mistake, give the reason.`;
  }
}

/** The sentence shown beside a field that was filled in wrongly. */
export function fieldFaultText(fault: FieldFault, locale: Locale): string {
  return locale === 'ja' ? faultJa(fault) : faultEn(fault);
}
