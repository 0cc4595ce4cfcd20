import { hasRoom, longestMeasureTrail } from '../../../src/domain/measures/measure-room.js';
import { MeasureWorld } from '../../support/measure-world.js';

/** A trail of exactly so many characters. */
function padded(length: number) {
  const world = new MeasureWorld();
  world.create('m', 'secretary');
  const [first] = world.measure('m').trail;
  if (first?.kind !== 'created') throw new Error('not made');
  const by = { ...first.by, name: '' };
  const bare = JSON.stringify([{ ...first, by }]).length;
  return { trail: [{ ...first, by: { ...by, name: 'x'.repeat(length - bare) } }] };
}

test('there is room for people up to a length, and not beyond', () => {
  expect(hasRoom(padded(longestMeasureTrail))).toBe(true);
  expect(hasRoom(padded(longestMeasureTrail + 1))).toBe(false);
});
