import { reachAnswer } from '../../src/contract/triage-answers.js';
import { noticesOf, recipientIdsOf } from '../../src/domain/notice.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import { receivedOnBehalf } from '../support/handed-in.js';
import { cards } from '../support/sample-cards.js';
import { sampleDecisionForm, sampleNow } from '../support/sample-proposals.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const reason = '同じ様式についての提案であり、まとめて検討します。';
const desk = '19:desk@thread.tacv2';
const staff = '19:all@thread.tacv2';
const paper = 'R8-0001';
const survivor = 'R8-0002';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  const value = {
    id: 'desk',
    purpose: 'secretariat' as const,
    teamId: 't',
    channelId: desk,
    label: '事務局',
  };
  api.register.changes.channels({
    kind: 'stored',
    stored: { value, itemId: '98', revision: '1' },
    version: 1,
  });
  await api.have(receivedOnBehalf());
  await api.have(proposalOf('colleague', survivor));
});
afterEach(() => api.close());

const held = (number: string) => {
  const proposal = api.register.proposalByNumber(number)?.value;
  if (!proposal) throw new Error(`${number} is not there`);
  return proposal;
};

async function act(number: string, name: string, form: object = {}) {
  const body = { form, seq: lastSeq(held(number).trail) };
  const path = `/api/proposals/${number}/${name}`;
  const answer = await api.call('POST', path, { as: 'secretary', body });
  expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
}

async function published(number: string) {
  await act(number, 'publish');
  api.later(10_000);
  expect(await api.sweep()).toBe(1);
}

async function decided(number: string) {
  await act(number, 'begin-review');
  await act(number, 'decide-track', sampleDecisionForm);
}

/** The paper merged into the survivor, told, and the survivor decided and not told yet. */
async function mergedAndDecided() {
  await act(paper, 'merge', { mergeInto: survivor, reason });
  await published(paper);
  await decided(survivor);
}

const whomItTold = (number: string): readonly string[] => {
  const { id, trail } = held(number);
  return trail.slice(-1).flatMap((entry) => noticesOf(id, entry).flatMap(recipientIdsOf));
};

/** What the secretariat's channel reads of the last event, now. */
function handedOn(number: string, locale: 'ja' | 'en' = 'ja'): string {
  const proposal = held(number);
  const compose = composeNotices(cards, api.register, { now: () => sampleNow });
  const intents = proposal.trail.slice(-1).flatMap((entry) => noticesOf(proposal.id, entry));
  const intent = intents.find((each) => recipientIdsOf(each).includes(desk));
  return intent ? JSON.stringify(compose(proposal, intent, locale, desk)) : '';
}

const names = /磯辺|とおる|土木|みなと|主任|outside:/;

test('what becomes of a survivor is handed on to the proposer without a chat of what was merged into it', async () => {
  await mergedAndDecided();
  const reach = await api.call('GET', `/api/triage/${survivor}/reach`, { as: 'secretary' });
  expect(reachAnswer.parse(reach.body).channels).toContainEqual({
    label: '事務局',
    as: 'through-office',
  });
  await published(survivor);
  expect(whomItTold(survivor)).toEqual([people.colleague, desk, staff]);
  const card = handedOn(survivor);
  expect(card).toMatch(/所属を通じて提案者に伝えてください/);
  expect(card).toMatch(/R8-0001（受け付けた人 木洩日 あおい・紙）/);
  expect(card).toMatch(/今年度着手/);
  expect(card).not.toMatch(names);
  expect(handedOn(survivor, 'en')).toMatch(/R8-0001 \(received by 木洩日 あおい, paper\)/i);
});

test('a merge that is not published is told of to nobody', async () => {
  await act(paper, 'merge', { mergeInto: survivor, reason });
  await decided(survivor);
  await published(survivor);
  expect(whomItTold(survivor)).toEqual([people.colleague, staff]);
});

test('nothing is handed on of a survivor that is not for all staff', async () => {
  await mergedAndDecided();
  await act(survivor, 'hide', { hidden: 'yes', reason });
  await published(survivor);
  expect(whomItTold(survivor)).toEqual([people.colleague]);
});

test('what was parted after it happened is withheld', async () => {
  await mergedAndDecided();
  await published(survivor);
  await act(paper, 'unmerge', { reason });
  await published(paper);
  expect(handedOn(survivor)).toBe('{"withheld":"nothing-left"}');
});

test('what was hidden after it happened is withheld', async () => {
  await mergedAndDecided();
  await published(survivor);
  const told = held(survivor);
  await act(survivor, 'hide', { hidden: 'yes', reason });
  const compose = composeNotices(cards, api.register, { now: () => sampleNow });
  const intents = told.trail.slice(-1).flatMap((entry) => noticesOf(told.id, entry));
  const intent = intents.find((each) => recipientIdsOf(each).includes(desk));
  expect(intent && compose(held(survivor), intent, 'ja', desk)).toEqual({ withheld: 'hidden' });
});
