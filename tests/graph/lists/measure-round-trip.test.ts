import fc from 'fast-check';
import { effectSteps } from '../../../src/domain/measures/effect-answer.js';
import type { Measure } from '../../../src/domain/measures/measure.js';
import { withoutOldest } from '../../../src/domain/measures/shorten-measure.js';
import { adoptions } from '../../../src/graph/lists/adoptions.js';
import { casebookRules } from '../../../src/graph/lists/casebook-rules.js';
import { effectAnswers } from '../../../src/graph/lists/effect-answers.js';
import type { Fields, WritableListDefinition } from '../../../src/graph/lists/list-definition.js';
import { measures } from '../../../src/graph/lists/measures.js';
import { lives, startingWorld, steps } from '../../support/measure-steps.js';
import { MeasureWorld, rightMeasure, rightRule } from '../../support/measure-world.js';

/** What SharePoint gives back: empty columns are absent. */
const asRead = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const listOf = ({ content }: Measure): WritableListDefinition<Measure> =>
  content.kind === 'rule' ? casebookRules : measures;

test('every measure reads back as it was written, whatever was done with it', () => {
  fc.assert(
    fc.property(lives, (taken) => {
      const world = startingWorld();
      for (const each of taken) steps[each.what]?.(world, each);
      for (const measure of world.measures.values()) {
        const list = listOf(measure);
        const fields = list.toFields(measure);
        expect(list.fromFields(asRead(fields), '1')).toEqual(measure);
        expect(list.holds(measure, measure)).toBe(true);
        const known = new Set(['Title', ...list.columns.map(({ name }) => name)]);
        expect(Object.keys(fields).filter((name) => !known.has(name))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('every answer about an effect reads back as it was written', () => {
  const whole = fc.nat(8_784);
  const answer = fc.record(
    {
      measureId: fc.uuid(),
      personId: fc.uuid(),
      felt: fc.constantFrom(...effectSteps),
      answeredAt: fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000),
      hours: whole,
      yen: whole,
      text: fc.constantFrom('速い。', '一行目\n二行目'),
    },
    { requiredKeys: ['measureId', 'personId', 'felt', 'answeredAt'] },
  );
  fc.assert(
    fc.property(answer, (value) => {
      expect(effectAnswers.fromFields(asRead(effectAnswers.toFields(value)), '1')).toEqual(value);
      expect(effectAnswers.holds(value, value)).toBe(true);
      expect(effectAnswers.holds(value, { ...value, answeredAt: 1_000 })).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('every answer of a department about a rule reads back as it was written', () => {
  const answer = fc.record(
    {
      measureId: fc.uuid(),
      departmentId: fc.constantFrom('soumu', 'doboku'),
      adopted: fc.boolean(),
      by: fc.record({ id: fc.uuid(), name: fc.constantFrom('若芽 つむぎ', '木洩日 あおい') }),
      at: fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000),
      note: fc.constantFrom('窓口では難しい。', '一行目\n二行目'),
    },
    { requiredKeys: ['measureId', 'departmentId', 'adopted', 'by', 'at'] },
  );
  fc.assert(
    fc.property(answer, (value) => {
      expect(adoptions.fromFields(asRead(adoptions.toFields(value)), '1')).toEqual(value);
      expect(adoptions.holds(value, value)).toBe(true);
      expect(adoptions.holds(value, { ...value, adopted: !value.adopted })).toBe(false);
    }),
    { numRuns: 100 },
  );
});

function published(form = rightMeasure): Measure {
  const world = new MeasureWorld();
  world.published('m', {
    ...form,
    wave: '1',
    materials: 'video|撮影|https://example.jp/v',
    relistings: 'env-duty|服装',
  });
  return world.measure('m');
}

const fieldsOf = (measure: Measure, changes: Fields): Fields =>
  asRead({ ...listOf(measure).toFields(measure), ...changes });

test('people find in the list itself what the measure says', () => {
  expect(measures.toFields(published())).toMatchObject({
    Title: rightMeasure.title,
    Kind: 'scheme',
    Standing: 'published',
    StartDate: '2026-11',
    Wave: 1,
    Materials: '撮影 https://example.jp/v',
    Relistings: 'env-duty 服装',
    PublishedVersion: 1,
    TrailText: [
      `1. R8.10.5 10:00 木洩日 あおい: 作成 ${rightMeasure.title}`,
      '2. R8.10.5 10:00 木洩日 あおい: 公表の手続（R8.10.5 10:00）',
      '3. R8.10.5 10:00 Mebuki: 公表',
    ].join('\n'),
  });
});

test.each<[string, Fields]>([
  ['MeasureId', { MeasureId: 'other' }],
  ['Kind', { Kind: 'trial' }],
  ['Standing', { Standing: 'draft' }],
  ['PublishedVersion', { PublishedVersion: 2 }],
  ['PublishedVersion', { PublishedVersion: null }],
  ['TrailJson', { TrailJson: '{' }],
  ['TrailJson', { TrailJson: null }],
  ['TrailJson', { TrailJson: '[]' }],
])('a measure whose %s was changed by hand is refused by name', (column, changes) => {
  expect(() => measures.fromFields(fieldsOf(published(), changes), '7')).toThrow(
    new RegExp(`^MebukiMeasures, item 7, column ${column}: `),
  );
});

test('a measure whose oldest entries are archived reads back as it was written, and says where they are', () => {
  fc.assert(
    fc.property(lives, fc.nat(), (taken, cut) => {
      const world = startingWorld();
      for (const each of taken) steps[each.what]?.(world, each);
      for (const measure of world.measures.values()) {
        const { length } = measure.trail;
        if (length === 1) continue;
        const short = withoutOldest(measure, 1 + (cut % (length - 1)));
        const fields = listOf(short).toFields(short);
        expect(listOf(short).fromFields(asRead(fields), '1')).toEqual(short);
        expect(String(fields['TrailText'])).toMatch(
          /^（1から\d+までの経過は「芽吹き 取組の経過の続き」/,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('what the archived entries came to is not believed where it does not fit the trail', () => {
  const short = withoutOldest(published(), 1);
  const EarlierJson = JSON.stringify({ ...short.earlier, through: 2 });
  for (const changes of [{ EarlierJson }, { EarlierJson: null }, { EarlierJson: '{}' }]) {
    expect(() => measures.fromFields(fieldsOf(short, changes), '7')).toThrow(
      /MebukiMeasures, item 7/,
    );
  }
});

test('a trail that no longer fits its column is not written', () => {
  const measure = published();
  const [first, ...later] = measure.trail;
  const by = { id: 'x', name: '名'.repeat(64_000) };
  const full = { ...measure, trail: first ? [{ ...first, by }, ...later] : [] };
  expect(() => measures.toFields(full)).toThrow('is full');
});

test('a trail with a gap or a member of a newer version is refused', () => {
  const { trail } = published();
  const gap = JSON.stringify([trail[0], trail[2]]);
  const newer = JSON.stringify([{ ...trail[0], mood: 'good' }, ...trail.slice(1)]);
  for (const TrailJson of [gap, newer]) {
    expect(() => measures.fromFields(fieldsOf(published(), { TrailJson }), '7')).toThrow(
      /TrailJson/,
    );
  }
});

test('a rule lies in the list of rules, and nothing else does', () => {
  const rule = published(rightRule);
  expect(casebookRules.fromFields(asRead(casebookRules.toFields(rule)), '1')).toEqual(rule);
  expect(() => measures.fromFields(asRead(measures.toFields(rule)), '1')).toThrow(/other list/);
  const scheme = published();
  expect(() => casebookRules.fromFields(asRead(measures.toFields(scheme)), '1')).toThrow(
    /other list/,
  );
});
