import type { Locale } from '../domain/conversation.js';
import type {
  ChangeKind,
  ChangeMark,
  ColumnKind,
  NamedPart,
  PlannedChange,
  PlannedMove,
  PlanSection,
} from '../domain/provisioning/planned-change.js';

type ChangeOf<K extends ChangeKind> = Extract<PlannedChange, { kind: K }>;

/** The words of `npm run provision`. A missing one does not compile. */
interface ProvisionTexts {
  readonly section: Readonly<Record<PlanSection, string>>;
  readonly mark: Readonly<Record<ChangeMark, string>>;
  readonly counted: Readonly<Record<ChangeMark, (count: number) => string>>;
  readonly change: { readonly [K in ChangeKind]: (change: ChangeOf<K>) => string };
  readonly planFor: (address: string) => string;
  readonly nothing: string;
  readonly dryRun: string;
  readonly begins: string;
  readonly finished: string;
  readonly remains: string;
  readonly waits: (seconds: number) => string;
  readonly signIn: (address: string, code: string, minutes: number) => string;
}

/** Item ids that a line names; the others are counted. */
const mostNamed = 10;

const partJa = ({ name, displayName }: NamedPart): string => `${name}（${displayName}）`;
const partEn = ({ name, displayName }: NamedPart): string => `${name} (${displayName})`;

interface InList {
  readonly list: NamedPart;
  readonly column: NamedPart;
}

const columnJa = ({ list, column }: InList): string => `${partJa(list)}の ${partJa(column)}`;
const columnEn = ({ list, column }: InList): string => `${partEn(column)} in ${partEn(list)}`;

const typeJa: Readonly<Record<ColumnKind, string>> = {
  text: '1行テキスト',
  note: '複数行テキスト（書式なし）',
  choice: '選択肢（1つ）',
  number: '数値',
  boolean: 'はい/いいえ',
  dateTime: '日付と時刻',
};

const typeEn: Readonly<Record<ColumnKind, string>> = {
  text: 'single line of text',
  note: 'multiple lines of plain text',
  choice: 'choice (one)',
  number: 'number',
  boolean: 'yes/no',
  dateTime: 'date and time',
};

function someIds(ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).join(', ');
  return ids.length > mostNamed ? `${named}, …` : named;
}

const moveJa = ({ what, items }: PlannedMove): string =>
  `${what.ja}${items > 0 ? `（項目 ${items}）` : ''}`;
const moveEn = ({ what, items }: PlannedMove): string =>
  `${what.en}${items > 0 ? ` (items: ${items})` : ''}`;

const ja: ProvisionTexts = {
  section: {
    site: 'サイト',
    lists: 'リスト',
    columns: '列',
    indexes: '索引と重複の禁止',
    choices: '選択肢',
    grant: '書き込みの許可',
    schema: 'リストの版',
  },
  mark: { create: '＋', change: '～', person: '！' },
  counted: {
    create: (count) => `作成 ${count}`,
    change: (count) => `変更 ${count}`,
    person: (count) => `人の作業 ${count}`,
  },
  change: {
    'no-site': ({ address }) =>
      `${address} がありません。SharePoint 管理センターで作るか、SITE_HOSTNAME と SITE_PATH を直してください。`,
    'create-list': ({ list, columns, indexes, unique }) =>
      `${partJa(list)}：列 ${columns}、索引 ${indexes}（うち重複の禁止 ${unique}）`,
    'create-library': ({ library }) => `${partJa(library)}：ドキュメント ライブラリ`,
    'name-list': ({ list }) => `${list.name}：表示名を「${list.displayName}」に`,
    'create-column': (change) => `${columnJa(change)}：${typeJa[change.type]}`,
    'name-column': ({ list, column }) =>
      `${partJa(list)}の ${column.name}：表示名を「${column.displayName}」に`,
    'wrong-type': (change) =>
      `${columnJa(change)}は種類が違います（必要なのは${typeJa[change.type]}）。中身を控え、SharePoint で列を削除してから、もう一度実行してください。`,
    index: (change) => `${columnJa(change)}：索引`,
    unique: (change) => `${columnJa(change)}：重複の禁止`,
    duplicates: (change) =>
      `${columnJa(change)}に同じ値が複数あり、重複を禁止できません（項目 ${change.items.length}件、ID ${someIds(change.items)}）。どれを残すかを決めて直してから、もう一度実行してください。`,
    choices: (change) => `${columnJa(change)}：${change.codes.join('、')} を加える`,
    grant: ({ app }) => `${app.displayName}（${app.id}）に write`,
    'raise-grant': ({ app }) => `${app.displayName}（${app.id}）の許可を write に`,
    migrate: (change) =>
      change.from === 0
        ? `版 ${change.to}：${moveJa(change)}`
        : `版 ${change.from} → ${change.to}：${moveJa(change)}`,
    'mend-items': (change) => `版 ${change.to} にそろっていない項目を直す：${moveJa(change)}`,
    'roll-back': (change) => `版 ${change.from} → ${change.to} に戻す：${moveJa(change)}`,
    'schema-too-new': ({ version, known }) =>
      `リストは版 ${version} です。このリリースが知るのは版 ${known} までなので、何も変えません。新しいリリースで実行してください。`,
    'no-way-back': ({ version, known }) =>
      known < 2
        ? `版 ${version} より前はないので、戻せません。`
        : `リストは版 ${version} です。このリリースで戻せるのは版 ${known} から 1 つだけです。`,
  },
  planFor: (address) => `サイト ${address}`,
  nothing: 'すべてそろっています。することはありません。',
  dryRun: '計画だけを示しました。何も書いていません。',
  begins: '実行します。途中で止めても、もう一度実行すれば続きから進みます。',
  finished: '完了しました。',
  remains: '次のことが残っています。',
  waits: (seconds) => `SharePoint が待つように求めています（${seconds}秒）。`,
  signIn: (address, code, minutes) =>
    `ブラウザーで ${address} を開き、コード ${code} を入力して、サイトを管理できる人としてサインインしてください（${minutes}分以内）。`,
};

const en: ProvisionTexts = {
  section: {
    site: 'Site',
    lists: 'Lists',
    columns: 'Columns',
    indexes: 'Indexes and unique values',
    choices: 'Choices',
    grant: 'Permission to write',
    schema: 'Version of the schema',
  },
  mark: { create: '+', change: '~', person: '!' },
  counted: {
    create: (count) => `to create ${count}`,
    change: (count) => `to change ${count}`,
    person: (count) => `for a person ${count}`,
  },
  change: {
    'no-site': ({ address }) =>
      `There is no ${address}. Make it in the SharePoint admin center, or correct SITE_HOSTNAME and SITE_PATH.`,
    'create-list': ({ list, columns, indexes, unique }) =>
      `${partEn(list)}: columns ${columns}, indexes ${indexes} (unique ${unique})`,
    'create-library': ({ library }) => `${partEn(library)}: document library`,
    'name-list': ({ list }) => `${list.name}: display name ${list.displayName}`,
    'create-column': (change) => `${columnEn(change)}: ${typeEn[change.type]}`,
    'name-column': ({ list, column }) =>
      `${column.name} in ${partEn(list)}: display name ${column.displayName}`,
    'wrong-type': (change) =>
      `${columnEn(change)} is of another type (needed: ${typeEn[change.type]}). Save its content, delete the column in SharePoint, then run this again.`,
    index: (change) => `${columnEn(change)}: index`,
    unique: (change) => `${columnEn(change)}: unique values`,
    duplicates: (change) =>
      `${columnEn(change)} holds the same value several times, so unique values cannot be demanded (items: ${change.items.length}, ids ${someIds(change.items)}). Decide which one stays, correct the others, then run this again.`,
    choices: (change) => `${columnEn(change)}: add ${change.codes.join(', ')}`,
    grant: ({ app }) => `write for ${app.displayName} (${app.id})`,
    'raise-grant': ({ app }) => `the grant of ${app.displayName} (${app.id}) becomes write`,
    migrate: (change) =>
      change.from === 0
        ? `version ${change.to}: ${moveEn(change)}`
        : `version ${change.from} → ${change.to}: ${moveEn(change)}`,
    'mend-items': (change) => `items that version ${change.to} left behind: ${moveEn(change)}`,
    'roll-back': (change) => `back from version ${change.from} to ${change.to}: ${moveEn(change)}`,
    'schema-too-new': ({ version, known }) =>
      `The lists are at version ${version}, and this release knows ${known}; nothing is changed. Use a newer release.`,
    'no-way-back': ({ version, known }) =>
      known < 2
        ? `There is nothing before version ${version} to go back to.`
        : `The lists are at version ${version}. This release can take them back from version ${known} by one, and no further.`,
  },
  planFor: (address) => `Site ${address}`,
  nothing: 'Everything is there; nothing to do.',
  dryRun: 'This was the plan; nothing was written.',
  begins: 'Now it is carried out. If it is broken off, run it again and it does the rest.',
  finished: 'Done.',
  remains: 'This remains:',
  waits: (seconds) => `SharePoint asks to wait (${seconds} s).`,
  signIn: (address, code, minutes) =>
    `Open ${address} in a browser, enter the code ${code}, and sign in as somebody who may administer the site (within ${minutes} minutes).`,
};

const texts: Readonly<Record<Locale, ProvisionTexts>> = { ja, en };

/** The words of the command in a language. */
export const provisionTerms = (locale: Locale): Omit<ProvisionTexts, 'change'> => texts[locale];

/** A difference in one line, without its mark. */
export function changeText(change: PlannedChange, locale: Locale): string {
  // Each kind's function takes exactly that kind's change; the compiler cannot see the pairing across a union.
  const line = texts[locale].change[change.kind] as (change: PlannedChange) => string;
  return line(change);
}
