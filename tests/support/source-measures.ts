import type { Masters } from '../../src/domain/masters.js';
import type { MeasureForm } from '../../src/domain/measures/measure-context.js';
import { sampleMasters } from './sample-masters.js';

const category = (id: string, label: string, order: number) => ({ id, label, labelEn: id, order });

/** The categories that the report of November 2023 names, in its order. */
export const sourceMasters: Masters = {
  ...sampleMasters,
  categories: [
    category('paperless', 'ペーパーレス', 1),
    category('ai', 'AI導入', 2),
    category('env-network', '環境改善（通信）', 3),
    category('work', '業務改善', 4),
    category('tool', '使用ツールソフトの改善', 5),
    category('env-duty', '環境改善（職務）', 6),
  ],
};

const measure = (
  measureKind: string,
  categoryId: string,
  title: string,
  measureContent: string,
  startDate: string,
  rest: MeasureForm = {},
): MeasureForm => ({
  measureKind,
  category: categoryId,
  title,
  measureContent,
  startDate,
  ownerDepartment: 'soumu',
  measureRollout: 'office-wide',
  wave: '1',
  ...rest,
});

/**
 * The first wave of the report of November 2023: its titles, categories and dates; the contents are in our own words.
 * Six rows are five measures, because the last row shows the first measure once more.
 */
export const sourceMeasures: readonly MeasureForm[] = [
  measure(
    'scheme',
    'paperless',
    '庁内事務のペーパーレス化の徹底',
    '上層部との協議を紙なしで行う。',
    '2023-11',
    { relistings: 'work|Teamsの全庁活用の推進' },
  ),
  measure(
    'product',
    'ai',
    '生成AI導入による庁内事務の軽減',
    '使い方の手引きを定めて活用を進める。',
    '2023-11-24',
    { materials: 'guideline|利活用の手引き|https://example.jp/ai-guideline' },
  ),
  measure(
    'trial',
    'env-network',
    'BYODの導入',
    '個人の端末から業務に入れるようにする。',
    '2023-11',
    { measureRollout: 'some-staff' },
  ),
  measure(
    'product',
    'work',
    '資料デザインのテンプレート共有',
    '庁内共通のひな形をつくる。',
    'as-appropriate',
    { materials: 'template|資料のひな形|https://example.jp/template' },
  ),
  measure(
    'system',
    'work',
    '職員名簿データの改善',
    '名簿に載る項目を増やし、探しやすくする。',
    '2024-02/2024-03',
  ),
];

/** The rows of its first table: category and title, as the report lists them. */
export const sourceRows = [
  ['paperless', '庁内事務のペーパーレス化の徹底', false],
  ['ai', '生成AI導入による庁内事務の軽減', false],
  ['env-network', 'BYODの導入', false],
  ['work', '資料デザインのテンプレート共有', false],
  ['work', '職員名簿データの改善', false],
  ['work', 'Teamsの全庁活用の推進', true],
] as const;

/** The eleven rules of its casebook in order; the last has no content. Contents are in our own words. */
export const sourceRules = [
  ['work', 'teamsの全庁活用', '手順書と動画を用意し、標準の道具にする。'],
  ['work', 'テキストコミュニケーションの徹底', '急な電話や訪問をやめ、文字でやりとりする。'],
  ['work', 'スケジューラーの改善', '予定を全員が入れ、空いた時間に打合せを入れられる。'],
  ['work', 'グループウェアの改善', '設備予約に所属と内線を出し、座席表を見やすくする。'],
  ['work', 'コミュニケーションツールの集約', '連絡の道具ごとに使い分けを定める。'],
  ['work', '全庁的なExcel様式の見直し・ルール化', '一つのセルに一つの値を入れる。'],
  ['work', '情報共有手法の改善', '照会の資料は共有の場所に置く。'],
  ['work', '添付ファイルの単一化', '添付は一つにまとめる。'],
  ['tool', 'アンケート手法の改善・集約', '調査は電子の様式で行う。'],
  ['env-duty', '本庁出先間の協議オンライン化', '離れた所との協議は画面越しに行う。'],
  ['env-duty', '通年でのノーネクタイ・ノージャケット勤務、服装の自由化', ''],
] as const;

/** One of those rules as a form. */
export function sourceRuleForm([categoryId, title, content]: (typeof sourceRules)[number]) {
  return {
    measureKind: 'rule',
    category: categoryId,
    title,
    measureContent: content,
    ownerDepartment: 'soumu',
    measureRollout: 'office-wide',
  } satisfies MeasureForm;
}
