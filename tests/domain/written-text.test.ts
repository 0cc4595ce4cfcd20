import { localeOf } from '../../src/domain/conversation.js';
import { comparisonKey, tidyText } from '../../src/domain/written-text.js';

test.each([
  ['a line ends in one way, however it was typed', '一\r二\r\n三\n四', '一\n二\n三\n四'],
  ['several blanks at the end of a line go', '一 \t　\n二', '一\n二'],
  [
    'whatever cannot be seen goes before and after a text',
    '\n \u200B　本文\uFEFF\u2060 \n',
    '本文',
  ],
  ['blanks and empty lines inside a text stay', '一 二\n\n三', '一 二\n\n三'],
])('%s', (_, typed, stored) => {
  expect(tidyText(typed)).toBe(stored);
});

test('texts are compared without regard to width, case and blanks around', () => {
  expect(comparisonKey('　ＡＩ活用 ')).toBe(comparisonKey('ai活用'));
  expect(comparisonKey('ai活用')).toBe('ai活用');
  expect(comparisonKey('ai 活用')).not.toBe(comparisonKey('ai活用'));
});

test('Teams is answered in English where it says English, and else in Japanese', () => {
  expect(['en-US', 'EN-gb', 'en'].map(localeOf)).toEqual(['en', 'en', 'en']);
  expect(['ja-JP', 'de-DE', 'sl-en', '', undefined].map(localeOf)).toEqual(Array(5).fill('ja'));
});
