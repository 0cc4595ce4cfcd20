import fc from 'fast-check';
import type { MeasureContent } from '../../../src/domain/measures/measure-content.js';
import { countMeasures, measureRows } from '../../../src/domain/measures/measure-rows.js';
import { inPublishedOrder } from '../../../src/domain/measures/published-measure.js';
import { createMeasure } from '../../../src/domain/measures/write-measure.js';
import { MeasureWorld, rightMeasure } from '../../support/measure-world.js';
import { allowedValue } from '../../support/sample-proposals.js';
import {
  sourceMasters,
  sourceMeasures,
  sourceRows,
  sourceRuleForm,
  sourceRules,
} from '../../support/source-measures.js';

const world = new MeasureWorld();
const made = (id: string, form: Parameters<typeof createMeasure>[1]) =>
  allowedValue(
    createMeasure(id, form, world.actOf('secretary'), {
      ...world.measureContext,
      masters: sourceMasters,
    }),
  );

test('the first wave of the source can be entered: six rows, five measures', () => {
  const measures = sourceMeasures.map((form, index) => made(String(index), form));
  const rows = measureRows(measures, sourceMasters.categories);
  expect(rows.map(({ categoryId, title, isRelisted }) => [categoryId, title, isRelisted])).toEqual(
    sourceRows,
  );
  expect(rows.at(-1)).toMatchObject({ measureId: '0', content: rows[0]?.content });
  expect(countMeasures(rows)).toBe(5);
  expect(measures.map(({ content }) => content.start)).toEqual([
    { precision: 'month', month: '2023-11' },
    { precision: 'day', day: '2023-11-24' },
    { precision: 'month', month: '2023-11' },
    { precision: 'as-appropriate' },
    { precision: 'months', from: '2024-02', to: '2024-03' },
  ]);
});

test('the eleven rules of the source can be entered, the last one without content', () => {
  const rules = sourceRules.map((rule, index) => made(String(index), sourceRuleForm(rule)));
  const rows = measureRows(rules, sourceMasters.categories);
  expect(rows.map(({ categoryId, title, content }) => [categoryId, title, content ?? ''])).toEqual(
    sourceRules,
  );
  expect(rows.at(-1)).not.toHaveProperty('content');
});

const categories = sourceMasters.categories.map(({ id }) => id);
const content = fc
  .record({
    categoryId: fc.constantFrom(...categories, 'unknown'),
    relistings: fc.array(
      fc.constantFrom(...categories).map((categoryId) => ({ categoryId })),
      {
        maxLength: 4,
      },
    ),
  })
  .map((some): MeasureContent => ({ ...made('x', sourceMeasures[1] ?? {}).content, ...some }));

test('a measure is counted once however often it is listed again', () => {
  fc.assert(
    fc.property(fc.array(content), (contents) => {
      const measures = contents.map((each, index) => ({ id: String(index), content: each }));
      const rows = measureRows(measures, sourceMasters.categories);
      const relisted = contents.reduce((all, { relistings }) => all + relistings.length, 0);
      expect(rows).toHaveLength(measures.length + relisted);
      expect(countMeasures(rows)).toBe(measures.length);
      expect(rows.filter(({ isRelisted }) => !isRelisted)).toHaveLength(measures.length);
      const places = rows.map(({ categoryId }) => [...categories, 'unknown'].indexOf(categoryId));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test('what is shown comes in the order of its first publication, without what was withdrawn', () => {
  world.published('b');
  world.published('a', { ...rightMeasure, title: '後から公表した取組' });
  world.published('gone');
  world.create('draft', 'secretary');
  world.act('gone', 'secretary', 'withdraw', { reason: '別の取組にまとめることにした。' });
  world.act('gone', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(inPublishedOrder([...world.measures.values()]).map(({ id }) => id)).toEqual(['b', 'a']);
});
