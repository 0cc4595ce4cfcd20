import { routes } from '../../src/api/routes.js';
import { delegationForm, done, published } from '../support/proposal-in-status.js';
import { authorName } from '../support/sample-files.js';
import { after } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { openApi, proposalOf } from './support/api-under-test.js';
import {
  type AttachmentDesk,
  attachmentPath,
  openAttachmentDesk,
} from './support/attachment-desk.js';
import { isOfAttachments } from './support/attachment-routes.js';

let desk: AttachmentDesk;

beforeEach(async () => {
  desk = await openAttachmentDesk();
});
afterEach(() => desk.api.close());

/** R8-0001: of the proposer, under review, with a question to an office on top where `asked`. */
async function underReview(asked = false): Promise<void> {
  await desk.attach();
  await desk.become((proposal) => after(proposal, 'begin-review'));
  const form = { requestDepartment: 'soumu', requestText: '可能ですか。' };
  if (asked) await desk.become((proposal) => after(proposal, 'request-opinion', form));
}

/** Makes the colleague hold a role for an office. */
function officeMember(departmentId = 'soumu', version = 1): void {
  const value = {
    personId: people.colleague,
    name: 'c',
    role: 'owner' as const,
    departmentId,
  };
  const stored = { value, itemId: '98', revision: String(version) };
  desk.api.register.changes.members({ kind: 'stored', stored, version });
}

test('who may read the file, by role: who proposed it and who examines it', async () => {
  await underReview();
  const statuses = new Map<string, number>();
  for (const as of Object.keys(people) as PersonName[]) {
    statuses.set(as, (await desk.read(as)).status);
  }
  expect(Object.fromEntries(statuses)).toStrictEqual({
    proposer: 200,
    colleague: 404,
    secretary: 200,
    owner: 404,
    head: 404,
    executive: 404,
    administrator: 404,
    former: 404,
  });
});

test('to whom it is not shown the answer is that of a number never given', async () => {
  await underReview();
  for (const as of ['colleague', 'executive', 'administrator', 'former'] as const) {
    const missing = await desk.read(as, 'R8-9999');
    expect((await desk.read(as)).text).toBe(missing.text);
    expect((await desk.view(as)) as object).not.toHaveProperty('attachment');
  }
  const answer = await desk.api.call('GET', attachmentPath());
  expect(answer.status).toBe(401);
});

test('nobody else attaches or takes back, whatever they may read', async () => {
  await underReview();
  const others = (Object.keys(people) as PersonName[]).filter((each) => each !== 'proposer');
  const file = [...desk.api.attached.keys()];
  for (const as of others) {
    for (const answer of [await desk.attach({ as, replace: 'yes' }), await desk.remove(as)]) {
      expect([403, 404, 409]).toContain(answer.status);
    }
  }
  expect([...desk.api.attached.keys()]).toStrictEqual(file);
});

test('before the review another person is told of no proposal at all', async () => {
  const answers = [await desk.attach({ as: 'colleague' }), await desk.remove('colleague')];
  for (const answer of answers) expect(answer.body).toMatchObject({ code: 'not-found' });
  expect(desk.api.attached.size).toBe(0);
});

test('who proposes together reads the file and does not change it', async () => {
  await desk.attach();
  const name = { personId: people.colleague, name: '連名' };
  await desk.become(() => ({ coProposers: [{ ...name, answer: 'accepted' }] }));
  expect((await desk.read('colleague')).status).toBe(200);
  expect((await desk.attach({ as: 'colleague', replace: 'yes' })).status).toBe(403);
  const read = await desk.view('colleague');
  expect(read).not.toHaveProperty('mayAttach');
  expect(read).not.toHaveProperty('mayWithdraw');
  expect(await desk.view('colleague')).toHaveProperty('attachment');
  await desk.become(() => ({ coProposers: [{ ...name, answer: 'declined' }] }));
  expect((await desk.read('colleague')).status).toBe(404);
});

test('an office that is asked reads the file, without who made it; another office does not', async () => {
  await underReview(true);
  officeMember('doboku');
  expect((await desk.read('colleague')).status).toBe(404);
  officeMember('soumu', 2);
  const item = await desk.api.call('GET', '/api/office-items/R8-0001', { as: 'colleague' });
  expect(item.body).toMatchObject({ attachment: { name: 'R8-0001.pdf' } });
  const answer = await desk.read('colleague');
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain(authorName);
});

test('an office that reads a copy with words blacked out gets no file, and is told so', async () => {
  await underReview(true);
  await desk.become(({ opinions }) => ({
    opinions: opinions.map((each) => ({ ...each, blackedOut: ['土木'] })),
  }));
  officeMember();
  const item = await desk.api.call('GET', '/api/office-items/R8-0001', { as: 'colleague' });
  expect(item.body).toMatchObject({ attachmentWithheld: true });
  expect(item.body).not.toHaveProperty('attachment');
  const answer = await desk.read('colleague');
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ code: 'attachment-withheld' });
});

test('the owner of a published decision reads the file; of one not published, not', async () => {
  await underReview();
  officeMember();
  await desk.become((proposal) => done(proposal, 'decide-track', delegationForm));
  expect((await desk.read('colleague')).status).toBe(404);
  await desk.become((proposal) => published(proposal));
  expect((await desk.read('colleague')).status).toBe(200);
});

test('a secretary who proposed what it is merged with does not read it by that role', async () => {
  await underReview();
  await desk.api.have({
    ...proposalOf('secretary', 'R8-0002'),
    mergedInto: desk.held()?.id ?? '',
  });
  expect((await desk.read('secretary')).status).toBe(404);
});

test('the secretariat sees that there is a file, and nothing of it names who proposed', async () => {
  await underReview();
  const { body, text } = await desk.api.call('GET', '/api/triage/R8-0001', { as: 'secretary' });
  expect(body).toMatchObject({ attachment: { name: 'R8-0001.pdf', kind: 'pdf' } });
  expect(text).not.toContain('氏名');
  const line = (body as { trail: { kind: string; byName?: string }[] }).trail[1];
  expect(line).toMatchObject({ kind: 'file-attached' });
  expect(line).not.toHaveProperty('byName');
});

test('what staff read is the same with a file and without', async () => {
  const bare = await openApi();
  try {
    await bare.have(after(proposalOf('proposer', 'R8-0001'), 'begin-review'));
    await underReview();
    for (const as of ['colleague', 'executive'] as const) {
      const [without, withFile] = await Promise.all(
        [bare, desk.api].map((each) => each.call('GET', '/api/proposals/R8-0001', { as })),
      );
      expect(withFile?.text).toBe(without?.text);
    }
  } finally {
    await bare.close();
  }
});

test('every route of attachments is tried here', () => {
  expect(routes.filter(isOfAttachments).map(({ method, guard }) => `${method} ${guard}`)).toEqual([
    'GET staff',
    'PUT staff',
    'DELETE staff',
  ]);
});
