import { tracks } from '../../src/domain/decision.js';
import { policyInputs, type Suggestion } from '../../src/domain/suggestion.js';
import {
  conditionsText,
  suggestionNote,
  suggestionSentence,
} from '../../src/text/suggestion-texts.js';

const inputs = { humanCost: 'unknown', physicalCost: 'unknown', groupShare: 0 } as const;
const none: Suggestion = { unknown: ['humanCost', 'physicalCost'], inputs };

test('what keeps the policy from a suggestion is named in both languages', () => {
  expect(suggestionSentence(none, 'ja')).toBe(
    '人的コスト、物的コストが分からないため、推奨はありません。分かったら記入してください。',
  );
  expect(suggestionSentence(none, 'en')).toBe(
    'Nothing is suggested, because this is not known: Human cost, Material cost. Please note it.',
  );
  expect(suggestionNote(none, 'ja')).toBe('推奨なし：人的コスト、物的コストが不明');
  expect(suggestionNote(none, 'en')).toBe(
    'nothing suggested; not known: Human cost, Material cost',
  );
});

test.each(['ja', 'en'] as const)(
  'every track and every input has words of its own (%s)',
  (locale) => {
    const said = tracks.map((track) => suggestionSentence({ track, inputs }, locale));
    expect(new Set(said).size).toBe(tracks.length);
    const asked = policyInputs.map((input) =>
      suggestionSentence({ unknown: [input], inputs }, locale),
    );
    expect(new Set(asked).size).toBe(policyInputs.length);
  },
);

test('what must come first is named, and that nothing has to', () => {
  expect(conditionsText(['prior-coordination', 'rule-making'], 'ja')).toBe(
    '事前調整、ルールづくり',
  );
  expect([conditionsText([], 'ja'), conditionsText([], 'en')]).toEqual([
    '準備不要',
    'Nothing must come first',
  ]);
});
