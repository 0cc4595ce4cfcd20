import { createBestOf, type Scored } from './best-of.js';
import { postedStrength, type Shelf, slotOf } from './shelved-texts.js';
import type { Vocabulary } from './vocabulary.js';
import type { WeighedKey } from './weighed-query.js';

/** Postings looked at in one search, so that a search takes no longer in a large corpus. */
const postingBudget = 40_000;
/** Keys that are looked up whatever the budget: the weightiest tell most. */
const sureKeys = 6;

/** The posting lists to look at, with what each of their texts gains. */
function listsWithin(keys: readonly WeighedKey[], shelf: Shelf, vocabulary: Vocabulary) {
  let budget = postingBudget;
  return keys.flatMap(({ term, weight }, rank) => {
    if (term === undefined) return [];
    const count = shelf.postingCount(term);
    if (rank >= sureKeys && count > budget) return [];
    budget -= count;
    return [{ postings: shelf.postings(term), factor: weight * vocabulary.telling(term) }];
  });
}

/** Rough scores of the texts that share weighty keys, by slot, and the slots that have one. */
function addUp(keys: readonly WeighedKey[], shelf: Shelf, vocabulary: Vocabulary) {
  const scores = new Float32Array(shelf.slots());
  const touched = new Uint32Array(shelf.slots());
  let count = 0;
  for (const { postings, factor } of listsWithin(keys, shelf, vocabulary)) {
    for (let at = 0; at < postings.length; at += 1) {
      const posting = postings[at] ?? 0;
      const slot = slotOf(posting);
      const before = scores[slot] ?? 0;
      if (before === 0) {
        touched[count] = slot;
        count += 1;
      }
      scores[slot] = before + factor * postedStrength(posting);
    }
  }
  return { scores, touched: touched.subarray(0, count) };
}

/**
 * The texts that may be most alike, roughly ranked: the common keys of a large corpus are left to
 * the exact comparison. `isAllowed` is asked only about texts that would be taken.
 */
export function findCandidates(
  keys: readonly WeighedKey[],
  shelf: Shelf,
  vocabulary: Vocabulary,
  { limit, isAllowed }: { limit: number; isAllowed: (id: string) => boolean },
): readonly Scored[] {
  const { scores, touched } = addUp(keys, shelf, vocabulary);
  const idOf = ({ slot }: Pick<Scored, 'slot'>): string => shelf.idAt(slot) ?? '';
  const best = createBestOf(
    limit,
    (one, other) =>
      one.score > other.score || (one.score === other.score && idOf(one) < idOf(other)),
  );
  for (const slot of touched) {
    const score = (scores[slot] ?? 0) / shelf.roughLength(slot);
    if (!best.mayEnter(score)) continue;
    const id = shelf.idAt(slot);
    // A text that is gone has left its postings behind.
    if (id !== undefined && isAllowed(id)) best.offer({ slot, score });
  }
  return best.list();
}
