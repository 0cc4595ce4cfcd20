import { officeThesaurus } from '../../../src/domain/similarity/office-thesaurus.js';
import { ordinaryWords } from '../../../src/domain/similarity/ordinary-words.js';
import { parts, partWeights } from '../../../src/domain/similarity/proposal-words.js';
import { kindWeights } from '../../../src/domain/similarity/read-features.js';
import { splitText } from '../../../src/domain/similarity/split-text.js';
import { stopWords } from '../../../src/domain/similarity/stop-words.js';
import { believedRate, tellingWeight } from '../../../src/domain/similarity/term-weight.js';

test('the shipped thesaurus has documents, tools and people, each with several ways to say it', () => {
  const ids = officeThesaurus.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['paper', 'electronic-approval', 'website']));
  expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  expect(officeThesaurus.length).toBeGreaterThan(100);
  for (const { id, terms } of officeThesaurus) {
    expect([id, terms.length > 1]).toEqual([id, true]);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.filter((term) => term.trim() === '' || term.includes(':'))).toEqual([]);
  }
});

test('words that say nothing, and words that every office uses, are each one word', () => {
  for (const words of [stopWords, ordinaryWords]) {
    expect(words.size).toBeGreaterThan(100);
    expect([...words].filter((word) => word === '' || /\s/.test(word))).toEqual([]);
  }
  expect(['について', 'ため', '的', '毎週'].filter((word) => !stopWords.has(word))).toEqual([]);
  expect(['職員', '業務', '廃止'].filter((word) => !ordinaryWords.has(word))).toEqual([]);
  expect(['会議', '押印'].filter((word) => stopWords.has(word) || ordinaryWords.has(word))).toEqual(
    [],
  );
});

test('the title says most about a wish, its effect least', () => {
  const weights = parts.map((part) => partWeights[part]);
  expect(parts).toEqual(['title', 'proposedContent', 'currentProblem', 'expectedEffect']);
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  expect(new Set(weights).size).toBe(weights.length);
});

test('only parts that are written are read', () => {
  const read = splitText({ title: '名札', currentProblem: '', expectedEffect: '時間' });
  expect([...read.keys()]).toEqual(['title', 'expectedEffect']);
  expect(read.get('title')?.text).toBe('名札');
});

test('a concept is the firmest evidence, a fragment of a word the faintest but a single character', () => {
  const { concept, word, innerConcept, hiragana, wordOfConcept, fragment, stem } = kindWeights;
  const order = [concept, word, innerConcept, hiragana, wordOfConcept, fragment, stem];
  expect(order).toEqual(order.toSorted((one, other) => other - one));
});

test('what is believed of a key depends on what it is', () => {
  const rates = ['職員', '紙片', '印', '#seal'].map(believedRate);
  expect(rates).toEqual([0.15, 0.012, 0.05, 0.02]);
});

test('a key tells as much as texts, and the sixty that are believed, leave open', () => {
  expect(tellingWeight(0.05, 0, 0)).toBeCloseTo(-Math.log(0.05));
  expect(tellingWeight(0.05, 7, 40)).toBeCloseTo(-Math.log(10 / 100));
  expect(tellingWeight(0.05, 999, 40)).toBe(0);
});
