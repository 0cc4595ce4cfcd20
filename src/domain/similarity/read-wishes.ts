import { ordinaryWords } from './ordinary-words.js';
import type { Part } from './proposal-words.js';
import type { SplitText } from './split-text.js';
import { type Piece, wordKey } from './split-words.js';
import { type Direction, opposites, wishVerbs } from './wish-verbs.js';

/** What a text wants with a thing: 朝礼 + 廃止 is thing `朝礼`, direction `drop`. */
export interface Wish {
  readonly thing: string;
  /** The thing as the text writes it. */
  readonly surface: string;
  readonly direction: Direction;
}

const directionOf: ReadonlyMap<string, Direction> = new Map(
  wishVerbs.map(([verb, direction]) => [wordKey(verb), direction]),
);
/** How many compounds before the verb may be its object (夏季休暇の取得期間の延長). */
const reach = 2;

/** By what it is written as: some verbs (なくす) are read over as grammar and have no key. */
const directionAt = ({ surface }: Piece): Direction | undefined =>
  directionOf.get(wordKey(surface));

/** A thing is named by its whole compound: 会議室 is not 会議. */
function compoundsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const compounds: Piece[][] = [];
  for (const piece of pieces) {
    const last = compounds.at(-1);
    if (piece.joined && last) last.push(piece);
    else compounds.push([piece]);
  }
  return compounds;
}

function thingsAmong(pieces: readonly Piece[]): readonly Omit<Wish, 'direction'>[] {
  return compoundsOf(pieces)
    .slice(-reach)
    .filter((compound) =>
      compound.some(({ kind, key }) => kind === 'word' && !ordinaryWords.has(key)),
    )
    .map((compound) => ({
      thing: compound.map(({ key }) => key).join(''),
      surface: compound.map(({ surface }) => surface).join(''),
    }));
}

function wishesOfClause(clause: readonly Piece[]): readonly Wish[] {
  const wishes: Wish[] = [];
  let before: Piece[] = [];
  for (const piece of clause) {
    const direction = directionAt(piece);
    if (direction) {
      wishes.push(...thingsAmong(before).map((thing) => ({ ...thing, direction })));
      before = [];
    } else if (piece.key !== '') before.push(piece);
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
