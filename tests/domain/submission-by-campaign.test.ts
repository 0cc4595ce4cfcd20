import type { Campaign } from '../../src/domain/campaign.js';
import { checkSubmission, type SubmissionForm } from '../../src/domain/submission-form.js';
import { sampleMasters } from '../support/sample-masters.js';

const form: SubmissionForm = {
  title: '押印を求める庁内様式の全廃',
  currentProblem: '認印の欄が残っている。',
  proposedContent: '様式を総点検する。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  department: 'doboku',
  jobGrade: 'shunin',
};
const theme = (id: string) => ({ id, label: id, labelEn: id });

function check(settings: Partial<Campaign>, changes: Partial<SubmissionForm> = {}) {
  const campaign: Campaign = {
    id: 'r8',
    title: '募集',
    opensAt: 0,
    visibility: 'at-once',
    isSample: true,
    ...settings,
  };
  return checkSubmission({ ...form, ...changes }, sampleMasters, '2026-10-05', campaign);
}

function faultsOf(result: ReturnType<typeof check>): readonly string[] {
  if (result.ok) return [];
  return result.refusal.code === 'invalid-fields'
    ? result.refusal.fields.map(({ field, rule }) => `${field} ${rule}`)
    : [result.refusal.code];
}

test('a campaign demands what it says, and nothing else is demanded', () => {
  const demanded = check({
    requiredFields: [
      'expectedEffect',
      'effectHoursPerYear',
      'effectYenPerYear',
      'costEstimateYen',
      'scopeHint',
      'section',
    ],
  });
  expect(faultsOf(demanded)).toEqual([
    'expectedEffect required',
    'effectHoursPerYear required',
    'effectYenPerYear required',
    'scopeHint required',
    'section required',
  ]);
  expect(faultsOf(check({}))).toEqual([]);
});

test('an estimate is demanded only where there is a cost', () => {
  const settings: Partial<Campaign> = { requiredFields: ['costEstimateYen'] };
  expect(faultsOf(check(settings))).toEqual([]);
  expect(faultsOf(check(settings, { costNeeded: 'yes' }))).toEqual(['costEstimateYen required']);
  expect(faultsOf(check(settings, { costNeeded: 'yes', costEstimateYen: '100' }))).toEqual([]);
});

test('a section is demanded only of a department that has some', () => {
  const masters = { ...sampleMasters, sections: [] };
  const campaign: Campaign = {
    id: 'r8',
    title: '募集',
    opensAt: 0,
    visibility: 'at-once',
    isSample: true,
    requiredFields: ['section'],
  };
  expect(checkSubmission(form, masters, '2026-10-05', campaign).ok).toBe(true);
  // One of another department is none of its own.
  const ofAnother = { ...sampleMasters, sections: sampleMasters.sections.slice(0, 1) };
  expect(checkSubmission(form, ofAnother, '2026-10-05', campaign).ok).toBe(true);
});

test('what is left blank is missing where it is demanded', () => {
  const settings: Partial<Campaign> = { requiredFields: ['effectHoursPerYear', 'section'] };
  const blank = { effectHoursPerYear: ' ', section: '　' };
  expect(faultsOf(check(settings, blank))).toEqual([
    'effectHoursPerYear required',
    'section required',
  ]);
});

test('one theme is understood, several are a choice, a closed one is none', () => {
  const one = check({ themes: [theme('paper')] });
  expect(one.ok && one.value.content.themeId).toBe('paper');
  const themes = [theme('paper'), theme('ai'), { ...theme('old'), isClosed: true }];
  expect(faultsOf(check({ themes }))).toEqual(['theme required']);
  expect(faultsOf(check({ themes }, { theme: 'old' }))).toEqual(['theme not-a-choice']);
  const chosen = check({ themes }, { theme: 'ai' });
  expect(chosen.ok && chosen.value.content.themeId).toBe('ai');
  const none = check({}, { theme: 'ai' });
  expect(none.ok && 'themeId' in none.value.content).toBe(false);
});

test('who is of another department than the campaign is for is told so', () => {
  expect(faultsOf(check({ targetDepartments: ['soumu'] }))).toEqual(['not-addressed']);
  expect(faultsOf(check({ targetDepartments: ['soumu', 'doboku'] }))).toEqual([]);
  // What is wrong in the form comes first.
  expect(faultsOf(check({ targetDepartments: ['soumu'] }, { title: '' }))).toEqual([
    'title required',
  ]);
});
