/** The whole text of a proposal. */
const textOf = ({ title, currentProblem, proposedContent, expectedEffect }) =>
  [title, currentProblem, proposedContent, expectedEffect].join('\n');

function bigrams(words) {
  const text = textOf(words);
  const counts = new Map();
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const lengthOf = (counts) => Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0));

/**
 * The floor: cosine of character pairs over an inverted index, so that it is not slowed by looking
 * at every text. It knows no weights, no words and no reasons.
 */
export function createFloor() {
  const postings = new Map();
  const ids = [];
  const lengths = [];
  return {
    put(id, words) {
      const counts = bigrams(words);
      const slot = ids.push(id) - 1;
      lengths.push(lengthOf(counts));
      for (const [pair, count] of counts) {
        const list = postings.get(pair) ?? [];
        list.push(slot * 64 + Math.min(63, count));
        postings.set(pair, list);
      }
    },
    nearest(words, limit) {
      const scores = new Float32Array(ids.length);
      for (const [pair, count] of bigrams(words)) {
        for (const posting of postings.get(pair) ?? []) {
          scores[Math.floor(posting / 64)] += count * (posting % 64);
        }
      }
      const best = [];
      scores.forEach((product, slot) => {
        const score = product / lengths[slot];
        if (best.length === limit && score <= best[limit - 1].score) return;
        best.push({ id: ids[slot], score });
        best.sort((one, other) => other.score - one.score);
        best.length = Math.min(best.length, limit);
      });
      return best;
    },
  };
}
