import type { ProposalWords } from '../../../src/domain/similarity/proposal-words.js';

/** How often every pair of neighbouring characters stands in a text. */
function bigrams(words: ProposalWords): ReadonlyMap<string, number> {
  const { title, currentProblem = '', proposedContent = '', expectedEffect = '' } = words;
  const text = [title, currentProblem, proposedContent, expectedEffect].join('\n');
  const counts = new Map<string, number>();
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const lengthOf = (counts: ReadonlyMap<string, number>): number =>
  Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));

/** The floor: cosine of character pairs, all alike. */
export function bigramCosine(one: ProposalWords, other: ProposalWords): number {
  const [ones, others] = [bigrams(one), bigrams(other)];
  const product = [...ones].reduce(
    (sum, [pair, count]) => sum + count * (others.get(pair) ?? 0),
    0,
  );
  return product / (lengthOf(ones) * lengthOf(others) || 1);
}
