import { proposalAnswer } from '../../src/contract/proposal-answers.js';
import { triageAnswer } from '../../src/contract/triage-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { after as done, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const reason = '同じ様式についての提案であり、まとめて検討します。';
const numbers = { own: 'R8-0001', survivor: 'R8-0002', other: 'R8-0003' } as const;
const worker = {
  ...secretaryAct,
  by: { id: '00000000-0000-4000-8000-0000000000b9', name: '担当' },
};
const decided = (proposal: Proposal): Proposal =>
  done(done(proposal, 'begin-review', {}, worker), 'decide-track', sampleDecisionForm, worker);
const asSecretary = { as: 'secretary' as const };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
const survivor = decided(proposalOf('colleague', numbers.survivor));
const own = done(proposalOf('secretary', numbers.own), 'begin-review', {}, worker);

/** Two decided proposals of others, and one of the secretary that somebody else merged; nobody was told of it yet. */
async function have(first = survivor, merged: Proposal = { ...own, mergedInto: first.id }) {
  await api.have(first);
  await api.have(decided(proposalOf('colleague', numbers.other)));
  await api.have(merged);
}
afterEach(() => api.close());

const act = (name: string, form: Record<string, string>, number: string = numbers.survivor) =>
  api.call('POST', `/api/proposals/${number}/${name}`, {
    ...asSecretary,
    body: { form, seq: survivor.trail.length },
  });

describe('a secretary whose idea others merged into another one', () => {
  test('neither decides nor publishes that one, alone or among many', async () => {
    await have();
    for (const [name, form] of [
      ['decide-track', sampleDecisionForm],
      ['publish', {}],
      ['add-note', { note: 'メモ' }],
    ] as const) {
      const { status, body } = await act(name, form);
      expect([name, status, body]).toEqual([
        name,
        403,
        expect.objectContaining({ code: 'conflict-of-interest' }),
      ]);
    }
    const { body, status } = await api.call('POST', '/api/bulk/publish', {
      ...asSecretary,
      body: { items: [numbers.survivor, numbers.other].map((number) => ({ number, seq: 3 })) },
    });
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text.match(/conflict-of-interest/g)).toHaveLength(1);
    expect((await act('publish', {}, numbers.other)).status).toBe(409);
  });

  test('sees of it what is published, as of an own one', async () => {
    await have();
    for (const path of ['', '/reach', '/similar']) {
      const { status, body } = await api.call(
        'GET',
        `/api/triage/${numbers.survivor}${path}`,
        asSecretary,
      );
      expect([path, status, body]).toEqual([
        path,
        403,
        expect.objectContaining({ code: 'conflict-of-interest' }),
      ]);
    }
    const queue = await api.call('GET', '/api/triage', asSecretary);
    const { rows, counts } = triageAnswer.parse(queue.body);
    const row = rows.find(({ number }) => number === numbers.survivor);
    expect(row).toMatchObject({ status: 'reviewing', publication: { state: 'nothing' }, seq: 2 });
    expect(row).not.toHaveProperty('track');
    expect(rows.find(({ number }) => number === numbers.other)).toMatchObject({
      status: 'decided',
      seq: 3,
    });
    expect(counts).toMatchObject({ all: 3, decidedUnpublished: 1 });
    const shown = await api.call('GET', `/api/proposals/${numbers.survivor}`, asSecretary);
    const view = proposalAnswer.parse(shown.body);
    expect(view).toMatchObject({ status: 'reviewing' });
    expect(shown.body).not.toHaveProperty('working');
    expect(shown.text).not.toMatch(/氏名|start-this-fy|"as"/);
  });

  test('still finds it where it is hidden, and finds it in no list of work', async () => {
    await have(done(survivor, 'hide', { hidden: 'yes', reason }, worker));
    const path = `/api/proposals/${numbers.survivor}`;
    expect((await api.call('GET', path, asSecretary)).status).toBe(200);
    expect((await api.call('GET', path, { as: 'proposer' })).status).toBe(404);
    api.later(400 * 86_400_000);
    const { text } = await api.call('GET', '/api/queues/overdue', asSecretary);
    expect(text).toContain(numbers.other);
    expect(text).not.toContain(numbers.survivor);
  });

  test('puts it into no release set', async () => {
    await have();
    const id = '30000000-0000-4000-8000-000000000001';
    const content = { title: '第一次公表', campaign: survivor.campaignId, withProgress: false };
    const made = await api.call('POST', '/api/release-sets', {
      ...asSecretary,
      body: { id, ...content },
    });
    expect(made.status).toBe(200);
    const { status, text } = await api.call('POST', `/api/release-sets/${id}/add`, {
      ...asSecretary,
      body: { seq: 1, proposals: [{ number: numbers.survivor, seq: 3 }], measures: [] },
    });
    expect([status, text]).toEqual([200, expect.stringContaining('conflict-of-interest')]);
    expect(text).toContain('"items":[]');
  });

  test('works on it again when the merge is undone', async () => {
    await have(survivor, own);
    expect((await act('add-note', { note: 'メモ' })).status).toBe(200);
  });
});
