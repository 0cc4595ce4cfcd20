import type { Act } from '../../src/domain/act.js';
import type { Role } from '../../src/domain/member.js';
import { noticesOf } from '../../src/domain/notice.js';
import { theSystem } from '../../src/domain/person.js';
import { releasePublication, schedulePublication } from '../../src/domain/publication.js';
import { publishedView } from '../../src/domain/published-view.js';
import { type HandedIn, type ReceiptGround, receiveFor } from '../../src/domain/receive-for.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { replay } from '../../src/domain/replay.js';
import type { Result } from '../../src/domain/result.js';
import { people } from '../support/domain-people.js';
import {
  byTelephone,
  dayMs,
  deskChannel,
  handedIn,
  handedInToken,
  receiptGround,
  receivedOnBehalf,
  staffId,
} from '../support/handed-in.js';
import {
  after as acted,
  allowedValue,
  did,
  released,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretary,
  secretaryAct,
} from '../support/sample-proposals.js';

const context = { ...sampleContext, channelMap: receiptGround.channelMap };
const secondSecretary: Act = { ...secretaryAct, by: people.secondSecretary };

function refusalOf<T>(result: Result<T>): Refusal | undefined {
  return result.ok ? undefined : result.refusal;
}

function received(
  entered: HandedIn,
  act: Act = secretaryAct,
  ground: Partial<ReceiptGround> = {},
): ReturnType<typeof receiveFor> {
  return receiveFor(entered, act, { ...receiptGround, ...ground });
}

const campaignWith = (changes: object): Pick<ReceiptGround, 'campaigns'> => ({
  campaigns: receiptGround.campaigns.map((each) => ({ ...each, ...changes })),
});

describe('what is received on behalf of somebody', () => {
  test('keeps the original time, the way, who entered it, and the office as it was on that day', () => {
    expect(allowedValue(received(handedIn()))).toEqual({
      id: handedInToken,
      campaignId: 'demo',
      receivedAt: sampleNow - 3 * dayMs,
      proposer: {
        personId: `outside:${handedInToken}`,
        name: '磯辺 とおる',
        departmentId: 'doboku',
        sectionId: 'minato',
        gradeId: 'shunin',
        officeKind: 'branch',
      },
      content: expect.objectContaining({ title: '現場の押印をやめる', namePublication: false }),
      receivedFor: { by: secretary, route: 'paper' },
      audience: {
        people: [],
        channels: [{ channelId: deskChannel, as: 'through-office' }],
        asOf: sampleNow,
      },
    });
  });

  test('of a member of staff belongs to that person, who is told in the own chat', () => {
    const { proposer, receivedFor, audience } = allowedValue(received(byTelephone()));
    expect(proposer).toMatchObject({ personId: staffId, name: '芹沢 いろは' });
    expect(receivedFor).toEqual({ by: secretary, route: 'phone' });
    expect(audience.people).toEqual([{ personId: staffId, as: 'proposer' }]);
    expect(audience.channels).toEqual([]);
  });

  test('of a member of staff of whom no chat is known is told through the office as well', () => {
    const { audience } = allowedValue(
      received(byTelephone(), secretaryAct, { hasChat: () => false }),
    );
    expect(audience.people).toEqual([{ personId: staffId, as: 'proposer' }]);
    expect(audience.channels).toEqual([{ channelId: deskChannel, as: 'through-office' }]);
  });

  test('is told to nobody where it was imported, and stays listed', () => {
    for (const entered of [handedIn(), byTelephone()]) {
      const { form } = entered;
      const imported = { ...entered, form: { ...form, receiptRoute: 'import' } };
      const { audience } = allowedValue(received(imported, secretaryAct, { hasChat: () => false }));
      expect(audience).toEqual({ people: [], channels: [], asOf: sampleNow });
    }
  });

  test('is told to nobody where the secretariat has no channel, and stays listed', () => {
    const { audience } = allowedValue(received(handedIn(), secretaryAct, { channelMap: [] }));
    expect(audience).toEqual({ people: [], channels: [], asOf: sampleNow });
  });

  test('is taken from the instant at which the campaign opened until now', () => {
    for (const receivedAt of [sampleNow, sampleNow - 30 * dayMs]) {
      expect(allowedValue(received(handedIn({}, { receivedAt }))).receivedAt).toBe(receivedAt);
    }
  });

  test('belongs to the campaign that was named, whatever others there are', () => {
    const [demo] = receiptGround.campaigns;
    if (!demo) throw new Error('there is no campaign');
    const past = { ...demo, id: 'past', closesAt: sampleNow - 20 * dayMs, targetDepartments: [] };
    const endless = { ...demo, id: 'endless' };
    const { closesAt: _, ...open } = endless;
    const ground = { campaigns: [past, open, demo] };
    expect(allowedValue(received(handedIn(), secretaryAct, ground)).campaignId).toBe('demo');
    const always = handedIn({ campaign: 'endless' });
    expect(allowedValue(received(always, secretaryAct, ground)).campaignId).toBe('endless');
    expect(refusalOf(received(handedIn({ campaign: 'past' }), secretaryAct, ground))?.code).toBe(
      'campaign-closed',
    );
  });

  test('may choose what the masters held on the day it was handed in, and nothing newer', () => {
    const receivedAt = Date.parse('2026-03-20T01:00:00Z');
    const open = campaignWith({ opensAt: receivedAt - dayMs });
    const old = handedIn({ department: 'old-dept', section: '', category: 'old' }, { receivedAt });
    expect(received(old, secretaryAct, open).ok).toBe(true);
    expect(received({ ...old, receivedAt: sampleNow }, secretaryAct, open).ok).toBe(false);
  });

  test('is what replaying its trail gives, received at the original time and recorded now', () => {
    const proposal = receivedOnBehalf();
    expect(replay(proposal.trail)).toEqual(proposal);
    expect(proposal.trail[0]).toMatchObject({
      kind: 'received',
      occurredAt: sampleNow - 3 * dayMs,
      recordedAt: sampleNow,
      by: secretary,
    });
  });

  test('shows all staff nothing of who entered it and how it came', () => {
    const view = JSON.stringify(publishedView(receivedOnBehalf()));
    expect(view).not.toMatch(/木洩日|磯辺|paper"|outside|receivedFor/);
  });
});

describe('receiving on behalf of somebody is refused', () => {
  const others: readonly Role[] = ['owner', 'head', 'executive', 'administrator'];
  test.each(others)('to %s', (role) => {
    const act = { ...secretaryAct, roles: [{ role, departmentId: 'doboku' }] };
    expect(refusalOf(received(handedIn(), act))).toEqual({ code: 'not-permitted' });
  });

  test('to who holds no role', () => {
    const { by, at } = secretaryAct;
    expect(refusalOf(received(handedIn(), { by, at }))).toEqual({ code: 'not-permitted' });
  });

  const faults: Readonly<Record<string, readonly [HandedIn, object]>> = {
    'of the future': [
      handedIn({}, { receivedAt: sampleNow + 1000 }),
      { field: 'receivedAt', rule: 'too-late' },
    ],
    'before the campaign opened': [
      handedIn({}, { receivedAt: sampleNow - 30 * dayMs - 1000 }),
      { field: 'receivedAt', rule: 'too-early' },
    ],
    'for an unknown campaign': [
      handedIn({ campaign: 'none' }),
      { field: 'campaign', rule: 'not-a-choice' },
    ],
    'by an unknown way': [
      handedIn({ receiptRoute: 'pigeon' }),
      { field: 'receiptRoute', rule: 'not-a-choice' },
    ],
    'of nobody in particular': [
      handedIn({ proposerKind: '' }),
      { field: 'proposerKind', rule: 'required' },
    ],
    'without a name': [
      handedIn({ personName: ' ' }),
      { field: 'personName', rule: 'required', limit: 60 },
    ],
    'of staff without an id': [
      handedIn({ proposerKind: 'staff' }),
      { field: 'person', rule: 'required' },
    ],
    'of staff with an id that is none': [
      handedIn({ proposerKind: 'staff', person: `outside:${handedInToken}` }),
      { field: 'person', rule: 'not-a-choice' },
    ],
    'of staff with more than an id': [
      handedIn({ proposerKind: 'staff', person: `${staffId}0` }),
      { field: 'person', rule: 'not-a-choice' },
    ],
    'of who enters it': [
      handedIn({ proposerKind: 'staff', person: secretary.id.toUpperCase() }),
      { field: 'person', rule: 'not-a-choice' },
    ],
    'without what the form demands': [
      handedIn({ jobGrade: '' }),
      { field: 'jobGrade', rule: 'required' },
    ],
  };
  test.each(Object.entries(faults))('%s', (_, [entered, fault]) => {
    expect(refusalOf(received(entered))).toEqual({ code: 'invalid-fields', fields: [fault] });
  });

  test('with every fault at once', () => {
    const refusal = refusalOf(received(handedIn({ campaign: '', personName: '', title: '' })));
    expect(refusal).toMatchObject({
      code: 'invalid-fields',
      fields: [{ field: 'campaign' }, { field: 'personName' }, { field: 'title' }],
    });
  });

  test('where it was handed in after the deadline, and taken where it was before it', () => {
    const closesAt = sampleNow - 2 * dayMs;
    const closed = campaignWith({ closesAt });
    expect(received(handedIn(), secretaryAct, closed).ok).toBe(true);
    const late = handedIn({}, { receivedAt: closesAt });
    expect(refusalOf(received(late, secretaryAct, closed))).toEqual({
      code: 'campaign-closed',
      closedAt: closesAt,
    });
    const lastSecond = handedIn({}, { receivedAt: closesAt - 1000 });
    expect(received(lastSecond, secretaryAct, closed).ok).toBe(true);
  });

  test('where the campaign is addressed to other departments', () => {
    const elsewhere = campaignWith({ targetDepartments: ['soumu'] });
    expect(refusalOf(received(handedIn(), secretaryAct, elsewhere))).toEqual({
      code: 'not-addressed',
    });
  });

  test('past the limit of the campaign on one person', () => {
    const few = campaignWith({ limitPerPerson: 2 });
    const have = (count: number) => ({
      ...few,
      countOf: (personId: string, campaignId: string) =>
        personId === staffId && campaignId === 'demo' ? count : 0,
    });
    expect(received(byTelephone(), secretaryAct, have(1)).ok).toBe(true);
    expect(refusalOf(received(byTelephone(), secretaryAct, have(2)))).toEqual({
      code: 'too-many-proposals',
      limit: 2,
      per: 'campaign',
    });
    expect(received(handedIn(), secretaryAct, have(2)).ok).toBe(true);
  });
});

describe('a proposer without a chat', () => {
  const outside = () => receivedOnBehalf();
  const asked = () =>
    acted(outside(), 'ask-question', { question: '何枚ありますか。' }, secretaryAct, context);

  test('is told of the receipt and of all that follows through the secretariat, once per event', () => {
    const [entry] = outside().trail;
    const keys = entry ? noticesOf(handedInToken, entry).map(({ place }) => place) : [];
    expect(keys).toEqual([
      { kind: 'channel', channel: { channelId: deskChannel, as: 'through-office' } },
    ]);
    expect(asked().trail.at(-1)).toMatchObject({
      audience: { people: [], channels: [{ channelId: deskChannel, as: 'through-office' }] },
    });
  });

  test('is answered for by the secretariat, which the trail says', () => {
    const answered = acted(
      asked(),
      'answer-question',
      { answer: '三枚あります。' },
      secondSecretary,
      context,
    );
    expect(answered.status).toBe('received');
    expect(answered.trail.at(-1)).toMatchObject({
      kind: 'question-answered',
      by: people.secondSecretary,
    });
    expect(acted(outside(), 'withdraw', {}, secretaryAct, context).status).toBe('withdrawn');
  });

  test('is answered for by nobody else', () => {
    const head = { ...secretaryAct, roles: [{ role: 'head' as const, departmentId: 'doboku' }] };
    const answer = { answer: '三枚あります。' };
    expect(refusalOf(did(asked(), 'answer-question', answer, head, context))).toEqual({
      code: 'not-permitted',
    });
    const ofStaff = receivedOnBehalf(byTelephone());
    expect(refusalOf(did(ofStaff, 'withdraw', {}, secretaryAct, context))).toEqual({
      code: 'not-permitted',
    });
  });
});

describe('who received a proposal', () => {
  const decidedBy = (act: Act) => {
    const reviewed = acted(receivedOnBehalf(), 'begin-review', {}, secretaryAct, context);
    return acted(reviewed, 'decide-track', sampleDecisionForm, act, context);
  };

  test('does not also publish an own decision on it', () => {
    expect(refusalOf(did(decidedBy(secretaryAct), 'publish'))).toEqual({ code: 'decided-alone' });
    expect(did(decidedBy(secretaryAct), 'publish', {}, secondSecretary).ok).toBe(true);
    expect(did(decidedBy(secondSecretary), 'publish').ok).toBe(true);
  });

  test('may publish what follows a decision that another person published', () => {
    const scheduled = acted(decidedBy(secretaryAct), 'publish', {}, secondSecretary);
    const started = acted(allowedValue(released(scheduled)), 'start-work', {
      startedOn: '2026-10-05',
      firstAction: '様式の一覧を作る。',
    });
    expect(did(started, 'publish').ok).toBe(true);
  });
});

test('a release set leaves the word to a proposer without a chat to the item itself', () => {
  const reviewed = acted(receivedOnBehalf(), 'begin-review', {}, secretaryAct, context);
  const decided = acted(reviewed, 'decide-track', sampleDecisionForm, secondSecretary, context);
  const set = { release: { setId: 's', title: '第一次公表' }, publishAt: sampleNow };
  const scheduled = allowedValue(schedulePublication(decided, secretaryAct, context, set));
  const at = sampleNow + 10_000;
  const releasing = { ...context, releaseState: () => 'releasing' as const };
  const published = releasePublication(scheduled, { by: theSystem, at }, releasing);
  expect(allowedValue(published).trail.at(-1)).toMatchObject({
    kind: 'published',
    audience: { people: [], channels: [{ channelId: deskChannel, as: 'through-office' }] },
  });
});
