import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import {
  canPublish,
  isReleasable,
  peopleToFreeze,
  publicationAudience,
  releasePublication,
  schedulePublication,
  undoPublication,
} from '../../src/domain/publication.js';
import { publishedView } from '../../src/domain/published-view.js';
import { BrokenTrail, replay } from '../../src/domain/replay.js';
import type { Result } from '../../src/domain/result.js';
import { decided, effectContext, reason, reviewing } from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import {
  actsAs,
  done,
  inStatus,
  later,
  lifeContext,
  rightForms,
} from '../support/proposal-in-status.js';
import { receivedProposal } from '../support/sample-proposals.js';

const { secretariat, owner, head, administrator, proposer } = actsAs;
const system = { by: theSystem, at: later };
const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const changed = () => done(reviewing(), 'decide-track', rightForms['decide-track']);
const started = () => done(decided(), 'start-work', rightForms['start-work'] ?? {}, owner);
const ownersPublish = {
  ...lifeContext,
  campaign: {
    id: 'fy2026',
    title: '募集',
    opensAt: 0,
    visibility: 'at-once',
    ownersPublish: true,
    isSample: true,
  },
} as const;

test('who may publish: the secretariat and the product itself, nobody else', () => {
  for (const act of [secretariat, system]) {
    expect(codeOf(schedulePublication(started(), act, lifeContext))).toBe('allowed');
  }
  for (const act of [owner, head, administrator, proposer]) {
    expect(codeOf(schedulePublication(started(), act, lifeContext))).toBe('not-permitted');
    expect(
      codeOf(schedulePublication(started(), act, { ...lifeContext, campaign: undefined })),
    ).toBe('not-permitted');
  }
});

test('owner and head publish what they did, where the campaign leaves it to them, and nothing decided', () => {
  for (const act of [owner, head]) {
    expect(codeOf(schedulePublication(started(), act, ownersPublish))).toBe('allowed');
    const linked = done(decided(), 'link-measure', { measure: 'whole', coverage: 'whole' }, act);
    expect(codeOf(schedulePublication(linked, act, ownersPublish))).toBe('not-permitted');
    const redecided = done(inStatus('started'), 'decide-track', {
      ...rightForms['decide-track'],
      replyDue: '2027-03-01',
    });
    expect(codeOf(schedulePublication(redecided, act, ownersPublish))).toBe('not-permitted');
  }
  expect(codeOf(schedulePublication(started(), { ...owner, roles: [] }, ownersPublish))).toBe(
    'not-permitted',
  );
  expect(codeOf(schedulePublication(decided(), secretariat, ownersPublish))).toBe(
    'nothing-to-publish',
  );
});

test.each(['partially-realised', 'realised'] as const)(
  'an owner publishes that it is %s',
  (status) => {
    const steps: Readonly<Record<typeof status, () => Proposal>> = {
      'partially-realised': () => done(inStatus('started'), 'partly-realise', {}, owner),
      realised: () =>
        done(
          done(inStatus('started'), 'propose-realised', rightForms['propose-realised'], owner),
          'confirm',
          {},
          head,
        ),
    };
    const reached = steps[status]();
    expect(reached.status).toBe(status);
    expect(codeOf(schedulePublication(reached, owner, ownersPublish))).toBe('allowed');
  },
);

test('nothing is published that is open, on its way, withdrawn or told already', () => {
  expect(canPublish(changed())).toBe(true);
  expect(canPublish(decided())).toBe(false);
  expect(canPublish(done(changed(), 'publish'))).toBe(false);
  const link = { measure: 'whole', coverage: 'whole' };
  const asked = done(done(inStatus('received'), 'link-measure', link), 'ask-question', {
    question: 'どれですか。',
  });
  expect(canPublish(asked)).toBe(false);
  expect(canPublish(done(asked, 'answer-question', { answer: 'これです。' }, proposer))).toBe(true);
  const pending = done(changed(), 'propose-difficult', rightForms['propose-difficult']);
  expect(canPublish(pending)).toBe(false);
  expect(codeOf(schedulePublication(pending, secretariat, lifeContext))).toBe(
    'confirmation-pending',
  );
  expect(canPublish(done(inStatus('withdrawn'), 'link-measure', link))).toBe(false);
});

test('a whole is never published as a part', () => {
  const part = done(inStatus('started'), 'partly-realise', {}, owner);
  const whole = done(part, 'link-measure', { measure: 'whole', coverage: 'whole' });
  expect(codeOf(schedulePublication(whole, secretariat, lifeContext))).toBe('whole-coverage');
  expect(codeOf(schedulePublication(part, secretariat, lifeContext))).toBe('allowed');
  const begun = done(started(), 'link-measure', { measure: 'whole', coverage: 'whole' });
  expect(codeOf(schedulePublication(begun, secretariat, lifeContext))).toBe('allowed');
});

test('a publication is due in ten seconds, or at the instant of its set if that is later', () => {
  const dueOf = (publishAt?: number) => {
    const set =
      publishAt === undefined ? undefined : { release: { setId: 's', title: '第1弾' }, publishAt };
    const result = schedulePublication(changed(), secretariat, lifeContext, set);
    return result.ok ? result.value.publicationDue : undefined;
  };
  expect(dueOf()).toEqual({ due: later + 10_000, seq: changed().trail.length + 1 });
  expect(dueOf(later)?.due).toBe(later + 10_000);
  expect(dueOf(later + 60_000)).toMatchObject({ due: later + 60_000, release: { setId: 's' } });
});

test('the product alone releases, when it is due and the set has begun', () => {
  const release = { setId: 's', title: '第1弾' };
  const scheduled = schedulePublication(changed(), secretariat, lifeContext, {
    release,
    publishAt: 0,
  });
  if (!scheduled.ok) throw new Error(scheduled.refusal.code);
  const due = { by: theSystem, at: later + 10_000 };
  const releasing = { ...lifeContext, releaseState: () => 'releasing' as const };
  expect(codeOf(releasePublication(scheduled.value, secretariat, releasing))).toBe('not-permitted');
  expect(codeOf(releasePublication(scheduled.value, system, releasing))).toBe('nothing-to-publish');
  expect(codeOf(releasePublication(scheduled.value, due, lifeContext))).toBe('nothing-to-publish');
  expect(isReleasable({}, later, releasing)).toBe(false);
  const done = releasePublication(scheduled.value, due, releasing);
  expect(done.ok && done.value.trail.at(-1)).toMatchObject({
    kind: 'published',
    notify: true,
    release,
    audience: { channels: [] },
  });
  const chunk = { proposalId: 'x', scheduleSeq: 1, chunk: 0, people: [] };
  expect(codeOf(releasePublication(scheduled.value, due, releasing, [chunk]))).toBe(
    'changed-meanwhile',
  );
});

test('supporters of whom there are too many stand in items of their own, who proposed never does', () => {
  const many = Array.from({ length: 100 }, (_, n) => `supporter-${n}`);
  const context = { ...effectContext, supportersOf: () => many };
  const audience = publicationAudience(changed(), context, later);
  expect(audience.people.map(({ as }) => as).filter((as) => as !== 'supporter')).toEqual([
    'proposer',
    'co-proposer',
  ]);
  expect(peopleToFreeze(audience)).toHaveLength(100);
  expect(peopleToFreeze({ ...audience, people: audience.people.slice(0, 100) })).toEqual([]);
  const scheduled = done(changed(), 'publish', {}, secretariat);
  const seq = scheduled.publicationDue?.seq ?? 0;
  const chunk = (n: number, length: number) => ({
    proposalId: scheduled.id,
    scheduleSeq: seq,
    chunk: n,
    people: peopleToFreeze(audience).slice(0, length),
  });
  const due = { by: theSystem, at: later + 10_000 };
  const released = releasePublication(scheduled, due, context, [chunk(0, 60), chunk(1, 40)]);
  expect(released.ok && released.value.trail.at(-1)).toMatchObject({
    audience: {
      people: [{ as: 'proposer' }, { as: 'co-proposer' }],
      frozen: { scheduleSeq: seq, chunks: 2, people: 100 },
    },
  });
});

test('who may publish may take it back, nobody else', () => {
  const scheduled = done(changed(), 'publish');
  expect(codeOf(undoPublication(scheduled, secretariat, lifeContext))).toBe('allowed');
  expect(codeOf(undoPublication(scheduled, system, lifeContext))).toBe('allowed');
  expect(codeOf(undoPublication(scheduled, administrator, lifeContext))).toBe('not-permitted');
  expect(codeOf(undoPublication(decided(), secretariat, lifeContext))).toBe(
    'no-publication-to-undo',
  );
});

test('a trail is replayed only whole, from its receipt on', () => {
  const { trail } = inStatus('decided');
  const [first, ...later] = trail;
  if (!first) throw new Error('expected a receipt');
  expect(replay(trail)).toEqual(inStatus('decided'));
  expect(() => replay([])).toThrow(new BrokenTrail('a trail begins with its receipt'));
  expect(() => replay(later)).toThrow('a trail begins with its receipt');
  expect(() => replay([{ ...first, seq: 2 }])).toThrow('a trail begins with its receipt');
  expect(() => replay([first, ...later.slice(1)])).toThrow('entry 2 is missing');
  expect(() => replay([first, { ...first, seq: 2 }])).toThrow('entry 2 receives again');
  expect(new BrokenTrail('x').name).toBe('BrokenTrail');
});

test('what became of a proposal is published with it, and nothing that is not there', () => {
  const outcome = (status: Parameters<typeof inStatus>[0]) =>
    publishedView(inStatus(status)).outcome;
  expect(outcome('decided')).toEqual({});
  expect(outcome('started')).toEqual({ start: inStatus('started').start });
  expect(outcome('realised')).toEqual({
    start: inStatus('realised').start,
    realisation: { realisedOn: '2026-10-05', remaining: '出先の分。' },
  });
  expect(outcome('difficult')).toEqual({ difficulty: inStatus('difficult').difficulty });
  expect(outcome('out-of-scope')).toEqual({ exclusion: inStatus('out-of-scope').exclusion });
  expect(receivedProposal().proposer.personId).not.toBe(people.friend.id);
  expect(reason.length).toBeGreaterThan(9);
});
