import type { Locale } from '../domain/conversation.js';
import type { ImportFault, ImportProblem } from '../domain/master/import-sheets.js';
import { masterKinds } from '../domain/master/master-kinds.js';
import { fieldFaultText } from './field-fault-text.js';
import { masterTexts } from './master-texts.js';
import { terms } from './terms.js';

type Rule = ImportProblem['rule'];
type ProblemOf<R extends Rule> = Extract<ImportProblem, { readonly rule: R }>;
type ImportTexts = { readonly [R in Rule]: (problem: ProblemOf<R>) => string };

const sheetNames = (locale: Locale): string =>
  masterKinds.map((kind) => masterTexts[locale].kind[kind]).join(locale === 'ja' ? '、' : ', ');

const ja: ImportTexts = {
  'no-sheets': () => 'シートがありません。',
  'unknown-sheet': () => `シート名が違います。使えるのは ${sheetNames('ja')} です。`,
  'sheet-twice': () => '同じ内容のシートが2つあります。1つにまとめてください。',
  'sheet-not-permitted': () => 'このシートを取り込めるのは管理者だけです。シートを外してください。',
  'no-heading': () => '1行目に見出しがありません。',
  'unknown-column': ({ heading }) => `見出し「${heading}」は使えません。列を外すか直してください。`,
  'column-twice': ({ field }) => `見出し「${terms.ja.field[field]}」が2列あります。`,
  'missing-column': ({ field }) => `見出し「${terms.ja.field[field]}」の列がありません。`,
  'too-many-rows': ({ limit }) =>
    `行が多すぎます（${limit.toLocaleString('en-US')}行まで）。分けて取り込んでください。`,
  formula: () => '数式が入っています。値に置き換えてください（コピーして「値の貼り付け」）。',
  merged: () => 'セルが結合されています。結合を解除し、1つのセルに1つの値を入れてください。',
  'error-value': () => 'セルの値がエラーです。正しい値を入れてください。',
  duplicate: ({ firstRow }) => `${firstRow}行目と重なっています。どちらかを外してください。`,
  field: ({ fault }) => fieldFaultText(fault, 'ja'),
};

const en: ImportTexts = {
  'no-sheets': () => 'There is no sheet.',
  'unknown-sheet': () => `The name of this sheet is not known. Known are: ${sheetNames('en')}.`,
  'sheet-twice': () => 'Two sheets are about the same. Please make them one.',
  'sheet-not-permitted': () =>
    'Only an administrator can import this sheet. Please take it out of the workbook.',
  'no-heading': () => 'There are no headings in row 1.',
  'unknown-column': ({ heading }) =>
    `The heading "${heading}" is not known. Please remove or correct the column.`,
  'column-twice': ({ field }) => `The heading "${terms.en.field[field]}" is there twice.`,
  'missing-column': ({ field }) => `The column "${terms.en.field[field]}" is missing.`,
  'too-many-rows': ({ limit }) =>
    `There are too many rows (at most ${limit.toLocaleString('en-US')}). Please import in parts.`,
  formula: () => 'The cell holds a formula. Please replace it by its value (copy, paste values).',
  merged: () => 'Cells are merged here. Please unmerge them: one value in one cell.',
  'error-value': () => 'The value of the cell is an error. Please enter a value.',
  duplicate: ({ firstRow }) =>
    `This is the same row as row ${firstRow}. Please remove one of them.`,
  field: ({ fault }) => fieldFaultText(fault, 'en'),
};

/** What is wrong at a place of a workbook, in one sentence. */
export function importFaultText({ problem }: ImportFault, locale: Locale): string {
  const texts = locale === 'ja' ? ja : en;
  // Each rule's function takes exactly that rule's problem; the compiler cannot see the pairing across a union.
  const sentence = texts[problem.rule] as (problem: ImportProblem) => string;
  return sentence(problem);
}

/** The letters of a column as the spreadsheet shows them: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest > 0 ? `${columnLetters(rest)}${letter}` : letter;
}
