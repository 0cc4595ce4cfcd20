import { checkDecision, type DecisionForm } from '../../src/domain/decision-form.js';
import { sampleMasters } from '../support/sample-masters.js';

const today = '2026-10-05';
const context = { masters: sampleMasters, today, isHoliday: () => false };
const reason = '廃止の基準を定めれば全庁で見直せます。';
const owner = { ownerDepartment: 'soumu', ownerSection: 'bunsho' };

const forms: Record<string, DecisionForm> = {
  'realise-this-fy': {
    ...owner,
    targetMonth: '2027-03',
    costBasis: '設定を変えるだけで済む。',
    reason,
  },
  'start-this-fy': {
    ...owner,
    startMonth: '2026-12',
    startConditions: 'prior-coordination',
    reason,
  },
  later: {
    ...owner,
    horizon: 'short',
    targetFiscalYear: '2027',
    budgetingState: 'considered',
    reason,
  },
  delegated: {
    ownerDepartment: 'doboku',
    reasonNotOfficeWide: '部局の事務に固有のため。',
    replyDue: '2026-11-04',
    reason,
  },
};

const check = (track: string, changes: DecisionForm = {}) =>
  checkDecision({ track, ...forms[track], ...changes }, context);

function faultsOf(track: string, changes: DecisionForm): readonly string[] {
  const result = check(track, changes);
  if (result.ok || result.refusal.code !== 'invalid-fields') return [];
  return result.refusal.fields.map(({ field, rule }) => `${field} ${rule}`);
}

/** What stands in a decision beside its track, owner and reason. */
function decided(track: string, changes: DecisionForm = {}): object {
  const result = check(track, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { track: _, owner: _owner, reason: _reason, ...particular } = result.value;
  return particular;
}

test('a decision keeps what was filled in for its track, and usual values for what was not', () => {
  expect(decided('realise-this-fy')).toEqual({
    targetMonth: '2027-03',
    costBasis: '設定を変えるだけで済む。',
  });
  expect(decided('start-this-fy', { startConditions: 'rule-making,prior-coordination' })).toEqual({
    startMonth: '2026-12',
    startConditions: ['prior-coordination', 'rule-making'],
  });
  expect(decided('later', { horizon: 'medium', targetFiscalYear: '2029' })).toEqual({
    horizon: 'medium',
    targetFiscalYear: 2029,
    budgeting: { state: 'considered' },
  });
  expect(decided('delegated')).toEqual({
    reasonNotOfficeWide: '部局の事務に固有のため。',
    kind: 'examine',
    replyDue: '2026-11-04',
  });
});

test('a delegation asks for what was chosen, to examine where nothing was', () => {
  expect(decided('delegated', { delegationKind: ' inform ' })).toMatchObject({ kind: 'inform' });
  expect(decided('delegated', { delegationKind: ' ' })).toMatchObject({ kind: 'examine' });
  expect(faultsOf('delegated', { delegationKind: 'order' })).toEqual([
    'delegationKind not-a-choice',
  ]);
});

test('a budget has its amount and its kind, the first budget of the year where none is named', () => {
  const budgeting = (changes: DecisionForm) => decided('later', changes);
  const granted = { budgetingState: 'granted', budgetingAmountYen: '500' };
  expect(budgeting(granted)).toMatchObject({
    budgeting: { state: 'granted', amountYen: 500, kind: 'initial' },
  });
  expect(budgeting({ ...granted, budgetKind: ' supplementary ' })).toMatchObject({
    budgeting: { state: 'granted', amountYen: 500, kind: 'supplementary' },
  });
  const { budgeting: bare } = { budgeting: {}, ...decided('later', { budgetKind: ' ' }) };
  expect(bare).toEqual({ state: 'considered' });
  expect(faultsOf('later', { ...granted, budgetKind: 'magic' })).toEqual([
    'budgetKind not-a-choice',
  ]);
});

test('an amount is missing where money was granted, and lies between one yen and its bound', () => {
  const amount = (budgetingState: string, budgetingAmountYen: string) =>
    faultsOf('later', { budgetingState, budgetingAmountYen }).join();
  expect(amount('granted', ' ')).toBe('budgetingAmountYen required');
  expect(amount('deferred', ' ')).toBe('');
  expect(amount('granted', '0')).toBe('budgetingAmountYen out-of-range');
  expect(amount('granted', '1')).toBe('');
  expect(amount('granted', '99999999999')).toBe('');
  expect(amount('granted', '100000000000')).toBe('budgetingAmountYen out-of-range');
});

test('an office alone owns a delegation where no section is named', () => {
  const result = check('delegated', { ownerSection: ' ' });
  expect(result.ok && result.value.owner).toEqual({ departmentId: 'doboku' });
});

test.each(['realise-this-fy', 'start-this-fy', 'later'])(
  'the track %s names the section that does it',
  (track) => {
    expect(faultsOf(track, { ownerSection: ' ' })).toEqual(['ownerSection required']);
    const result = check(track);
    expect(result.ok && result.value.owner).toEqual({ departmentId: 'soumu', sectionId: 'bunsho' });
  },
);

test.each(Object.keys(forms))('the track %s is decided with its own data', (track) => {
  const result = check(track);
  expect(result.ok && result.value.track).toBe(track);
});

test.each([
  ['realise-this-fy', ['ownerDepartment', 'targetMonth', 'costBasis', 'reason']],
  ['start-this-fy', ['ownerDepartment', 'startMonth', 'startConditions', 'reason']],
  ['later', ['ownerDepartment', 'horizon', 'targetFiscalYear', 'budgetingState', 'reason']],
  ['delegated', ['ownerDepartment', 'reasonNotOfficeWide', 'reason']],
])('the track %s names everything that is missing', (track, fields) => {
  const result = checkDecision({ track }, context);
  const named = result.ok || result.refusal.code !== 'invalid-fields' ? [] : result.refusal.fields;
  expect(named.map((fault) => fault.field)).toEqual(fields);
  expect(named.every((fault) => fault.rule === 'required')).toBe(true);
});

test('without a track nothing else is asked for', () => {
  expect(checkDecision({}, context)).toEqual({
    ok: false,
    refusal: { code: 'invalid-fields', fields: [{ field: 'track', rule: 'required' }] },
  });
});

test('a month of this fiscal year ends with March and does not lie behind', () => {
  expect(faultsOf('realise-this-fy', { targetMonth: '2027-04' })).toEqual([
    'targetMonth not-a-choice',
  ]);
  expect(faultsOf('start-this-fy', { startMonth: '2026-09' })).toEqual(['startMonth not-a-choice']);
  expect(check('start-this-fy', { startMonth: '2026-10' }).ok).toBe(true);
});

test('a section is asked for where the owner must be a section, and belongs to its department', () => {
  expect(faultsOf('later', { ownerSection: '' })).toEqual(['ownerSection required']);
  expect(faultsOf('later', { ownerSection: 'minato' })).toEqual(['ownerSection not-a-choice']);
  expect(check('delegated', { ownerSection: 'minato' }).ok).toBe(true);
});

test('at least one known condition is named for a start', () => {
  expect(faultsOf('start-this-fy', { startConditions: '' })).toEqual(['startConditions required']);
  expect(faultsOf('start-this-fy', { startConditions: 'rule-making,magic' })).toEqual([
    'startConditions not-a-choice',
  ]);
});

test('later years are later, and money asked for has an amount', () => {
  expect(faultsOf('later', { targetFiscalYear: '2026' })).toEqual([
    'targetFiscalYear not-a-choice',
  ]);
  expect(faultsOf('later', { budgetingState: 'requested' })).toEqual([
    'budgetingAmountYen required',
  ]);
  expect(check('later', { budgetingState: 'requested', budgetingAmountYen: '１，０００' }).ok).toBe(
    true,
  );
});

test('a reply is due on a real day ahead', () => {
  for (const [replyDue, rule] of [
    ['2026-10-05', 'too-early'],
    ['2026-02-30', 'not-a-day'],
    ['tomorrow', 'not-a-day'],
    ['2036-10-06', 'too-late'],
  ] as const) {
    expect(faultsOf('delegated', { replyDue })).toEqual([`replyDue ${rule}`]);
  }
  expect(check('delegated', { replyDue: '2036-10-05' }).ok).toBe(true);
});

test('a reply is due twenty working days later where no day is named', () => {
  const result = check('delegated', { replyDue: ' ' });
  expect(result.ok && result.value).toMatchObject({ replyDue: '2026-11-02' });
});

test('a horizon fits the fiscal year that is aimed at', () => {
  const fits = (horizon: string, targetFiscalYear: string) =>
    faultsOf('later', { horizon, targetFiscalYear }).join();
  for (const [horizon, inside, outside] of [
    ['short', ['2027'], ['2028', '2036']],
    ['medium', ['2027', '2029'], ['2030']],
    ['long', ['2030', '2036'], ['2027', '2029']],
  ] as const) {
    for (const year of inside) expect(fits(horizon, year)).toBe('');
    for (const year of outside) expect(fits(horizon, year)).toBe('targetFiscalYear out-of-range');
  }
});

test('a fiscal year that does not fit is refused with the first and the last that do', () => {
  const boundsOf = (horizon: string, targetFiscalYear: string) => {
    const result = check('later', { horizon, targetFiscalYear });
    return !result.ok && result.refusal.code === 'invalid-fields' && result.refusal.fields[0];
  };
  expect(boundsOf('short', '2028')).toMatchObject({ least: 2027, limit: 2027 });
  expect(boundsOf('medium', '2030')).toMatchObject({ least: 2027, limit: 2029 });
  expect(boundsOf('long', '2029')).toMatchObject({ least: 2030, limit: 2036 });
});

test('after the year of a late campaign the present fiscal year is this one', () => {
  const late = { ...context, today: '2027-05-10' };
  const form = { track: 'realise-this-fy', ...forms['realise-this-fy'] };
  expect(checkDecision({ ...form, targetMonth: '2028-03' }, late).ok).toBe(true);
  expect(checkDecision({ ...form, targetMonth: '2027-03' }, late).ok).toBe(false);
});

test('the kind of a budget is kept without an amount, and refused where there is none such', () => {
  const result = check('later', { budgetKind: 'supplementary' });
  expect(result.ok && result.value).toMatchObject({
    budgeting: { state: 'considered', kind: 'supplementary' },
  });
  expect(faultsOf('later', { budgetKind: 'magic' })).toEqual(['budgetKind not-a-choice']);
});

test('a reason has 10 to 500 characters', () => {
  expect(faultsOf('later', { reason: '短い' })).toEqual(['reason too-short']);
  expect(faultsOf('later', { reason: 'あ'.repeat(501) })).toEqual(['reason too-long']);
  expect(check('later', { reason: '𠮷'.repeat(500) }).ok).toBe(true);
});
