import { suggestionAnswer } from '../../src/contract/similar-answers.js';
import { after as done, sampleContext, secretaryAct } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
afterEach(() => api.close());

describe('the suggested track', () => {
  const id = '30000000-0000-4000-8000-000000000001';

  async function suggestion() {
    const { status, body, text } = await api.call('GET', '/api/triage/R8-0001/suggestion', {
      as: 'secretary',
    });
    expect(status).toBe(200);
    expect(text).not.toContain('氏名');
    return suggestionAnswer.parse(body);
  }

  beforeEach(async () => {
    api = await openApi();
    await api.have(done(proposalOf('owner', 'R8-0001'), 'begin-review'));
    await api.have(proposalOf('proposer', 'R8-0002'));
  });

  const mark = (humanCost: string, physicalCost: string, startConditions = '') =>
    api.call('POST', '/api/proposals/R8-0001/mark-costs', {
      as: 'secretary',
      body: { form: { humanCost, physicalCost, rollout: 'possible', startConditions } },
    });

  test('is none before the roll-out is noted, and says so', async () => {
    expect(await suggestion()).toEqual({
      suggestion: {
        unknown: ['rollout'],
        inputs: { humanCost: 'unknown', physicalCost: 'unknown', groupShare: 0 },
      },
      says: '水平展開が分からないため、推奨はありません。分かったら記入してください。',
      groupShare: 0,
      strongConcernPercent: 5,
    });
  });

  test('follows the notes and how heavy the issue group is, and says what it looked at', async () => {
    await mark('medium', 'large', 'rule-making');
    const inputs = { humanCost: 'medium', physicalCost: 'large', rollout: 'possible' };
    expect(await suggestion()).toMatchObject({
      suggestion: { track: 'later', inputs: { ...inputs, groupShare: 0 } },
    });
    const items = [{ number: 'R8-0001' }];
    await api.call('POST', '/api/issue-groups', {
      as: 'secretary',
      body: { id, form: { issueGroupLabel: 'BYOD' }, items },
    });
    expect(await suggestion()).toMatchObject({
      suggestion: {
        track: 'start-this-fy',
        inputs: { ...inputs, startConditions: ['rule-making'], groupShare: 50 },
      },
      says: expect.stringContaining('先に必要な準備（ルールづくり）があるため'),
      group: { id, proposals: 1, supporters: 0, sharePercent: 50 },
      groupShare: 50,
    });
  });

  test('is none for a heavy issue group while it is not known what it costs', async () => {
    await mark('unknown', 'small', 'none');
    await api.call('POST', '/api/issue-groups', {
      as: 'secretary',
      body: { id, form: { issueGroupLabel: 'BYOD' }, items: [{ number: 'R8-0001' }] },
    });
    expect(await suggestion()).toMatchObject({
      suggestion: { unknown: ['humanCost'], inputs: { startConditions: [], groupShare: 50 } },
      says: expect.stringContaining('人的コストが分からないため、推奨はありません'),
    });
  });

  test('is kept with its inputs in the trail when a person decides', async () => {
    await mark('medium', 'large', 'rule-making');
    const items = [{ number: 'R8-0001' }];
    await api.call('POST', '/api/issue-groups', {
      as: 'secretary',
      body: { id, form: { issueGroupLabel: 'BYOD' }, items },
    });
    await api.call('POST', '/api/proposals/R8-0001/decide-track', {
      as: 'secretary',
      body: {
        form: {
          track: 'later',
          ownerDepartment: 'soumu',
          ownerSection: 'bunsho',
          horizon: 'short',
          targetFiscalYear: '2027',
          budgetingState: 'not-needed',
          reason: '次の年度に準備を整えてから全庁で始めます。',
        },
      },
    });
    const entry = api.register.proposalByNumber('R8-0001')?.value.trail.at(-1);
    expect(entry).toMatchObject({
      kind: 'track-decided',
      decision: { track: 'later' },
      suggestion: {
        track: 'start-this-fy',
        inputs: {
          humanCost: 'medium',
          physicalCost: 'large',
          rollout: 'possible',
          startConditions: ['rule-making'],
          groupShare: 50,
        },
      },
    });
  });

  test('outside of any group counts a share of nothing', () => {
    const marked = done(done(proposalOf('owner', 'R8-0001'), 'begin-review'), 'mark-costs', {
      humanCost: 'large',
      physicalCost: 'large',
      rollout: 'possible',
      startConditions: 'other',
    });
    const form = {
      track: 'later',
      ownerDepartment: 'soumu',
      ownerSection: 'bunsho',
      horizon: 'short',
      targetFiscalYear: '2027',
      budgetingState: 'not-needed',
      reason: '次の年度に準備を整えてから全庁で始めます。',
    };
    const heavy = { ...sampleContext, issueGroupShare: () => 5 };
    const suggested = (context: typeof sampleContext) =>
      done(marked, 'decide-track', form, secretaryAct, context).trail.at(-1);
    expect(suggested(sampleContext)).toMatchObject({ suggestion: { track: 'later' } });
    expect(suggested(heavy)).toMatchObject({ suggestion: { track: 'start-this-fy' } });
  });
});
