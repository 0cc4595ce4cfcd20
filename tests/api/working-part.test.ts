import { proposalAnswer } from '../../src/contract/proposal-answers.js';
import { triageItemAnswer } from '../../src/contract/triage-answers.js';
import { after as done } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const number = 'R8-0001';
const reason = '同じ様式についての提案であり、まとめて検討します。';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  await api.have(done(proposalOf('proposer', number), 'begin-review'));
  await api.have(proposalOf('colleague', 'R8-0002'));
});
afterEach(() => api.close());

async function does(act: string, form: Record<string, string>) {
  const path = `/api/proposals/${number}/${act}`;
  const { status, body, text } = await api.call('POST', path, { as: 'secretary', body: { form } });
  expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  const item = triageItemAnswer.parse(body);
  expect(body).toEqual(item);
  return item.working;
}

test('whatever the secretariat notes about a proposal it reads again, without who proposed it', async () => {
  expect(await does('add-note', { note: '所管に電話で確認済み' })).toEqual({
    requests: [],
    links: [],
  });
  const marks = { humanCost: 'small', physicalCost: 'large', rollout: 'possible' };
  const first = { ...marks, startConditions: ['rule-making'] };
  expect(await does('mark-costs', { ...marks, startConditions: 'rule-making' })).toMatchObject({
    marks: first,
  });
  const classification = { category: 'paperless', isDigital: 'non-digital', costNeeded: 'yes' };
  expect(await does('reclassify', { ...classification, reason })).toMatchObject({
    classification: { categoryId: 'paperless', isDigital: false, costNeeded: true },
  });
  const milestones = '2026-12-01｜案をつくる\n2026-11-01｜集まる｜2026-11-02';
  expect(await does('set-priority', { team: '様式見直し班', milestones })).toMatchObject({
    priority: {
      team: '様式見直し班',
      milestones: [
        { title: '集まる', dueOn: '2026-11-01', doneOn: '2026-11-02' },
        { title: '案をつくる', dueOn: '2026-12-01' },
      ],
    },
  });
  const meeting = { meeting: '知事との意見交換会', heldOn: '2027-01-24' };
  expect(await does('invite-to-present', meeting)).toMatchObject({
    presentation: { ...meeting, answer: 'invited' },
  });
  const request = { requestDepartment: 'soumu', requestText: '法令上の支障はありますか。' };
  const { requests } = await does('request-opinion', request);
  expect(requests).toMatchObject([{ departmentId: 'soumu', text: request.requestText }]);
  expect(await does('hide', { hidden: 'yes', reason })).toMatchObject({ hidden: { reason } });
  expect(await does('merge', { mergeInto: 'R8-0002', reason })).toMatchObject({
    mergedInto: 'R8-0002',
  });
  const { text, body } = await api.call('GET', `/api/triage/${number}`, { as: 'secretary' });
  expect(triageItemAnswer.parse(body).working).toMatchObject({ marks, hidden: { reason } });
  expect(text).not.toContain('氏名 proposer');
});

test('who proposed it reads the invitation to present, and nobody else does', async () => {
  const meeting = { meeting: '知事との意見交換会', heldOn: '2027-01-24' };
  await does('invite-to-present', meeting);
  const read = async (as: 'proposer' | 'colleague') =>
    proposalAnswer.parse((await api.call('GET', `/api/proposals/${number}`, { as })).body);
  expect((await read('proposer')).presentation).toEqual({ ...meeting, answer: 'invited' });
  expect(await read('colleague')).not.toHaveProperty('presentation');
});

test.each([
  ['withdraw', 'proposer', 'transition-not-allowed'],
  ['merge', 'secretary', 'merged'],
] as const)('nobody is invited to present what is over: %s', async (act, as, code) => {
  await api.have(proposalOf('proposer', 'R8-0003'));
  const post = (name: string, form: object, who: 'proposer' | 'secretary') =>
    api.call('POST', `/api/proposals/R8-0003/${name}`, { as: who, body: { form } });
  const form = act === 'merge' ? { mergeInto: 'R8-0002', reason } : {};
  expect((await post(act, form, as)).status).toBe(200);
  const meeting = { meeting: '知事との意見交換会', heldOn: '2027-01-24' };
  const { status, body } = await post('invite-to-present', meeting, 'secretary');
  expect([status, body]).toMatchObject([409, { code }]);
});

test('a question that is open, and for which office it was asked, can be read', async () => {
  const [request] = (
    await does('request-opinion', { requestDepartment: 'soumu', requestText: '支障は。' })
  ).requests;
  const asked = { question: '対象の様式はどれですか。', requestId: request?.id ?? '' };
  const { question } = await does('ask-question', asked);
  expect(question).toMatchObject({ text: asked.question, requestId: request?.id });
});
