import fc from 'fast-check';
import type { FieldFault } from '../../src/domain/field-fault.js';
import { checkSubmission, type SubmissionForm } from '../../src/domain/submission-form.js';
import { countGraphemes, tidyLine, tidyText } from '../../src/domain/written-text.js';
import { sampleMasters } from '../support/sample-masters.js';

const today = '2026-10-05';

const good: SubmissionForm = {
  title: '押印を求める庁内様式の全廃',
  currentProblem: '認印の欄が残っている。',
  proposedContent: '様式を総点検する。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  department: 'doboku',
  section: 'minato',
  jobGrade: 'shunin',
};

const check = (changes: Partial<SubmissionForm>) =>
  checkSubmission({ ...good, ...changes }, sampleMasters, today);

function faultsOf(changes: Partial<SubmissionForm>): readonly FieldFault[] {
  const result = check(changes);
  if (result.ok || result.refusal.code !== 'invalid-fields') return [];
  return result.refusal.fields;
}

test('a form with the few required fields is accepted with honest defaults', () => {
  const result = check({});
  expect(result.ok && result.value.content).toEqual({
    title: good.title,
    currentProblem: good.currentProblem,
    proposedContent: good.proposedContent,
    categoryId: 'paperless',
    isDigital: false,
    cost: { needed: false },
    scopeHint: 'unknown',
    namePublication: false,
  });
});

test('every fault is named at once', () => {
  const fields = faultsOf({ title: '', category: '', isDigital: '', costNeeded: 'maybe' });
  expect(fields.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'title required',
    'category required',
    'isDigital required',
    'costNeeded not-a-choice',
  ]);
});

test.each(['', '   ', '　　', '\u200B\u2060', '\n\n', '\uFEFF'])(
  'a title that looks empty is empty: %j',
  (title) => {
    expect(faultsOf({ title })).toEqual([{ field: 'title', rule: 'required', limit: 60 }]);
  },
);

test('length is counted in characters as people see them', () => {
  expect(countGraphemes('𠮷野家')).toBe(3);
  expect(countGraphemes('👨‍👩‍👧‍👦')).toBe(1);
  expect(countGraphemes('邉󠄀')).toBe(1);
  expect(faultsOf({ title: '𠮷'.repeat(60) })).toEqual([]);
  expect(faultsOf({ title: '𠮷'.repeat(61) })).toEqual([
    { field: 'title', rule: 'too-long', limit: 60 },
  ]);
  expect(faultsOf({ title: '👨‍👩‍👧‍👦'.repeat(60) })).toEqual([]);
});

test('a text far too long is refused without being walked', () => {
  expect(faultsOf({ proposedContent: 'あ'.repeat(1_000_000) })).toEqual([
    { field: 'proposedContent', rule: 'too-long', limit: 2000 },
  ]);
});

test.each(['\uD800', '\u0000', 'a\u001Bb', '\uFFFE'])(
  'characters no one can write are refused: %j',
  (text) => {
    expect(faultsOf({ currentProblem: `前${text}後` })[0]?.rule).toBe('unusable-characters');
  },
);

test('a title keeps to one line and loses what turns its direction', () => {
  expect(faultsOf({ title: '一行目\n二行目' })).toEqual([{ field: 'title', rule: 'line-break' }]);
  expect(tidyLine('abc\u202Etxt.exe')).toBe('abctxt.exe');
  expect(tidyLine('👨‍👩‍👧')).toBe('👨‍👩‍👧');
});

test('texts are stored as typed but for line ends and blanks around, and never folded in width', () => {
  expect(tidyText('　㈱ＡＩ～ \r\n二行目 \r\n')).toBe('㈱ＡＩ～\n二行目');
  expect(tidyText('が'.normalize('NFD'))).toBe('が'.normalize('NFC'));
});

test('amounts are read in full width and with separators, and bounded', () => {
  const cost = (costEstimateYen: string) => check({ costNeeded: 'yes', costEstimateYen });
  const amount = cost('６００，０００円');
  expect(amount.ok && amount.value.content.cost).toEqual({ needed: true, estimateYen: 600000 });
  const unknown = cost('');
  expect(unknown.ok && unknown.value.content.cost).toEqual({ needed: true });
  expect(faultsOf({ costNeeded: 'yes', costEstimateYen: '1e9' })[0]?.rule).toBe('not-a-number');
  expect(faultsOf({ costNeeded: 'yes', costEstimateYen: '0' })[0]?.rule).toBe('out-of-range');
  expect(faultsOf({ costNeeded: 'yes', costEstimateYen: '99999999999999' })[0]?.rule).toBe(
    'out-of-range',
  );
});

test('only entries valid today may be chosen, and a section only of its department', () => {
  expect(faultsOf({ category: 'old' })).toEqual([{ field: 'category', rule: 'not-a-choice' }]);
  expect(faultsOf({ section: 'bunsho' })).toEqual([{ field: 'section', rule: 'not-a-choice' }]);
  expect(faultsOf({ department: 'old-dept', section: '' })).toEqual([
    { field: 'department', rule: 'not-a-choice' },
  ]);
  expect(faultsOf({ section: '' })).toEqual([]);
});

test('whatever is typed, the check answers, and what it accepts it accepts again unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, currentProblem) => {
      const result = check({ title, currentProblem });
      if (!result.ok) return;
      const again = check({
        title: result.value.content.title,
        currentProblem: result.value.content.currentProblem,
      });
      expect(again).toEqual(result);
    }),
  );
});

const contentOf = (changes: Partial<SubmissionForm>) => {
  const result = check(changes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.content;
};

test('an expected effect is kept in words, hours and yen, each only where it was written', () => {
  const effects = ['expectedEffect', 'effectHoursPerYear', 'effectYenPerYear'];
  const filled = {
    expectedEffect: '待ち時間が減る。',
    effectHoursPerYear: '1,200',
    effectYenPerYear: '0',
  };
  expect(contentOf(filled)).toMatchObject({
    expectedEffect: '待ち時間が減る。',
    effectHoursPerYear: 1200,
    effectYenPerYear: 0,
  });
  const blank = contentOf({ expectedEffect: ' ', effectHoursPerYear: '', effectYenPerYear: ' ' });
  expect(effects.filter((effect) => effect in blank)).toEqual([]);
});

test.each([
  ['effectHoursPerYear', 0, 9_999_999],
  ['effectYenPerYear', 0, 9_999_999_999],
  ['costEstimateYen', 1, 99_999_999_999],
] as const)('%s lies between %i and %i', (field, least, most) => {
  const fault = { field, rule: 'out-of-range', least, limit: most };
  for (const bound of [least, most]) {
    expect(faultsOf({ costNeeded: 'yes', [field]: String(bound) })).toEqual([]);
  }
  expect(faultsOf({ costNeeded: 'yes', [field]: String(most + 1) })).toEqual([fault]);
});

test.each([
  ['currentProblem', 1000],
  ['proposedContent', 2000],
  ['expectedEffect', 1000],
] as const)('%s is of at most %i characters', (field, limit) => {
  expect(faultsOf({ [field]: 'あ'.repeat(limit) })).toEqual([]);
  expect(faultsOf({ [field]: 'あ'.repeat(limit + 1) })).toEqual([
    { field, rule: 'too-long', limit },
  ]);
});

test('what was chosen is what is stored', () => {
  expect(
    contentOf({ isDigital: 'digital', scopeHint: 'office-wide', namePublication: 'yes' }),
  ).toMatchObject({
    isDigital: true,
    scopeHint: 'office-wide',
    namePublication: true,
  });
  expect(contentOf({ namePublication: 'no' }).namePublication).toBe(false);
  expect(faultsOf({ namePublication: 'maybe', scopeHint: 'galaxy' })).toEqual([
    { field: 'scopeHint', rule: 'not-a-choice' },
    { field: 'namePublication', rule: 'not-a-choice' },
  ]);
});

test('an estimate without a cost is not kept', () => {
  expect(contentOf({ costNeeded: 'no', costEstimateYen: '500' }).cost).toEqual({ needed: false });
});

test('where somebody works is kept as it was filled in, a blank section as none', () => {
  const profileOf = (changes: Partial<SubmissionForm>) => {
    const result = check(changes);
    return result.ok ? result.value.profile : undefined;
  };
  const profile = { departmentId: 'doboku', gradeId: 'shunin', officeKind: 'head-office' };
  expect(profileOf({})).toEqual({ ...profile, sectionId: 'minato' });
  expect(profileOf({ section: '　' })).toEqual(profile);
  expect(profileOf({ section: '', officeKind: 'branch' })).toEqual({
    ...profile,
    officeKind: 'branch',
  });
});
