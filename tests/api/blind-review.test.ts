import { officeItemAnswer } from '../../src/contract/office-answers.js';
import { proposalAnswer } from '../../src/contract/proposal-answers.js';
import type { Role } from '../../src/domain/member.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleDecisionForm } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import {
  type ApiOptions,
  type ApiUnderTest,
  openApi,
  proposalOf,
} from './support/api-under-test.js';

const number = 'R8-0001';
const name = '双葉 けん';
const ownOffice = sampleMasters.departments[1]?.label ?? '';
const asWritten = `${ownOffice}の押印をやめる`;
const reason = '様式の所管が決まるまで、公開を控えます。';

/** Of somebody who lets the name be published, and whose title says of which office. */
function tellingProposal(): Proposal {
  const proposal = proposalOf('colleague', number, { namePublication: true });
  return {
    ...proposal,
    proposer: { ...proposal.proposer, name },
    content: { ...proposal.content, title: asWritten },
  };
}

let api: ApiUnderTest;
afterEach(() => api.close());

function join(as: PersonName, role: Role, departmentId: string, itemId: string): void {
  const value = { personId: people[as], name: as, role, departmentId };
  const stored = { value, itemId, revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
}

async function act(what: string, form: object = {}) {
  const seq = lastSeq(api.register.proposalByNumber(number)?.value.trail ?? []);
  const path = `/api/proposals/${number}/${what}`;
  const answer = await api.call('POST', path, { as: 'secretary', body: { form, seq } });
  expect([what, answer.status, answer.text]).toEqual([what, 200, answer.text]);
}

/** 総務部 is asked, with a copy in which the words are blacked out; `owner` answers for it, `proposer` only works there. */
async function asked(visibility: ApiOptions['visibility'] = 'after-review-begins') {
  api = await openApi(visibility ? { visibility } : {});
  await api.have(tellingProposal());
  join('owner', 'owner', 'soumu', '71');
  await act('begin-review');
  await act('request-opinion', {
    requestDepartment: 'soumu',
    requestText: '規則は何本ありますか。',
    redaction: 'redacted',
  });
}

const read = (as: PersonName, path = `/api/proposals/${number}`) => api.call('GET', path, { as });
const title = async (as: PersonName): Promise<string> =>
  proposalAnswer.parse((await read(as)).body).content.title;
const copyOf = async (as: PersonName): Promise<string> =>
  officeItemAnswer.parse((await read(as, `/api/office-items/${number}`)).body).content.title;

/** Everything that a person without a role can be told about a proposal. */
async function allThatStaffRead(as: PersonName): Promise<readonly string[]> {
  const like = { title: asWritten, proposedContent: '押印をやめる。' };
  const hints = await api.call('POST', '/api/hints', { as, body: like });
  const followed = await api.call('POST', `/api/proposals/${number}/follow`, { as, body: {} });
  const paths = ['', '/api/my-supports', '/api/my-proposals', '/api/releases', '/api/publications'];
  const answers = await Promise.all(paths.map((path) => read(as, path || undefined)));
  return [hints, followed, ...answers].map(({ text }) => text);
}

test('staff of an asked office who do not answer for it read what all staff read; those who do read the copy', async () => {
  await asked();
  expect(await title('proposer')).toBe(asWritten);
  expect(await title('executive')).toBe(asWritten);
  expect(await copyOf('owner')).toBe('○○の押印をやめる');
  for (const path of [
    '/api/office-items',
    `/api/office-items/${number}`,
    `/api/triage/${number}`,
  ]) {
    expect((await read('proposer', path)).text).not.toContain('押印');
  }
});

test('no answer names who proposed it or the own office, or tells that an office was asked, while it is judged', async () => {
  await asked();
  for (const text of await allThatStaffRead('proposer')) {
    expect(text).not.toMatch(/双葉|shunin|"sectionId"|"departmentId"|"gradeId"/);
    expect(text).not.toMatch(/規則は何本|soumu|opinion|isRedacted/);
  }
  const item = await read('owner', `/api/office-items/${number}`);
  expect(item.text).not.toMatch(/双葉|"sectionId"|"gradeId"/);
  await act('decide-track', sampleDecisionForm);
  expect((await read('proposer')).text).not.toContain(name);
  await act('publish');
  api.later(10_000);
  await api.sweep();
  expect(proposalAnswer.parse((await read('proposer')).body).proposerName).toBe(name);
});

test.each(['hidden', 'secretariat-only'] as const)(
  'where it is %s, staff of the office learn nothing of it, and those who answer read the copy',
  async (how) => {
    await asked(how === 'hidden' ? 'after-review-begins' : 'secretariat-only');
    if (how === 'hidden') await act('hide', { hidden: 'yes', reason });
    const missing = await read('proposer', '/api/proposals/R8-0999');
    const answer = await read('proposer');
    expect([answer.status, answer.text]).toEqual([404, missing.text]);
    expect(await copyOf('owner')).toBe('○○の押印をやめる');
  },
);

test('of two people of an office the second reads what the first answered, and not who proposed', async () => {
  await asked();
  join('head', 'owner', 'soumu', '72');
  const [request] = api.register.proposalByNumber(number)?.value.opinions ?? [];
  const give = (as: PersonName, opinionText: string) =>
    api.call('POST', `/api/proposals/${number}/give-opinion`, {
      as,
      body: { form: { requestId: request?.id, opinionVerdict: 'feasible', opinionText } },
    });
  expect((await give('owner', '規則は三本で、改められます。')).status).toBe(200);
  const late = await give('head', '規則は四本で、改められます。');
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'request-answered',
    present: { requests: [{ opinion: { text: '規則は三本で、改められます。' } }] },
  });
  expect(late.body).not.toHaveProperty('lastChange');
  for (const telling of [name, people.colleague, people.secretary, asWritten]) {
    expect(late.text).not.toContain(telling);
  }
});

test('who proposed it and comes too late reads nothing of what is not published', async () => {
  await asked();
  const path = `/api/proposals/${number}/withdraw`;
  const late = await api.call('POST', path, { as: 'colleague', body: { seq: 1, form: {} } });
  expect(late.status).toBe(409);
  expect(late.body).not.toHaveProperty('lastChange');
  expect(late.text).not.toContain(people.secretary);
});
