import { hintsAnswer, similarAnswer } from '../../src/contract/similar-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { rightMeasure } from '../support/measure-world.js';
import { after as done, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import type { PersonName } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
afterEach(() => api.close());

function written(person: PersonName, number: string, title: string, content = ''): Proposal {
  const proposal = proposalOf(person, number);
  const { content: rest } = proposal;
  return {
    ...proposal,
    content: { ...rest, title, currentProblem: '', proposedContent: content },
  };
}

const byod = (person: PersonName, number: string): Proposal =>
  written(person, number, 'BYODの導入', '個人の携帯で業務のメールを見る。');
const question = {
  title: '私物スマホの業務利用',
  proposedContent: '私物のスマホで仕事のメールを見たい。',
};

async function hints(as: PersonName, body: object = question) {
  const answer = await api.call('POST', '/api/hints', { as, body });
  expect(answer.status).toBe(200);
  return { ...hintsAnswer.parse(answer.body), text: answer.text };
}

const numbersOf = (found: Awaited<ReturnType<typeof hints>>) =>
  found.hints.map((hint) => (hint.kind === 'proposal' ? hint.number : hint.id));

describe('hints for a text being written', () => {
  beforeEach(async () => {
    api = await openApi();
  });

  test('name a proposal that asks for the same, and the words by which it is alike', async () => {
    await api.have(done(byod('owner', 'R8-0001'), 'begin-review'));
    const { hints: found, isComplete } = await hints('colleague');
    expect(isComplete).toBe(true);
    expect(found).toMatchObject([
      {
        kind: 'proposal',
        number: 'R8-0001',
        title: 'BYODの導入',
        status: 'reviewing',
        mine: false,
      },
    ]);
    expect(found[0]?.words[0]).toEqual({ here: '私物スマホ', there: 'BYOD' });
  });

  test('find what was submitted a moment ago, without waiting for a sweep', async () => {
    await api.have(byod('proposer', 'R8-0001'));
    expect(numbersOf(await hints('proposer'))).toEqual(['R8-0001']);
  });

  test('show nobody a proposal that is not to be seen, but its proposer', async () => {
    await api.have(byod('owner', 'R8-0001'));
    expect(numbersOf(await hints('owner'))).toEqual(['R8-0001']);
    expect((await hints('owner')).hints).toMatchObject([{ mine: true }]);
    for (const person of ['colleague', 'head', 'executive', 'secretary'] as const) {
      expect(numbersOf(await hints(person))).toEqual([]);
    }
  });

  test('show nobody a proposal that is hidden or was withdrawn', async () => {
    const reviewed = done(byod('owner', 'R8-0001'), 'begin-review');
    await api.have(
      done(reviewed, 'hide', { hidden: 'yes', reason: '個人が分かるため公開しません。' }),
    );
    const withdrawn = { ...byod('owner', 'R8-0002') };
    const asProposer = {
      ...secretaryAct,
      by: { id: withdrawn.proposer.personId, name: 'x' },
      roles: [],
    };
    await api.have(done(withdrawn, 'withdraw', {}, asProposer));
    expect(numbersOf(await hints('colleague'))).toEqual([]);
    expect(numbersOf(await hints('owner'))).toEqual(['R8-0001']);
  });

  test('say the same before and after a decision that is not published', async () => {
    const reviewed = done(byod('owner', 'R8-0001'), 'begin-review');
    await api.have(reviewed);
    const { text } = await hints('colleague');
    const decided = await api.call('POST', '/api/proposals/R8-0001/decide-track', {
      as: 'secretary',
      body: {
        form: {
          track: 'start-this-fy',
          ownerDepartment: 'soumu',
          ownerSection: 'bunsho',
          startMonth: '2026-12',
          startConditions: 'prior-coordination',
          reason: '規程を定めれば全庁で利用できると見込まれます。',
        },
      },
    });
    expect(decided.status).toBe(200);
    expect((await hints('colleague')).text).toBe(text);
  });

  test('give no name, no id of a person and no score', async () => {
    await api.have(done(byod('owner', 'R8-0001'), 'begin-review'));
    const { text } = await hints('colleague');
    for (const secret of ['氏名', 'score', 'share', byod('owner', 'R8-0001').id]) {
      expect(text).not.toContain(secret);
    }
  });

  test('name a published measure that has realised it, and no draft', async () => {
    const id = '20000000-0000-4000-8000-000000000001';
    const form = {
      ...rightMeasure,
      title: 'BYODの導入',
      measureContent: '個人の携帯で業務のメールを見る。',
    };
    await api.call('POST', '/api/measures', { as: 'secretary', body: { id, form } });
    expect(numbersOf(await hints('colleague'))).toEqual([]);
    await api.call('POST', `/api/measures/${id}/publish`, { as: 'secretary', body: {} });
    api.later(10_000);
    await api.sweepMeasures();
    expect((await hints('colleague')).hints).toMatchObject([
      { kind: 'measure', id, title: 'BYODの導入' },
    ]);
  });

  test('are none for a text that says nothing yet', async () => {
    await api.have(done(byod('owner', 'R8-0001'), 'begin-review'));
    expect((await hints('colleague', { title: '' })).hints).toEqual([]);
    expect((await hints('colleague', { title: '業務' })).hints).toEqual([]);
  });

  test.each([{}, { title: 1 }, { title: 'x', more: 'y' }, { title: 'あ'.repeat(4001) }])(
    'are refused for a body of another shape',
    async (body) => {
      const answer = await api.call('POST', '/api/hints', { as: 'colleague', body });
      expect(answer.status).toBe(400);
    },
  );
});

test('whoever asks for hints too often is told to wait, and others are not', async () => {
  api = await openApi({ config: { hintLimit: { burst: 2, perSecond: 0.5 } } });
  const ask = (as: PersonName) => api.call('POST', '/api/hints', { as, body: question });
  expect((await ask('colleague')).status).toBe(200);
  expect((await ask('colleague')).status).toBe(200);
  const refused = await ask('colleague');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect((await ask('owner')).status).toBe(200);
  api.later(2_000);
  expect((await ask('colleague')).status).toBe(200);
});

test('right after a start, hints say that not everything has been read', async () => {
  api = await openApi({ visibility: 'at-once' });
  for (let n = 1; n <= 45; n += 1) {
    await api.have(written('owner', `R8-${String(n).padStart(4, '0')}`, `提案その${n}`));
  }
  expect((await hints('colleague')).isComplete).toBe(false);
  expect((await hints('colleague')).isComplete).toBe(false);
  expect((await hints('colleague')).isComplete).toBe(true);
});

describe('similar proposals for the secretariat', () => {
  async function similar(number: string) {
    const { status, body, text } = await api.call('GET', `/api/triage/${number}/similar`, {
      as: 'secretary',
    });
    expect(status).toBe(200);
    return { ...similarAnswer.parse(body), text };
  }

  beforeEach(async () => {
    api = await openApi();
    await api.have(byod('owner', 'R8-0001'));
    await api.have(written('proposer', 'R8-0002', question.title, question.proposedContent));
    await api.have(written('colleague', 'R8-0003', '朝礼の廃止', '毎朝の朝礼をやめる。'));
  });

  test('are merge candidates of any visibility, with score and words, without names', async () => {
    const { proposals, text } = await similar('R8-0002');
    expect(proposals).toMatchObject([{ number: 'R8-0001', status: 'received' }]);
    expect(proposals[0]?.score).toBeGreaterThan(0.38);
    expect(proposals[0]?.words[0]).toMatchObject({ here: '私物スマホ', there: 'BYOD' });
    expect(text).not.toContain('氏名');
    expect((await similar('R8-0003')).proposals).toEqual([]);
  });

  test('tell what one is merged into already', async () => {
    await api.call('POST', '/api/proposals/R8-0001/merge', {
      as: 'secretary',
      body: { form: { mergeInto: 'R8-0002', reason: '同じ内容の提案のため統合します。' } },
    });
    expect((await similar('R8-0002')).proposals).toMatchObject([
      { number: 'R8-0001', mergedInto: 'R8-0002' },
    ]);
  });
});

describe('a secretary who proposed something', () => {
  const asSecretary = { as: 'secretary' } as const;

  beforeEach(async () => {
    api = await openApi();
    const other = { ...secretaryAct, by: { id: 'other', name: '別の事務局' } };
    const own = done(byod('secretary', 'R8-0001'), 'begin-review', {}, other);
    await api.have(done(own, 'decide-track', sampleDecisionForm, other));
    await api.have(written('proposer', 'R8-0002', question.title, question.proposedContent));
  });

  test('reads of the own idea among candidates what is published, and nothing else', async () => {
    const { body } = await api.call('GET', '/api/triage/R8-0002/similar', asSecretary);
    expect(similarAnswer.parse(body).proposals).toMatchObject([
      { number: 'R8-0001', status: 'reviewing' },
    ]);
  });

  test.each(['similar', 'suggestion'])('is not answered about the own idea: %s', async (part) => {
    const { status, body } = await api.call('GET', `/api/triage/R8-0001/${part}`, asSecretary);
    expect([status, body]).toMatchObject([403, { code: 'conflict-of-interest' }]);
  });
});
