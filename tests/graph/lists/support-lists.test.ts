import fc from 'fast-check';
import { personParts } from '../../../src/domain/audience.js';
import { longestDraft, mostDrafts } from '../../../src/domain/drafts/draft.js';
import { supportStates } from '../../../src/domain/support.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import { longestNote } from '../../../src/graph/lists/column.js';
import type { Fields, WritableListDefinition } from '../../../src/graph/lists/list-definition.js';

const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `件${text.trim()}名`);
const id = fc.uuid();
const count = fc.integer({ min: 0, max: 9_999_999 });
const second = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000);

/** What SharePoint gives back: empty columns are absent. */
function asRead(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function expectRoundTrip<T>(list: WritableListDefinition<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const fields = list.toFields(value);
      expect(list.fromFields(asRead(fields), '1')).toEqual(value);
      expect(list.holds(value, value)).toBe(true);
    }),
    { numRuns: 100 },
  );
}

test('every word of support reads back as it was written', () => {
  expectRoundTrip(
    allLists.supports,
    fc.record({
      proposalId: id,
      personId: id,
      name: words,
      state: fc.constantFrom(...supportStates),
      at: second,
      seq: count,
    }),
  );
});

test('every frozen audience reads back as it was written, and 500 people fit', () => {
  const person = fc.record({ personId: id, as: fc.constantFrom(...personParts) });
  const chunk = {
    proposalId: id,
    scheduleSeq: count,
    chunk: count,
    people: fc.array(person, { maxLength: 5 }),
  };
  expectRoundTrip(allLists.audiences, fc.record(chunk));
  const [full] = fc.sample(
    fc.record({ ...chunk, people: fc.array(person, { minLength: 500, maxLength: 500 }) }),
    1,
  );
  const json = full && allLists.audiences.toFields(full)['PeopleJson'];
  expect(String(json).length).toBeLessThan(longestNote);
});

test('drafts read back as they were typed, and five of the longest fit', () => {
  const texts = fc.constantFrom('件名', '一行目\n"二行目"\\', '😀\u0000', ' ');
  const form = fc.record({ title: texts, proposedContent: texts, officeKind: texts });
  const draft = fc.record({ id, campaignId: words, form, seq: count, savedAt: second });
  const drafts = fc.array(draft, { maxLength: mostDrafts });
  expectRoundTrip(allLists.drafts, fc.record({ personId: id, drafts }));
  expect(mostDrafts * (longestDraft + 1) + 1).toBeLessThan(longestNote);
});
