import { thesaurusOn } from '../../src/domain/thesaurus.js';

const shipped = [
  { id: 'stamp', terms: ['押印', 'はんこ'] },
  { id: 'paper', terms: ['紙', 'ペーパー'] },
];

test('the office’s own row stands for the shipped entry of its id, on its days', () => {
  const rows = [{ id: 'stamp', terms: ['押印', '認印'], validFrom: '2026-10-01' }];
  expect(thesaurusOn(shipped, rows, '2026-10-01')).toEqual([
    shipped[1],
    { id: 'stamp', terms: ['押印', '認印'] },
  ]);
  // Before its day the shipped entry is not there either: the office took it over.
  expect(thesaurusOn(shipped, rows, '2026-09-30')).toEqual([shipped[1]]);
});

test('an office without rows has the shipped thesaurus', () => {
  expect(thesaurusOn(shipped, [], '2026-10-01')).toEqual(shipped);
});
