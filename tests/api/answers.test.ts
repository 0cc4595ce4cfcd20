import type { z } from 'zod';
import { routes } from '../../src/api/routes.js';
import { mastersAnswer, meAnswer, refusalAnswer } from '../../src/contract/common-answers.js';
import { myProposalsAnswer, proposalAnswer } from '../../src/contract/proposal-answers.js';
import {
  bulkTriageAnswer,
  reachAnswer,
  triageAnswer,
  triageItemAnswer,
} from '../../src/contract/triage-answers.js';
import { sampleNow } from '../support/sample-proposals.js';
import type { PersonName } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const decision = {
  track: 'start-this-fy',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  startMonth: '2026-12',
  startConditions: 'prior-coordination,rule-making',
  reason: '法令に根拠のない押印欄は、廃止の基準を定めれば見直せます。',
};

const number = 'R8-0001';
const at = `/api/triage/${number}`;
const acts = `/api/proposals/${number}`;
const many = (...numbers: readonly string[]) => ({
  items: numbers.map((each) => ({ number: each })),
});
let api: ApiUnderTest;

beforeEach(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', number));
});
afterEach(() => api.close());

/** A value of exactly a shape: nothing missing, nothing that the contract does not name. */
function exactly<S extends z.ZodType>(shape: S, body: unknown): z.infer<S> {
  const value = shape.parse(body);
  expect(body).toEqual(value);
  return value;
}

async function read<S extends z.ZodType>(shape: S, path: string, as: PersonName) {
  const { status, body } = await api.call('GET', path, { as });
  expect(status).toBe(200);
  return exactly(shape, body);
}

async function act(path: string, body: object) {
  const answer = await api.call('POST', path, { as: 'secretary', body });
  expect(answer.status).toBe(200);
  return answer.body;
}

const beginReview = () => act('/api/bulk/begin-review', many(number));
const decide = async (seq = 2, form: object = decision) =>
  exactly(triageItemAnswer, await act(`${acts}/decide-track`, { seq, form }));
const publish = async (seq: number) =>
  exactly(triageItemAnswer, await act(`${acts}/publish`, { seq }));

/** Every body that a person without a role can get, from every route of the table. */
async function staffBodies(): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (const as of ['proposer', 'colleague', 'owner', 'executive'] as const) {
    for (const { method, path } of routes.filter(({ guard }) => guard !== 'bot-channel')) {
      if (path.startsWith('/tabs/')) continue;
      const body = method === 'POST' ? { body: {} } : {};
      const answer = await api.call(method, path.replace(':number', number), { as, ...body });
      bodies.push(`${as} ${path} ${answer.status} ${answer.text}`);
    }
  }
  return bodies;
}

describe('what everyone reads', () => {
  test('carries the time of the product, a refusal too', async () => {
    for (const path of ['/api/me', '/api/proposals/R8-0999', '/api/unknown']) {
      for (const instant of [sampleNow, sampleNow + 3_600_000]) {
        api.at(instant);
        const { headers } = await api.call('GET', path, { as: 'colleague' });
        expect(headers.get('Date')).toBe(new Date(instant).toUTCString());
      }
    }
  });

  test('who one is and which roles one has', async () => {
    expect(await read(meAnswer, '/api/me', 'secretary')).toEqual({
      personId: '00000000-0000-4000-8000-0000000000bb',
      name: 'secretary',
      roles: ['secretariat'],
      departments: [],
    });
  });

  test('the masters of today and the dates a decision may use', async () => {
    const masters = await read(mastersAnswer, '/api/masters', 'colleague');
    expect(masters.departments.map(({ id }) => id).sort()).toEqual(['doboku', 'soumu']);
    expect(masters.categories.map(({ id }) => id)).toEqual(['paperless']);
    expect(masters.monthsThisFiscalYear).toEqual(
      ['10', '11', '12'].map((month) => `2026-${month}`).concat(['2027-01', '2027-02', '2027-03']),
    );
    expect(masters.laterFiscalYears[0]).toBe(2027);
    // 20 working days after Monday 5 October, past スポーツの日 and 文化の日.
    expect(masters.defaultReplyDue).toBe('2026-11-04');
  });

  test('the masters no longer valid today keep their names for what was decided with them', async () => {
    const { notValidToday } = await read(mastersAnswer, '/api/masters', 'colleague');
    expect(notValidToday).toEqual({
      departments: [{ id: 'old-dept', label: '旧部', labelEn: 'old-dept' }],
      sections: [],
      categories: [{ id: 'old', label: '旧カテゴリ', labelEn: 'old' }],
      jobGrades: [],
    });
  });

  test('a master is of today until its last day in Tokyo is over', async () => {
    const placeOf = async (instant: string) => {
      api.at(Date.parse(instant));
      const { departments, notValidToday } = await read(mastersAnswer, '/api/masters', 'colleague');
      const isOld = ({ id }: { id: string }) => id === 'old-dept';
      return [departments.some(isOld), notValidToday.departments.some(isOld)];
    };
    expect(await placeOf('2026-03-31T23:59:59+09:00')).toEqual([true, false]);
    expect(await placeOf('2026-04-01T00:00:00+09:00')).toEqual([false, true]);
  });

  test('own proposals, newest number first, and the open campaign', async () => {
    await api.have(proposalOf('proposer', 'R8-0002'));
    await api.have(proposalOf('colleague', 'R8-0003'));
    const mine = await read(myProposalsAnswer, '/api/my-proposals', 'proposer');
    expect(mine.proposals.map((each) => each.number)).toEqual(['R8-0002', 'R8-0001']);
    expect(mine.campaign).toMatchObject({ isSample: true });
    expect(mine.asOf).toBe(1_790_000_000_000);
    const none = await read(myProposalsAnswer, '/api/my-proposals', 'executive');
    expect(none.proposals).toEqual([]);
  });

  test('no campaign where none is open', async () => {
    api.at(Date.parse('2027-01-10T00:00:00Z'));
    const mine = await read(myProposalsAnswer, '/api/my-proposals', 'proposer');
    expect(mine).not.toHaveProperty('campaign');
  });

  test('a proposal by its number, however it is written', async () => {
    await api.have(proposalOf('colleague', 'R8-0002'));
    await act('/api/bulk/begin-review', many('R8-0002'));
    const typed = encodeURIComponent('ｒ８－０００２');
    const open = await read(proposalAnswer, `/api/proposals/${typed}`, 'proposer');
    expect(open).toMatchObject({ mine: false, number: 'R8-0002' });
    const own = await read(proposalAnswer, `/api/proposals/${number}`, 'proposer');
    expect(own).toMatchObject({ mine: true, status: 'received' });
  });

  test.each([
    [true, { proposerName: '氏名 colleague' }],
    [false, {}],
  ])(
    'the name of a proposer with consent %s once a decision is published',
    async (consent, name) => {
      await api.have(proposalOf('colleague', 'R8-0002', { namePublication: consent }));
      await act('/api/bulk/begin-review', many('R8-0002'));
      await act('/api/proposals/R8-0002/decide-track', { seq: 2, form: decision });
      await act('/api/proposals/R8-0002/publish', { seq: 3 });
      const named = async () => {
        const answer = await read(proposalAnswer, '/api/proposals/R8-0002', 'proposer');
        return 'proposerName' in answer ? { proposerName: answer.proposerName } : {};
      };
      expect(await named()).toEqual({});
      api.at(sampleNow + 11_000);
      expect(await api.sweep()).toBe(1);
      expect(await named()).toEqual(name);
    },
  );
});

describe('triage', () => {
  test('begins a review with a result for each number', async () => {
    const body = await act('/api/bulk/begin-review', many(number, 'R8-9999', 'x'));
    const { results } = exactly(bulkTriageAnswer, body);
    expect(results.map(({ kind, number: of }) => [kind, of])).toEqual([
      ['changed', number],
      ['refused', 'R8-9999'],
      ['refused', 'x'],
    ]);
    const mine = await read(proposalAnswer, `/api/proposals/${number}`, 'proposer');
    expect(mine.trail.map(({ status }) => status)).toEqual(['received', 'reviewing']);
  });

  test('counts every row where it stands', async () => {
    await api.have(proposalOf('colleague', 'R8-0002'));
    await beginReview();
    await decide();
    const queue = await read(triageAnswer, '/api/triage', 'secretary');
    expect(queue.counts).toEqual({
      all: 2,
      received: 1,
      reviewing: 0,
      decidedUnpublished: 1,
      published: 0,
    });
    expect(queue.rows.map((row) => [row.number, row.seq, row.publication.state])).toEqual([
      [number, 3, 'unpublished'],
      ['R8-0002', 1, 'nothing'],
    ]);
  });

  test('of a decision changes no byte of what staff read, until it is published', async () => {
    await beginReview();
    const before = await staffBodies();
    const decided = await decide();
    expect(await staffBodies()).toEqual(before);
    await publish(decided.seq);
    expect(await staffBodies()).toEqual(before);
    api.at(sampleNow + 11_000);
    expect(await api.sweep()).toBe(1);
    expect(await staffBodies()).not.toEqual(before);
    const mine = await read(proposalAnswer, `/api/proposals/${number}`, 'proposer');
    expect(mine.decision?.reason).toBe(decision.reason);
    const item = await read(triageItemAnswer, at, 'secretary');
    expect(item.publication).toEqual({ state: 'published', at: sampleNow + 11_000 });
  }, 180_000);

  test('takes a publication back before it is due, and tells whom it would reach', async () => {
    await beginReview();
    const { seq } = await decide();
    expect(await read(reachAnswer, `${at}/reach`, 'secretary')).toEqual({
      people: 1,
      channels: [{ label: '働き方改革のお知らせ', as: 'staff' }],
    });
    const pending = await publish(seq);
    expect(pending.publication).toEqual({ state: 'pending', due: sampleNow + 10_000 });
    const undone = exactly(triageItemAnswer, await act(`${acts}/undo-publication`, {}));
    expect(undone.publication).toEqual({ state: 'unpublished' });
    api.at(sampleNow + 60_000);
    expect(await api.sweep()).toBe(0);
  });

  test('shows the secretariat no name of the proposer before the release, even with consent', async () => {
    await api.have(proposalOf('colleague', 'R8-0002', { namePublication: true }));
    const path = '/api/triage/R8-0002';
    const acts: readonly (readonly [string, object])[] = [
      ['/api/bulk/begin-review', many('R8-0002')],
      ['/api/proposals/R8-0002/decide-track', { seq: 2, form: decision }],
      ['/api/proposals/R8-0002/publish', { seq: 3 }],
    ];
    for (const [to, body] of acts) {
      await act(to, body);
      for (const shown of ['/api/proposals/R8-0002', path, `${path}/reach`, '/api/triage']) {
        const { text } = await api.call('GET', shown, { as: 'secretary' });
        expect(text).not.toMatch(/氏名/);
      }
    }
  });

  test('names who acted and never who proposed', async () => {
    await beginReview();
    const item = await decide();
    expect(item.trail.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['received', undefined],
      ['review-begun', 'secretary'],
      ['track-decided', 'secretary'],
    ]);
  });
});

describe('a refusal', () => {
  const refused = async (path: string, body: object, language = 'ja') => {
    const headers = { 'Accept-Language': language };
    const answer = await api.call('POST', path, { as: 'secretary', body, headers });
    return { status: answer.status, ...exactly(refusalAnswer, answer.body) };
  };

  test('of a form names every field in the language asked for', async () => {
    await beginReview();
    const form = { ...decision, reason: '短い', startMonth: '2026-09' };
    const ja = await refused(`${acts}/decide-track`, { seq: 2, form });
    expect(ja).toMatchObject({ status: 422, code: 'invalid-fields' });
    expect(Object.keys(ja.fields ?? {}).sort()).toEqual(['reason', 'startMonth']);
    expect(ja.fields?.['reason']).toBe('理由を10文字以上で入力してください。');
    const en = await refused(`${acts}/decide-track`, { seq: 2, form }, 'en-GB,ja;q=0.5');
    expect(en.fields?.['reason']).toBe('Reason: at least 10 characters.');
  });

  test('of an act on something else than what was seen shows the present item', async () => {
    await beginReview();
    const { status, code, present, lastChange, message } = await refused(`${acts}/decide-track`, {
      seq: 1,
      form: decision,
    });
    expect([status, code]).toEqual([409, 'changed-meanwhile']);
    expect(lastChange).toStrictEqual({
      at: expect.any(Number),
      byName: expect.stringMatching(/./),
    });
    expect(message).toMatch(/に.+が先に更新しました。.*保存していません/);
    expect(exactly(triageItemAnswer, present).seq).toBe(2);
  });

  test.each([
    ['decide-track', { seq: 1, form: decision }, 409, 'transition-not-allowed'],
    ['publish', { seq: 1 }, 409, 'nothing-to-publish'],
    ['undo-publication', {}, 409, 'no-publication-to-undo'],
  ])('of %s before the review has the present item too', async (path, body, status, code) => {
    const answer = await refused(`${acts}/${path}`, body);
    expect(answer).toMatchObject({ status, code });
    expect(exactly(triageItemAnswer, answer.present).number).toBe(number);
  });

  test('of what does not exist is 404', async () => {
    const answer = await refused('/api/proposals/R8-0999/publish', { seq: 1 });
    expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('when someone else wrote first runs the command on the fresh item', async () => {
    await beginReview();
    const held = api.list.items.get('1');
    if (!held) throw new Error('not stored');
    // Another process has written in between: this register does not know it yet.
    await api.list.store.replace(held, { ...held.value });
    await decide();
    expect(api.list.items.get('1')?.value.status).toBe('decided');
  });
});
