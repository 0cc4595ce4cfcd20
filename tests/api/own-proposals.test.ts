import { proposalAnswer } from '../../src/contract/proposal-answers.js';
import { triageAnswer, triageItemAnswer } from '../../src/contract/triage-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import {
  after,
  allowedValue,
  released,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const reason = '法令により対面での手続が必要なためです。';
const numbers = { own: 'R8-0001', joint: 'R8-0002', other: 'R8-0003' } as const;
const coProposer = (answer: 'invited' | 'accepted' | 'declined') => ({
  personId: people.secretary,
  name: '氏名 secretary',
  answer,
});
const worker = {
  ...secretaryAct,
  by: { id: '00000000-0000-4000-8000-0000000000b9', name: '担当' },
};
const decided = (proposal: Proposal): Proposal =>
  after(after(proposal, 'begin-review', {}, worker), 'decide-track', sampleDecisionForm, worker);

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  await api.have(decided(proposalOf('secretary', numbers.own)));
  const joint = decided(proposalOf('colleague', numbers.joint));
  await api.have({ ...joint, coProposers: [coProposer('accepted')] });
  await api.have(decided(proposalOf('colleague', numbers.other)));
});
afterEach(() => api.close());

async function read(path: string, as: PersonName) {
  const { status, body } = await api.call('GET', path, { as });
  expect(status).toBe(200);
  return body;
}

describe('a secretary who proposed', () => {
  test.each([numbers.own, numbers.joint])(
    'is refused the working state and the reach of %s',
    async (number) => {
      for (const path of [`/api/triage/${number}`, `/api/triage/${number}/reach`]) {
        const { status, body } = await api.call('GET', path, { as: 'secretary' });
        expect([status, body]).toEqual([
          403,
          expect.objectContaining({ code: 'conflict-of-interest' }),
        ]);
      }
    },
  );

  test('finds own proposals in no list of work', async () => {
    api.later(400 * 86_400_000);
    const { text } = await api.call('GET', '/api/queues/overdue', { as: 'secretary' });
    expect(text).toContain(numbers.other);
    for (const number of [numbers.own, numbers.joint]) expect(text).not.toContain(number);
  });

  test('sees own rows of the queue as they are published, in the counts too', async () => {
    const { rows, counts } = triageAnswer.parse(await read('/api/triage', 'secretary'));
    for (const number of [numbers.own, numbers.joint]) {
      const row = rows.find((each) => each.number === number);
      expect(row).toMatchObject({ status: 'reviewing', publication: { state: 'nothing' }, seq: 2 });
      expect(row).not.toHaveProperty('reviewerName');
      expect(row).not.toHaveProperty('track');
    }
    const other = rows.find((each) => each.number === numbers.other);
    expect(other).toMatchObject({ status: 'decided', track: 'start-this-fy', seq: 3 });
    expect(counts).toMatchObject({ all: 3, reviewing: 2, decidedUnpublished: 1 });
  });
});

test('who was asked to propose together and declined stays unnamed in the trail', async () => {
  const asked = proposalOf('colleague', 'R8-0004');
  const by = { id: people.colleague, name: 'x' };
  const invited = after(
    asked,
    'invite-co-proposer',
    { person: people.owner, personName: '氏名 owner' },
    { by, at: sampleNow },
  );
  const declinedBy = { by: { id: people.owner, name: '氏名 owner' }, at: sampleNow };
  await api.have(after(invited, 'answer-invitation', { invitation: 'declined' }, declinedBy));
  const item = triageItemAnswer.parse(await read('/api/triage/R8-0004', 'secretary'));
  expect(item.trail.map(({ kind }) => kind)).toContain('co-proposer-answered');
  expect(JSON.stringify(item)).not.toContain('氏名');
});

test('what waits for a second person can be read by whoever confirms it', async () => {
  const reviewed = after(proposalOf('colleague', 'R8-0004'), 'begin-review');
  const form = { exclusionReason: 'ordinary-procedure', reason };
  await api.have(after(reviewed, 'propose-exclusion', form));
  const item = triageItemAnswer.parse(await read('/api/triage/R8-0004', 'secretary'));
  expect(item.pending).toEqual({
    what: 'out-of-scope',
    byName: secretaryAct.by.name,
    at: sampleNow,
    exclusion: { reasonCode: 'ordinary-procedure', reason },
  });
});

test('a question is read by those who proposed it and by nobody else', async () => {
  const text = '対象となる様式の数を教えてください。';
  const asked = after(proposalOf('colleague', 'R8-0004'), 'begin-review');
  const open = after(asked, 'ask-question', { question: text });
  await api.have({ ...open, coProposers: [{ ...coProposer('accepted'), personId: people.owner }] });
  for (const as of ['colleague', 'owner'] as const) {
    const own = proposalAnswer.parse(await read('/api/proposals/R8-0004', as));
    expect(own.question?.text).toBe(text);
    expect(own.conversation).toEqual([{ kind: 'question-asked', occurredAt: sampleNow, text }]);
  }
  const seen = JSON.stringify(await read('/api/proposals/R8-0004', 'executive'));
  expect(seen).not.toContain(text);
  expect(seen).not.toMatch(/"question"|"conversation"/);
});

test('what is out of scope reaches people with its reason', async () => {
  const reviewed = after(proposalOf('colleague', 'R8-0004'), 'begin-review');
  const form = { exclusionReason: 'ordinary-procedure', reason };
  const proposed = after(reviewed, 'propose-exclusion', form);
  const second = { ...secretaryAct, by: { id: people.head, name: '二人目' } };
  const confirmed = after(proposed, 'confirm', {}, second);
  await api.have(allowedValue(released(after(confirmed, 'publish'))));
  const told = proposalAnswer.parse(await read('/api/proposals/R8-0004', 'executive'));
  const exclusion = { reasonCode: 'ordinary-procedure', reason };
  expect(told).toMatchObject({ status: 'out-of-scope', exclusion });
  expect(told.trail.at(-1)).toMatchObject({ kind: 'published', exclusion });
});

test('a merged proposal names the one that goes on, unless that one is not public', async () => {
  const survivor = decided(proposalOf('owner', 'R8-0005'));
  const told = allowedValue(
    released(after(decided(proposalOf('colleague', 'R8-0004')), 'publish')),
  );
  await api.have({ ...told, published: { ...told.published, mergedInto: survivor.id } });
  const merged = async () =>
    proposalAnswer.parse(await read('/api/proposals/R8-0004', 'executive')).mergedInto;
  expect(await merged()).toEqual({});
  await api.have(survivor);
  expect(await merged()).toEqual({ number: 'R8-0005', status: 'reviewing' });
});
