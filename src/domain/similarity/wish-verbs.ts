/** Directions in which a wish can point; the two of a line are opposites. */
export type Direction = 'have' | 'drop' | 'more' | 'less' | 'free' | 'bind';

/** The opposite of every direction. */
export const opposites: Readonly<Record<Direction, Direction>> = {
  have: 'drop',
  drop: 'have',
  more: 'less',
  less: 'more',
  free: 'bind',
  bind: 'free',
};

const verbs: readonly (readonly [Direction, string])[] = [
  ['have', '導入 新設 設置 開始 実施 復活 創設 開設 始める 設ける 行う 再開 継続 常設 続ける'],
  [
    'drop',
    '廃止 全廃 撤廃 やめる やめ やめよう やめて 取りやめ 中止 止める なくす なくし 撤去 省略 休止',
  ],
  ['more', '延長 拡大 拡充 増やす 増加 増員 増設 増額 引上げ 引き上げ 倍増 延ばす 伸ばす'],
  ['less', '短縮 縮小 削減 減らす 減員 減額 引下げ 引き下げ 半減 縮める 狭める 絞る'],
  ['free', '自由 解禁 許可 緩和 認める 任意 選択制'],
  ['bind', '禁止 制限 義務 必須 厳格 強制 限定'],
];

/** Words by which a wish names its direction, as data. */
export const wishVerbs: readonly (readonly [verb: string, direction: Direction])[] = verbs.flatMap(
  ([direction, words]) => words.split(' ').map((verb) => [verb, direction] as const),
);
