import type { FieldFault } from '../../../src/domain/field-fault.js';
import type { MeasureContent } from '../../../src/domain/measures/measure-content.js';
import type { MeasureForm } from '../../../src/domain/measures/measure-context.js';
import {
  isHttpsLink,
  type MeasureFormSetting,
  measureLimits,
  readMeasureContent,
} from '../../../src/domain/measures/measure-form.js';
import { rightMeasure, worldMasters } from '../../support/measure-world.js';

const setting: MeasureFormSetting = {
  masters: worldMasters,
  campaigns: [
    { id: 'r8', title: '募集', opensAt: 0, visibility: 'at-once', isSample: true },
    { id: 'r9', title: '次の募集', opensAt: 0, visibility: 'at-once', isSample: true },
  ],
  today: '2026-10-05',
  maySetCampaign: true,
};

function read(changes: MeasureForm = {}, more: Partial<MeasureFormSetting> = {}) {
  const faults: FieldFault[] = [];
  const form = { ...rightMeasure, ...changes };
  const content = readMeasureContent(form, { ...setting, ...more }, faults);
  return { content, faults: faults.map(({ field, rule }) => `${field} ${rule}`) };
}

function written(
  changes: MeasureForm = {},
  more: Partial<MeasureFormSetting> = {},
): MeasureContent {
  const { content, faults } = read(changes, more);
  expect(faults).toEqual([]);
  return content;
}

const faultsOf = (changes: MeasureForm, more: Partial<MeasureFormSetting> = {}) =>
  read(changes, more).faults;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const material = (index: number) => `template|様式${index}|https://example.jp/${index}`;

test('a measure says no more than was written about it', () => {
  expect(written()).toEqual({
    kind: 'scheme',
    title: rightMeasure.title,
    content: rightMeasure.measureContent,
    categoryId: 'paperless',
    owner: { departmentId: 'soumu' },
    start: { precision: 'month', month: '2026-11' },
    rollout: 'office-wide',
    materials: [],
    relistings: [],
  });
});

test('a section owns a measure where one of the department is named', () => {
  expect(written({ ownerSection: ' bunsho ' }).owner).toEqual({
    departmentId: 'soumu',
    sectionId: 'bunsho',
  });
  expect(written({ ownerSection: ' ' }).owner).toEqual({ departmentId: 'soumu' });
  expect(faultsOf({ ownerSection: 'minato' })).toEqual(['ownerSection not-a-choice']);
});

test('an office and a category that have ended stay where they were, and are no choice for others', () => {
  const content = written();
  const sections = [
    ...worldMasters.sections,
    {
      id: 'ended',
      label: '旧課',
      labelEn: 'e',
      order: 9,
      departmentId: 'old-dept',
      validTo: '2026-03-31',
    },
  ];
  const masters = { ...worldMasters, sections };
  const ended = { ownerDepartment: 'old-dept', ownerSection: 'ended', category: 'old' };
  const present = {
    ...content,
    categoryId: 'old',
    owner: { departmentId: 'old-dept', sectionId: 'ended' },
  };
  expect(written(ended, { masters, present }).owner).toEqual(present.owner);
  expect(faultsOf(ended, { masters }).toSorted()).toEqual([
    'category not-a-choice',
    'ownerDepartment not-a-choice',
    'ownerSection not-a-choice',
  ]);
});

test('materials are lines of kind, title and link', () => {
  const typed = ` video ｜ 撮り方 |https://example.jp/v\r\n \nguideline\t手引き\thttps://example.jp/g`;
  expect(written({ materials: typed }).materials).toEqual([
    { kind: 'video', title: '撮り方', link: 'https://example.jp/v' },
    { kind: 'guideline', title: '手引き', link: 'https://example.jp/g' },
  ]);
});

test.each([
  'poster|題名|https://example.jp/',
  'video',
  'video|題名',
  'video||https://example.jp/',
  'video|題名|http://example.jp/',
  'video|題名|https://example.jp/|多い',
  `video|${'あ'.repeat(61)}|https://example.jp/`,
])('%s is no material, and nothing of it is kept', (line) => {
  const { content, faults } = read({ materials: `${line}\n${material(1)}` });
  expect(faults).toEqual(['materials not-a-link']);
  expect(content.materials).toHaveLength(1);
});

test('a title of a material has at most sixty characters', () => {
  expect(faultsOf({ materials: `video|${'あ'.repeat(60)}|https://example.jp/` })).toEqual([]);
});

test('there are at most ten materials, and no endless or unwritable lines of them', () => {
  expect(written({ materials: lines(measureLimits.materials, material) }).materials).toHaveLength(
    10,
  );
  expect(faultsOf({ materials: lines(11, material) })).toEqual(['materials too-many']);
  const longest = ' '.repeat(20_000);
  expect(read({ materials: longest })).toMatchObject({ content: { materials: [] }, faults: [] });
  const { content, faults } = read({ materials: `${longest} ` });
  expect(faults).toEqual(['materials unusable-characters']);
  expect(content.materials).toEqual([]);
  expect(faultsOf({ materials: `${material(1)}\u0007` })).toEqual([
    'materials unusable-characters',
  ]);
});

test('a measure is listed again under other categories, each once, with a title of its own or none', () => {
  expect(written({ relistings: 'work\nenv-duty|職場の環境' }).relistings).toEqual([
    { categoryId: 'work' },
    { categoryId: 'env-duty', title: '職場の環境' },
  ]);
});

test.each([
  'nowhere',
  'paperless',
  '|題名',
  'work\nwork|別の題名',
  'work|題名|多い',
  `work|${'あ'.repeat(61)}`,
  'old',
])('under %j it is not listed again', (relistings) => {
  expect(faultsOf({ relistings })).toEqual(['relistings not-a-choice']);
});

test('a heading that has ended stays where the measure was listed again', () => {
  const present = { ...written(), relistings: [{ categoryId: 'old' }] };
  expect(written({ relistings: 'old' }, { present }).relistings).toEqual([{ categoryId: 'old' }]);
});

test('the wave is one of the first ninety-nine', () => {
  expect(written({ wave: '1' }).wave).toBe(1);
  expect(written({ wave: '99' }).wave).toBe(99);
  expect(faultsOf({ wave: '100' })).toEqual(['wave out-of-range']);
});

test('the secretariat says which campaign a measure came out of', () => {
  expect(written({ campaign: ' r9 ' }).campaignId).toBe('r9');
  expect(written({ campaign: ' ' })).not.toHaveProperty('campaignId');
  expect(faultsOf({ campaign: 'r10' })).toEqual(['campaign not-a-choice']);
});

test('an office leaves the campaign as it is', () => {
  const present = { ...written(), campaignId: 'r8' };
  const office = { maySetCampaign: false, present };
  expect(written({}, office).campaignId).toBe('r8');
  expect(written({ campaign: 'r8' }, office).campaignId).toBe('r8');
  expect(faultsOf({ campaign: 'r9' }, office)).toEqual(['campaign not-a-choice']);
  expect(faultsOf({ campaign: 'r8' }, { maySetCampaign: false })).toEqual([
    'campaign not-a-choice',
  ]);
});

test('a rule stays a rule, and nothing else becomes one', () => {
  const rule = written({ measureKind: 'rule', measureContent: '', startDate: '' });
  expect(rule).not.toHaveProperty('content');
  expect(rule).not.toHaveProperty('start');
  expect(faultsOf({ measureKind: 'trial' }, { present: rule })).toEqual([
    'measureKind not-a-choice',
  ]);
  expect(faultsOf({ measureKind: 'rule' }, { present: written() })).toEqual([
    'measureKind not-a-choice',
  ]);
  expect(written({ measureKind: 'trial' }, { present: written() }).kind).toBe('trial');
});

test('how far it reaches is kept as it was chosen', () => {
  expect(written({ measureRollout: 'some-staff' }).rollout).toBe('some-staff');
});

test.each([
  ['https://example.jp', true],
  ['https://a/', true],
  ['https://example.jp:8443/x?y#z', true],
  ['https://example.jp?q', true],
  [`https://example.jp/${'x'.repeat(481)}`, true],
  [`https://example.jp/${'x'.repeat(482)}`, false],
  ['xhttps://example.jp/', false],
  ['http://example.jp/', false],
  ['https://name@example.jp/', false],
  ['https://.jp/', false],
  ['https://example.jp:/', false],
  ['https://example.jp:123456/', false],
  ['https://example.jp/a b', false],
  ['https://example.jp\\evil', false],
  ['https://', false],
])('%s may be opened: %s', (link, may) => {
  expect(isHttpsLink(link)).toBe(may);
});
