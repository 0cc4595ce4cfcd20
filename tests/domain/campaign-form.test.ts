import type { Campaign } from '../../src/domain/campaign.js';
import { demandableFields } from '../../src/domain/campaign.js';
import { formOf } from '../../src/domain/campaign-form.js';
import { checkSubmission } from '../../src/domain/submission-form.js';
import { sampleMasters } from '../support/sample-masters.js';

const today = '2026-10-05';
const plain: Campaign = {
  id: 'r8',
  title: '募集',
  opensAt: 0,
  visibility: 'at-once',
  isSample: true,
};
const form = (changes: Partial<Campaign> = {}) =>
  formOf({ ...plain, ...changes }, sampleMasters, today);
const theme = (id: string) => ({ id, label: id, labelEn: id });

/** Ids of what can be chosen in a field, or its longest text. */
const boundsOf = (changes: Partial<Campaign> = {}) =>
  Object.fromEntries(
    form(changes).flatMap(({ field, most, choices }) => {
      const bound = choices ? choices.map(({ id }) => id) : most;
      return bound === undefined ? [] : [[field, bound]];
    }),
  );

test('a form asks in one order, for what was thought of before who thought of it', () => {
  expect(form().map(({ field }) => field)).toEqual([
    'title',
    'currentProblem',
    'proposedContent',
    'category',
    'isDigital',
    'costNeeded',
    'costEstimateYen',
    'expectedEffect',
    'effectHoursPerYear',
    'effectYenPerYear',
    'scopeHint',
    'namePublication',
    'department',
    'section',
    'jobGrade',
  ]);
});

test('what is marked as required is what an empty form is refused for', () => {
  const refused = checkSubmission({}, sampleMasters, today, plain);
  const missing =
    refused.ok || refused.refusal.code !== 'invalid-fields' ? [] : refused.refusal.fields;
  const required = form().filter(({ isRequired }) => isRequired);
  expect(required.map(({ field }) => field)).toEqual(missing.map(({ field }) => field));
});

test('what a campaign demands is marked as required, and nobody’s name ever', () => {
  const optional = form({ requiredFields: demandableFields }).filter((each) => !each.isRequired);
  expect(optional.map(({ field }) => field)).toEqual(['namePublication']);
});

test('choices are those that are valid, texts as long as the check allows', () => {
  expect(boundsOf()).toEqual({
    title: 60,
    currentProblem: 1000,
    proposedContent: 2000,
    expectedEffect: 1000,
    category: ['paperless'],
    department: ['soumu', 'doboku'],
    jobGrade: ['shunin'],
  });
});

test('a campaign for some departments offers only those', () => {
  expect(boundsOf({ targetDepartments: ['doboku'] })['department']).toEqual(['doboku']);
  expect(boundsOf({ targetDepartments: [] })['department']).toEqual(['soumu', 'doboku']);
});

test('themes are asked for where there are several open ones', () => {
  expect(boundsOf({ themes: [theme('paper')] })).not.toHaveProperty('theme');
  const themes = [theme('paper'), theme('ai'), { ...theme('old'), isClosed: true }];
  expect(boundsOf({ themes })['theme']).toEqual(['paper', 'ai']);
  expect(form({ themes })[0]).toMatchObject({ field: 'theme', isRequired: true });
});
