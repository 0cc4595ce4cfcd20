import { traceLine } from '../../src/cards/trace-line.js';
import type { Locale } from '../../src/domain/conversation.js';
import { type Status, statuses } from '../../src/domain/status.js';
import { traceOf } from '../../src/domain/trace.js';
import { noteWords } from '../../src/tabs/mine/trace-words.js';
import { longestContent, viewOf } from '../support/card-gallery.js';

const onCard = (status: Status, locale: Locale): readonly string[] =>
  traceLine({ ...viewOf(longestContent), status }, locale).map(({ caption }) => caption);

const inTab = (status: Status, locale: Locale): readonly string[] => {
  const { receivedAt, at } = viewOf(longestContent);
  return traceOf({ status, receivedAt, statusAt: at }).map(({ note }) => noteWords(note, locale));
};

test.each([
  ['withdrawn', '取下げのためなし', 'None: withdrawn'],
  ['out-of-scope', '対象外のためなし', 'None: out of scope'],
  ['difficult', '実現困難のため当面なし', 'None for now: difficult'],
] as const)('%s: the effect is none, with the reason, on card and tab alike', (status, ja, en) => {
  expect([onCard(status, 'ja')[3], onCard(status, 'en')[3]]).toEqual([ja, en]);
  expect([inTab(status, 'ja')[3], inTab(status, 'en')[3]]).toEqual([ja, en]);
});

test('an effect that may still come is not yet there, never none', () => {
  const ended: readonly Status[] = ['withdrawn', 'out-of-scope', 'difficult'];
  for (const status of statuses.filter((each) => !ended.includes(each))) {
    expect(onCard(status, 'ja')[3]).toBe('まだです');
  }
});
