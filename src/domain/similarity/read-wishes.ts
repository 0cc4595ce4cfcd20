import { ordinaryWords } from './ordinary-words.js';
import type { Part } from './proposal-words.js';
import type { SplitText } from './split-text.js';
import { type Piece, wordKey } from './split-words.js';
import { type Direction, opposites, wishVerbs } from './wish-verbs.js';

/** What a text wants with a thing: 朝礼 + 廃止 is `{ thing: '朝礼', direction: 'drop' }`. */
export interface Wish {
  readonly thing: string;
  readonly direction: Direction;
}

const directionOf: ReadonlyMap<string, Direction> = new Map(
  wishVerbs.map(([verb, direction]) => [wordKey(verb), direction]),
);
/** How many words before the verb may be its object (夏季休暇の取得期間の延長). */
const reach = 3;

const directionAt = ({ kind, key, surface }: Piece): Direction | undefined =>
  kind === 'stop' ? undefined : directionOf.get(key === '' ? wordKey(surface) : key);

const thingsAmong = (pieces: readonly Piece[]): readonly string[] =>
  pieces
    .filter(({ kind, key }) => kind === 'word' && !ordinaryWords.has(key))
    .map(({ key }) => key);

function wishesOfClause(clause: readonly Piece[]): readonly Wish[] {
  const wishes: Wish[] = [];
  let before: readonly Piece[] = [];
  for (const piece of clause) {
    const direction = directionAt(piece);
    if (direction) wishes.push(...thingsAmong(before).map((thing) => ({ thing, direction })));
    else if (piece.key !== '') before = [...before, piece].slice(-reach);
  }
  return wishes;
}

function wishesOfText(pieces: readonly Piece[]): readonly Wish[] {
  const wishes: Wish[] = [];
  let clause: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'stop') {
      wishes.push(...wishesOfClause(clause));
      clause = [];
    } else clause.push(piece);
  }
  return [...wishes, ...wishesOfClause(clause)];
}

/**
 * What a text wants, from its title and proposal. A thing that it wants in two opposite directions
 * is left out: such a text compares before and after.
 */
export function readWishes(texts: ReadonlyMap<Part, SplitText>): readonly Wish[] {
  const wishing = [texts.get('title'), texts.get('proposedContent')];
  const all = wishing.flatMap((text) => wishesOfText(text?.pieces ?? []));
  const isTorn = ({ thing, direction }: Wish) =>
    all.some((other) => other.thing === thing && other.direction === opposites[direction]);
  const once = new Map(all.map((wish) => [`${wish.thing} ${wish.direction}`, wish]));
  return [...once.values()].filter((wish) => !isTorn(wish));
}
