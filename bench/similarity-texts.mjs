// Texts for the measurement: parts of the sample proposals, mixed anew, with words of a large
// invented vocabulary between them, so that a corpus has common and rare words as a real one has.

import { readFileSync } from 'node:fs';

const samples = new URL('../src/local/seed/proposals.json', import.meta.url);
const syllables = 'カキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロ';
const placeNames = '山川田村原野島崎岡林森谷浜松竹梅石井上中下大小高西東南北新古青赤白黒';

/** Numbers between 0 and 1 that are the same in every run. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const oneOf = (random, list) => list[Math.floor(random() * list.length)];

/** A word that few texts have: a small number of them is drawn often, most are rare. */
function rareWord(random) {
  const number = Math.floor(random() ** 3 * 40_000);
  const own = seeded(number + 1);
  const from = number % 2 === 0 ? syllables : placeNames;
  return Array.from({ length: 3 }, () => oneOf(own, from)).join('');
}

function sentence(random, proposals, part) {
  const text = oneOf(random, proposals)[part];
  const clauses = text.split(/(?<=[、。])/);
  const at = Math.floor(random() * clauses.length);
  return [...clauses.slice(0, at), `${rareWord(random)}の`, ...clauses.slice(at)].join('');
}

/** `count` texts of the shape of a proposal. */
export function mixedTexts(count, seed) {
  const { proposals } = JSON.parse(readFileSync(samples, 'utf8'));
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    title: `${rareWord(random)}の${oneOf(random, proposals).title}`,
    currentProblem: sentence(random, proposals, 'currentProblem'),
    proposedContent: sentence(random, proposals, 'proposedContent'),
    expectedEffect: sentence(random, proposals, 'expectedEffect'),
  }));
}
