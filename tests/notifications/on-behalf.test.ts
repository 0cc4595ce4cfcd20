import { noticesOf } from '../../src/domain/notice.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import { openDerivation } from '../../src/notifications/derive.js';
import type { Register } from '../../src/usecases/ports.js';
import { people } from '../support/domain-people.js';
import {
  byTelephone,
  deskChannel,
  receiptGround,
  receivedOnBehalf,
  staffId,
} from '../support/handed-in.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after as acted,
  allowedValue,
  sampleContext,
  sampleDecision,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const register = {
  masters: () => sampleMasters,
  preference: () => undefined,
  conversation: () => undefined,
  campaigns: () => receiptGround.campaigns,
  mergedInto: () => [],
  proposal: () => undefined,
  measure: () => undefined,
} as Partial<Register> as Register;
const compose = composeNotices(cards, register, { now: () => sampleNow });
const context = { ...sampleContext, channelMap: receiptGround.channelMap };

/** What the last entry tells, by place, in both languages. */
function told(proposal: Proposal) {
  const entry = proposal.trail.at(-1);
  return (entry ? noticesOf(proposal.id, entry) : []).map((intent) => {
    const { place } = intent;
    const to = place.kind === 'people' ? place.people[0]?.personId : place.channel.channelId;
    const card = (locale: 'ja' | 'en') => JSON.stringify(compose(proposal, intent, locale, to));
    return { to, ja: card('ja'), en: card('en') };
  });
}

const names = /磯辺|とおる|土木|みなと|主任|outside:/;

test('the receipt of a proposer without a chat asks the secretariat to hand it on, without whose it is', () => {
  const [notice, ...others] = told(receivedOnBehalf());
  expect(others).toEqual([]);
  expect(notice?.to).toBe(deskChannel);
  expect(notice?.ja).toMatch(/所属を通じて提案者に伝えてください/);
  expect(notice?.ja).toMatch(/受け付けた人.*木洩日 あおい/);
  expect(notice?.ja).toMatch(/紙/);
  expect(notice?.ja).not.toMatch(names);
  expect(notice?.en).toMatch(/hand this on to the proposer/);
});

test('an invitation to present is handed on with the meeting and its day', () => {
  const form = { meeting: '知事との意見交換会', heldOn: '2027-01-24' };
  const invited = acted(receivedOnBehalf(), 'invite-to-present', form, secretaryAct, context);
  const [notice] = told(invited);
  expect(notice?.to).toBe(deskChannel);
  expect(notice?.ja).toMatch(/発表をお願いできますか/);
  expect(notice?.ja).toMatch(/知事との意見交換会/);
  expect(notice?.ja).toMatch(/1月24日/);
  expect(notice?.ja).not.toMatch(names);
});

test('a question is handed on with its text and its day', () => {
  const question = { question: '何枚ありますか。' };
  const asked = acted(receivedOnBehalf(), 'ask-question', question, secretaryAct, context);
  const [notice] = told(asked);
  expect(notice?.to).toBe(deskChannel);
  expect(notice?.ja).toMatch(/何枚ありますか/);
  expect(notice?.ja).toMatch(/10月19日/);
});

test('a published decision is handed on with its reason, beside the channels of all staff', () => {
  const reviewed = acted(receivedOnBehalf(), 'begin-review', {}, secretaryAct, context);
  const second = { ...secretaryAct, by: people.secondSecretary };
  const decided = acted(reviewed, 'decide-track', sampleDecisionForm, second, context);
  const scheduled = acted(decided, 'publish', {}, secretaryAct, context);
  const at = sampleNow + 10_000;
  const published = releasePublication(scheduled, { by: theSystem, at }, context);
  const notices = told(allowedValue(published));
  expect(notices.map(({ to }) => to)).toEqual([deskChannel, '19:all@thread.tacv2']);
  const [notice] = notices;
  expect(notice?.ja).toContain(sampleDecision.reason);
  expect(notice?.ja).toMatch(/今年度着手/);
  expect(notice?.ja).not.toMatch(names);
});

test('a member of staff reads the receipt in the own chat, with who entered it', () => {
  const [notice, ...others] = told(receivedOnBehalf(byTelephone()));
  expect(others).toEqual([]);
  expect(notice?.to).toBe(staffId);
  expect(notice?.ja).toMatch(/代理受付.*木洩日 あおい（電話）/);
  expect(notice?.en).toMatch(/Entered by.*\(phone\)/);
});

test('the receipt is derived from the stored event, once', () => {
  const rows = new Set<string>();
  const derived = openDerivation({
    isInLedger: (key) => rows.has(key),
    frozenOf: async () => [],
    onFault: () => {},
  });
  const proposal = receivedOnBehalf(byTelephone());
  derived.look(proposal);
  derived.look(proposal);
  const [intent, ...others] = derived.all();
  expect(others).toEqual([]);
  expect(intent?.key).toBe(`${proposal.id}:1|people|0`);
  rows.add(intent?.key ?? '');
  derived.done(intent?.key ?? '');
  const afterRestart = openDerivation({
    isInLedger: (key) => rows.has(key),
    frozenOf: async () => [],
    onFault: () => {},
  });
  afterRestart.look(proposal);
  expect(afterRestart.all()).toEqual([]);
});
