import type { Locale } from '../domain/conversation.js';
import type { CellKind, CellProblem } from '../domain/health/cell-fault.js';
import type { ItemProblem, MissingNumbers, TrailedPart } from '../domain/health/item-fault.js';

type CellTexts = {
  readonly [C in CellProblem['code']]: (
    problem: Extract<CellProblem, { code: C }>,
    heading: (column: string) => string,
  ) => string;
};

interface FaultTexts {
  readonly part: Readonly<Record<TrailedPart, string>>;
  readonly cell: CellTexts;
  readonly unreadable: (heading: string, cell: string) => string;
  readonly doubled: (key: string, otherItemId: string) => string;
  readonly notInTrail: (parts: string) => string;
  readonly trailBroken: string;
  /** What to do, where the product can write the item itself. */
  readonly restore: string;
  readonly fixCell: string;
  readonly fixDouble: string;
  readonly fixTrail: string;
  readonly missing: (numbers: MissingNumbers) => string;
  /** Between parts, and between sentences. */
  readonly comma: string;
  readonly space: string;
}

const spanOf = ({ first, last }: MissingNumbers, dash: string): string =>
  first === last ? first : `${first}${dash}${last}`;

const kindsJa: Readonly<Record<CellKind, string>> = {
  text: '文字',
  number: '数値',
  'yes-or-no': 'はい／いいえ',
  date: '日時',
  day: '日付（YYYY-MM-DD）',
  step: '1～5の段階',
  'proposal-number': '提案番号',
  'theme-line': 'テーマの行（ID|名前|英語名）',
  'class-line': '「状態=区分」の行',
};

const kindsEn: Readonly<Record<CellKind, string>> = {
  text: 'text',
  number: 'number',
  'yes-or-no': 'yes or no',
  date: 'date',
  day: 'day (YYYY-MM-DD)',
  step: 'step from 1 to 5',
  'proposal-number': 'proposal number',
  'theme-line': 'line of a theme (ID|name|English name)',
  'class-line': 'line of the form status=class',
};

const ja: FaultTexts = {
  part: {
    receipt: '受付',
    proposer: '提案者',
    content: '提案の内容',
    status: '状態',
    decision: '対応方針',
    publication: '公表',
    working: '検討の記録',
    trail: '経過',
  },
  cell: {
    empty: () => '空になっています',
    'wrong-kind': ({ wanted }) => `${kindsJa[wanted]}ではありません`,
    'unknown-value': ({ value }) => `知らない値「${value}」になっています`,
    'other-form': ({ where }) => `壊れています（${where}）`,
    'newer-form': ({ where }) =>
      `より新しい版の芽吹きで書かれています（${where}）。アプリを新しい版にしてください`,
    disagrees: ({ column }, heading) => `列「${heading(column)}」と食い違っています`,
    'other-list': () => '別のリストに入れるものになっています',
    'broken-trail': () => 'つながっていません',
  },
  unreadable: (heading, cell) => `列「${heading}」が${cell}。`,
  doubled: (key, otherItemId) => `同じ「${key}」を持つ項目がもう1つあります（ID ${otherItemId}）。`,
  notInTrail: (parts) => `${parts}が、経過の記録と食い違っています。経過のとおりに表示しています。`,
  trailBroken: '経過の記録が壊れています。列のとおりに表示しています。',
  restore:
    '「元に戻す」を押すと、いま表示しているとおりに書き戻します（SharePoint のバージョン履歴には手で変えた内容も残ります）。',
  fixCell:
    'SharePoint でこの項目のセルを直すか、バージョン履歴から前の版を復元してください。手で加えた項目なら削除してください。',
  fixDouble: 'SharePoint で2つを見くらべ、正しくない方を削除してください。',
  fixTrail: 'SharePoint でこの項目のバージョン履歴を開き、壊れる前の版を復元してください。',
  missing: (numbers) =>
    `提案番号 ${spanOf(numbers, '～')} の項目がありません（${numbers.count}件）。SharePoint のごみ箱から戻してください。`,
  comma: '、',
  space: '',
};

const en: FaultTexts = {
  part: {
    receipt: 'the receipt',
    proposer: 'the proposer',
    content: 'the content',
    status: 'the status',
    decision: 'the decision',
    publication: 'the publication',
    working: 'the record of the review',
    trail: 'the trail',
  },
  cell: {
    empty: () => 'is empty',
    'wrong-kind': ({ wanted }) => `is no ${kindsEn[wanted]}`,
    'unknown-value': ({ value }) => `holds the unknown value "${value}"`,
    'other-form': ({ where }) => `is damaged (${where})`,
    'newer-form': ({ where }) =>
      `was written by a newer version of the product (${where}); please update the app`,
    disagrees: ({ column }, heading) => `says something else than the column ${heading(column)}`,
    'other-list': () => 'belongs to another list',
    'broken-trail': () => 'has a gap',
  },
  unreadable: (heading, cell) => `The column ${heading} ${cell}.`,
  doubled: (key, otherItemId) => `Another item has the same "${key}" (ID ${otherItemId}).`,
  notInTrail: (parts) => `It differs from its trail in ${parts}. It is shown as the trail says.`,
  trailBroken: 'Its trail is damaged. It is shown as its columns say.',
  restore:
    '"Restore" writes it back as it is shown now (the version history of SharePoint keeps what was changed by hand).',
  fixCell:
    'Correct the cell of this item in SharePoint, or restore an earlier version. Delete the item if somebody added it by hand.',
  fixDouble: 'Compare the two in SharePoint and delete the wrong one.',
  fixTrail:
    'Open the version history of this item in SharePoint and restore the version before the damage.',
  missing: (numbers) =>
    `No item has the proposal number ${spanOf(numbers, ' to ')} (${numbers.count}). Restore it from the recycle bin of SharePoint.`,
  comma: ', ',
  space: ' ',
};

const texts: Readonly<Record<Locale, FaultTexts>> = { ja, en };

type Heading = (column: string) => string;

function cellText(problem: CellProblem, heading: Heading, { cell }: FaultTexts): string {
  // Each code's function takes exactly that code's problem; the compiler cannot see the pairing across a union.
  const sentence = cell[problem.code] as (problem: CellProblem, heading: Heading) => string;
  return sentence(problem, heading);
}

/** What is so, and what to do where the product cannot write the item itself. */
function sentencesOf(
  problem: ItemProblem,
  heading: Heading,
  words: FaultTexts,
): readonly [said: string, byHand: string] {
  switch (problem.code) {
    case 'unreadable': {
      const cell = cellText(problem.problem, heading, words);
      return [words.unreadable(heading(problem.column), cell), words.fixCell];
    }
    case 'doubled':
      return [words.doubled(problem.key, problem.otherItemId), words.fixDouble];
    case 'not-in-trail': {
      const { parts } = problem;
      if (parts.includes('trail')) return [words.trailBroken, words.fixTrail];
      const named = parts.map((part) => words.part[part]).join(words.comma);
      return [words.notInTrail(named), words.fixTrail];
    }
  }
}

/** What is wrong with an item and what to do, in two sentences. `heading` gives the name people see of a column. */
export function itemFaultText(
  problem: ItemProblem,
  canRestore: boolean,
  heading: Heading,
  locale: Locale,
): string {
  const words = texts[locale];
  const [said, byHand] = sentencesOf(problem, heading, words);
  return `${said}${words.space}${canRestore ? words.restore : byHand}`;
}

/** Numbers that nobody holds any more, and what to do. */
export function missingNumbersText(numbers: MissingNumbers, locale: Locale): string {
  return texts[locale].missing(numbers);
}
