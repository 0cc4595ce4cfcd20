const kanji = /^\p{Script=Han}$/u;

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
}

/** One kanji in the place of another makes another word, not a slip. */
function isSlip(typed: readonly string[], meant: readonly string[]): boolean {
  const [a = '', b = ''] = typed;
  const [c = '', d = ''] = meant;
  if (typed.length + meant.length === 1) return true;
  if (typed.length === 1 && meant.length === 1) return !(kanji.test(a) && kanji.test(c));
  return typed.length === 2 && meant.length === 2 && a === d && b === c;
}

/**
 * Whether what was typed is a word but for one slip: a character too many, missing or wrong, or two that changed
 * places.
 */
export function isOneSlipFrom(typed: string, word: string): boolean {
  const [from, to] = [[...typed], [...word]];
  const start = sharedStart(from, to);
  const [left, right] = [from.slice(start), to.slice(start)];
  const end = sharedStart(left.toReversed(), right.toReversed());
  return isSlip(left.slice(0, left.length - end), right.slice(0, right.length - end));
}
