import type { Feature } from './read-features.js';
import type { ReadText } from './read-text.js';
import { opposites } from './wish-verbs.js';

/** Words by which two texts meet. */
export interface SharedWord {
  /** As the one text writes it, and as the other does (BYOD and 私用スマートフォン). */
  readonly here: string;
  readonly there: string;
  /** Its part of what the two texts share, 0 to 1. */
  readonly share: number;
  /** The entry of the thesaurus that joins the two. */
  readonly conceptId?: string;
}

/** Why two texts are taken to be alike, or not. */
export interface Explanation {
  /** Weightiest first. */
  readonly words: readonly SharedWord[];
  /** Things that one text wants and the other wants gone (朝礼の実施 and 朝礼の廃止). */
  readonly opposed: readonly string[];
}

/** What counts less than this part is not worth a person's time. */
const leastShare = 0.02;

interface Meeting extends SharedWord {
  readonly weight: number;
}

function meet(one: Feature, other: Feature, telling: number): Meeting {
  const isConcept = one.key.startsWith('#');
  return {
    here: one.surface,
    there: other.surface,
    share: 0,
    weight: one.strength * other.strength * telling * telling,
    ...(isConcept ? { conceptId: one.key.slice(1) } : {}),
  };
}

const contains = (outer: SharedWord, inner: SharedWord): boolean =>
  outer.here.includes(inner.here) || outer.there.includes(inner.there);

/** A word inside a weightier one (決裁 in 電子決裁) adds to it and is not shown twice. */
function fold(meetings: readonly Meeting[]): readonly Meeting[] {
  const shown: Meeting[] = [];
  for (const meeting of meetings) {
    const at = shown.findIndex((other) => contains(other, meeting) || contains(meeting, other));
    const outer = shown[at];
    if (outer === undefined) shown.push(meeting);
    else shown[at] = { ...outer, weight: outer.weight + meeting.weight };
  }
  return shown.sort((one, other) => other.weight - one.weight);
}

function opposedThings(one: ReadText, other: ReadText): readonly string[] {
  const opposed = one.wishes.filter(({ thing, direction }) =>
    other.wishes.some((wish) => wish.thing === thing && wish.direction === opposites[direction]),
  );
  return [...new Set(opposed.map(({ surface }) => surface))];
}

/** The words that two texts share, with their weights in the corpus that `tellingOf` knows. */
export function explainLikeness(
  one: ReadText,
  other: ReadText,
  tellingOf: (key: string) => number,
): Explanation {
  const theirs = new Map(other.features.map((feature) => [feature.key, feature]));
  const meetings = one.features.flatMap((feature) => {
    const met = theirs.get(feature.key);
    return met === undefined ? [] : [meet(feature, met, tellingOf(feature.key))];
  });
  const total = meetings.reduce((sum, { weight }) => sum + weight, 0);
  const words = fold(meetings.sort((a, b) => b.weight - a.weight || (a.here < b.here ? -1 : 1)));
  return {
    words: words
      .map(({ weight, ...word }) => ({ ...word, share: total === 0 ? 0 : weight / total }))
      .filter(({ share }) => share >= leastShare),
    opposed: opposedThings(one, other),
  };
}
