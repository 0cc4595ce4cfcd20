import { measureTexts } from '../../src/text/measure-texts.js';
import { refusalText } from '../../src/text/refusal-texts.js';
import { trailTexts } from '../../src/text/trail-texts.js';

test('a publication taken back is called the same of proposals and of measures', () => {
  expect(trailTexts.ja['publication-undone']).toBe('公表の取消');
  expect(JSON.stringify(measureTexts.ja)).toContain('"publication-undone":"公表の取消"');
});

test('what is said to proposers too speaks of no colleague and of no review', () => {
  expect(refusalText({ code: 'changed-meanwhile' }, 'ja')).not.toContain('担当者');
  expect(refusalText({ code: 'review-has-begun' }, 'ja')).not.toContain('検討が始まっている');
});
