import { officeItemAnswer, officeItemsAnswer } from '../../src/contract/office-answers.js';
import { triageItemAnswer } from '../../src/contract/triage-answers.js';
import type { Role } from '../../src/domain/member.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { sampleMasters } from '../support/sample-masters.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const number = 'R8-0001';
const [office, otherOffice] = [
  sampleMasters.departments[0]?.label ?? '',
  sampleMasters.departments[1]?.label ?? '',
];

/** Of somebody in 土木建築部, whose text says so twice and gives the family name. */
function tellingProposal(): Proposal {
  const proposal = proposalOf('colleague', number);
  const { content, proposer } = proposal;
  return {
    ...proposal,
    proposer: { ...proposer, name: '双葉 けん' },
    content: {
      ...content,
      title: `${otherOffice}の押印をやめる`,
      currentProblem: `${office}への提出に、${otherOffice}では押印が要ります。`,
      proposedContent: '双葉が試した様式を使います。',
    },
  };
}

let api: ApiUnderTest;

function join(as: PersonName, role: Role, departmentId: string, itemId: string): void {
  const value = { personId: people[as], name: as, role, departmentId };
  const stored = { value, itemId, revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
}

const post = (name: string, form: object, as: PersonName = 'secretary') => {
  const seq = api.register.proposalByNumber(number)?.value.trail.length;
  return api.call('POST', `/api/proposals/${number}/${name}`, { as, body: { form, seq } });
};
const request = { requestDepartment: 'soumu', requestText: '規則は何本ありますか。' };
const triage = async () =>
  triageItemAnswer.parse(
    (await api.call('GET', `/api/triage/${number}`, { as: 'secretary' })).body,
  );
const texts = (as: PersonName, ...paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await api.call('GET', path, { as })).text));

beforeEach(async () => {
  api = await openApi();
  await api.have(tellingProposal());
  join('owner', 'owner', 'soumu', '71');
  join('head', 'owner', 'doboku', '72');
  await post('begin-review', {});
});
afterEach(() => api.close());

test('the secretariat is warned which parts name who proposed, and not by which words', async () => {
  const item = await triage();
  expect(item.namesProposer).toEqual(['title', 'currentProblem', 'proposedContent']);
  await api.have(proposalOf('proposer', 'R8-0002'));
  const other = await api.call('GET', '/api/triage/R8-0002', { as: 'secretary' });
  expect(triageItemAnswer.parse(other.body).namesProposer).toBeUndefined();
});

test('nobody is asked before the secretariat chose how the office reads it', async () => {
  const refused = await post('request-opinion', request);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'names-proposer' });
  expect(refused.text).toContain('伏せ字');
  expect(refused.text).not.toContain(otherOffice);
  expect((await post('request-opinion', { ...request, redaction: 'perhaps' })).status).toBe(422);
  expect((await triage()).working.requests).toEqual([]);
  expect((await post('request-opinion', request, 'colleague')).status).toBe(403);
});

test('the office reads the redacted copy by every route, and others what was written', async () => {
  expect((await post('request-opinion', { ...request, redaction: 'redacted' })).status).toBe(200);
  expect((await triage()).working.requests).toMatchObject([{ isRedacted: true }]);
  const item = await api.call('GET', `/api/office-items/${number}`, { as: 'owner' });
  const { content, requests } = officeItemAnswer.parse(item.body);
  expect(content).toMatchObject({
    title: '○○の押印をやめる',
    currentProblem: `${office}への提出に、○○では押印が要ります。`,
    proposedContent: '○○が試した様式を使います。',
  });
  expect(requests).toMatchObject([{ isRedacted: true }]);
  const list = await api.call('GET', '/api/office-items', { as: 'owner' });
  expect(officeItemsAnswer.parse(list.body).items).toMatchObject([{ title: '○○の押印をやめる' }]);

  await post('follow', {}, 'owner');
  const like = { title: '押印をやめる', proposedContent: '試した様式を使います。' };
  const hints = await api.call('POST', '/api/hints', { as: 'owner', body: like });
  const others = await api.call('POST', '/api/hints', { as: 'executive', body: like });
  expect(others.text).toContain(`${otherOffice}の押印`);
  const read = await texts('owner', `/api/proposals/${number}`, '/api/my-supports');
  for (const text of [...read, hints.text, item.text, list.text]) {
    expect(text).not.toContain(otherOffice);
    expect(text).not.toContain('双葉');
  }
  expect(read[0]).toContain('○○の押印をやめる');
  for (const as of ['colleague', 'head', 'executive'] as const) {
    expect((await texts(as, `/api/proposals/${number}`))[0]).toContain(`${otherOffice}の押印`);
  }
});

test('the office finds the proposal by the words it may read, and by none of those blacked out', async () => {
  await post('request-opinion', { ...request, redaction: 'redacted' });
  api.register.catalogue.read(10);
  const search = async (q: string, as: PersonName) =>
    (await texts(as, `/api/proposals?q=${encodeURIComponent(q)}`))[0] ?? '';
  for (const word of [otherOffice, '双葉', '双葉が試した']) {
    expect(await search(word, 'owner')).toContain('"found":0');
    expect(await search(word, 'executive')).toContain('"found":1');
  }
  const readable = await search('押印', 'owner');
  expect(readable).toContain('○○の押印をやめる');
  expect(readable).not.toContain(otherOffice);
  for (const text of await texts('owner', '/api/proposals', '/api/figures/demo/dots')) {
    expect(text).toContain('○○の押印をやめる');
    expect(text).not.toContain(otherOffice);
  }
});

test('what the office answers is answered with the redacted copy', async () => {
  await post('request-opinion', { ...request, redaction: 'redacted' });
  const [{ id } = { id: '' }] = (await triage()).working.requests;
  const given = await post(
    'give-opinion',
    { requestId: id, opinionVerdict: 'feasible', opinionText: '規則は三本で、改められます。' },
    'owner',
  );
  expect(given.status).toBe(200);
  expect(given.text).toContain('○○の押印');
  expect(given.text).not.toContain(otherOffice);
});

test('each office reads what was chosen for it; as written is as written', async () => {
  await post('request-opinion', { ...request, redaction: 'as-written' });
  const redacted = { ...request, requestDepartment: 'doboku', redaction: 'redacted' };
  await post('request-opinion', redacted);
  expect((await texts('owner', `/api/office-items/${number}`))[0]).toContain(otherOffice);
  expect((await texts('head', `/api/office-items/${number}`))[0]).not.toContain(otherOffice);
  const { requests } = (await triage()).working;
  expect(requests.map(({ isRedacted = false }) => isRedacted)).toEqual([false, true]);
});

test('the trail keeps the words, so that a label changed later reveals nothing', async () => {
  await post('request-opinion', { ...request, redaction: 'redacted' });
  const held = api.register.proposalByNumber(number)?.value;
  expect(held?.trail.at(-1)).toMatchObject({
    kind: 'opinion-requested',
    blackedOut: [otherOffice, '双葉'],
  });
});
