import { longestLeft, shortenMeasuresAbove } from '../../../src/domain/measures/measure-room.js';
import { mostCharacters } from '../../../src/domain/trail-archive.js';

test('a trail is shortened before anything is refused, and people leave room for what follows by itself', () => {
  expect(shortenMeasuresAbove).toBeLessThan(longestLeft.byPerson);
  expect(longestLeft.byPerson).toBeLessThan(longestLeft.byItself);
  expect(longestLeft.byItself).toBe(mostCharacters);
});
