import type { ActName } from '../../src/domain/acts.js';
import { type Capacity, capacities, capacitiesOn } from '../../src/domain/capacity.js';
import {
  nextStatuses,
  type TransitionId,
  transitionIds,
  transitions,
} from '../../src/domain/lifecycle.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { type Status, statuses } from '../../src/domain/status.js';
import { actsAs, inStatus, lifeContext, rightForms } from '../support/proposal-in-status.js';
import { did } from '../support/sample-proposals.js';

/** The act that carries a transition out; T1 is the submission, which makes a proposal instead of moving one. */
const actOf: Readonly<Record<Exclude<TransitionId, 'T1'>, ActName>> = {
  T2: 'ask-question',
  T3: 'answer-question',
  T3b: 'drop-question',
  T4: 'begin-review',
  T5: 'decide-track',
  T6: 'decide-track',
  T6b: 'return-delegation',
  T7: 'start-work',
  T8: 'partly-realise',
  T9: 'propose-realised',
  T10: 'propose-difficult',
  T11: 're-examine',
  T12: 'propose-exclusion',
  T13: 'withdraw',
  T14: 'correct-publication',
  T15: 'reclassify',
  T16: 'reopen',
  T17: 'reply-to-delegation',
};

const moving = transitionIds.filter((id) => id !== 'T1');

/** Deciding is one act: T5 from the review, T6 from wherever a decision can be changed. */
function rowsOf(id: Exclude<TransitionId, 'T1'>): readonly TransitionId[] {
  return moving.filter((other) => actOf[other] === actOf[id]);
}

/** Statuses in which no decision is published have no owner: nobody acts for one there. */
const withoutOwner: readonly Status[] = [
  'received',
  'clarifying',
  'reviewing',
  'out-of-scope',
  'withdrawn',
];

/** What the table says: allowed, not this person's to do, or not from here. */
function expected(id: Exclude<TransitionId, 'T1'>, status: Status, capacity: Capacity): string {
  const isOffice = capacity === 'owner' || capacity === 'head';
  if (isOffice && withoutOwner.includes(status)) return 'not-permitted';
  const rows = rowsOf(id).map((each) => transitions[each]);
  if (!rows.some(({ by }) => by.includes(capacity))) return 'not-permitted';
  const isFrom = rows.some(({ from, by }) => from.includes(status) && by.includes(capacity));
  return isFrom ? 'allowed' : 'transition-not-allowed';
}

function outcome(id: Exclude<TransitionId, 'T1'>, status: Status, capacity: Capacity) {
  const proposal = inStatus(status);
  const name = actOf[id];
  return did(proposal, name, rightForms[name], actsAs[capacity], lifeContext);
}

test('the sample people act in exactly their capacity', () => {
  for (const capacity of capacities) {
    expect(capacitiesOn(inStatus('decided'), actsAs[capacity])).toEqual([capacity]);
  }
});

test.each(statuses)(
  'from %s exactly the transitions of the table are possible, for each capacity',
  (status) => {
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const id of moving) {
      for (const capacity of capacities) {
        const result = outcome(id, status, capacity);
        found[`${id} ${capacity}`] = result.ok ? 'allowed' : result.refusal.code;
        wanted[`${id} ${capacity}`] = expected(id, status, capacity);
      }
    }
    expect(found).toEqual(wanted);
  },
);

test.each(statuses)(
  'a refusal from %s names the status it has and those that can follow',
  (status) => {
    const { published } = inStatus(status);
    expect(published.status).toBe(status);
    for (const id of moving) {
      for (const capacity of capacities) {
        const result = outcome(id, status, capacity);
        if (result.ok || result.refusal.code !== 'transition-not-allowed') continue;
        expect(result.refusal.present).toBe(status);
        expect(result.refusal.allowed).toEqual(nextStatuses(status));
      }
    }
  },
);

/** What a transition makes of a proposal, by whoever of the table may do it from that status. */
function moved(id: Exclude<TransitionId, 'T1'>, status: Status): Proposal | undefined {
  const capacity = transitions[id].by.find((each) => expected(id, status, each) === 'allowed');
  const result = capacity && outcome(id, status, capacity);
  return result?.ok ? result.value : undefined;
}

test.each(moving)('%s leads where the table says, or waits for a second person', (id) => {
  const { from, to, confirmedBy, onPublication } = transitions[id];
  const made = from.flatMap((status) => moved(id, status) ?? []);
  expect(made.length).toBeGreaterThan(0);
  for (const [index, { status, pending, published }] of made.entries()) {
    const before = from[index] ?? 'received';
    const reached = confirmedBy ? pending?.what : status;
    expect(to === 'same' ? [before] : to).toContain(reached);
    if (confirmedBy) expect(status).toBe(before);
    if (onPublication.length > 0) expect(published).toEqual(inStatus(before).published);
  }
});

test('what can follow a status is what the transitions from it lead to, in the order of a life', () => {
  expect(Object.fromEntries(statuses.map((status) => [status, nextStatuses(status)]))).toEqual({
    received: ['clarifying', 'reviewing', 'withdrawn'],
    clarifying: ['received', 'reviewing', 'withdrawn'],
    reviewing: ['clarifying', 'decided', 'difficult', 'out-of-scope'],
    decided: ['reviewing', 'started', 'realised', 'difficult'],
    started: ['partially-realised', 'realised', 'difficult'],
    'partially-realised': ['started', 'realised'],
    realised: ['started'],
    difficult: ['reviewing'],
    'out-of-scope': ['reviewing'],
    withdrawn: [],
  });
});

test('who may do what, from where, and who hears of it when', () => {
  const { from: _, ...received } = transitions.T1;
  expect(received).toMatchObject({ to: ['received'], by: ['proposer', 'secretariat'] });
  expect(
    Object.fromEntries(
      moving.map((id) => {
        const { from, by, confirmedBy = [], atOnce, onPublication, undo } = transitions[id];
        const whom = `${atOnce.join(' ')} | ${onPublication.length > 0 ? 'published' : 'never'}`;
        const places = from.length === statuses.length ? 'everywhere' : from.join(' ');
        return [id, `${places} | ${by} | ${confirmedBy} | ${whom} | ${undo}`];
      }),
    ),
  ).toEqual({
    T2: 'received reviewing | secretariat |  | proposer co-proposer | never | none',
    T3: 'clarifying | proposer |  | secretariat | never | none',
    T3b: 'clarifying | secretariat |  | proposer co-proposer | never | none',
    T4: 'received | secretariat |  | proposer co-proposer | never | none',
    T5: 'reviewing | secretariat |  |  | published | until-published',
    T6: 'decided started partially-realised | secretariat |  |  | published | until-published',
    T6b: 'decided | head |  | secretariat | published | until-published',
    T7: 'decided | owner,head,secretariat |  |  | published | until-published',
    T8: 'started | owner,head,secretariat |  |  | published | until-published',
    T9: 'decided started partially-realised | owner,head,secretariat | head,secretariat |  | published | until-published',
    T10: 'reviewing decided started | owner,head,secretariat | head,secretariat |  | published | until-published',
    T11: 'difficult | secretariat |  |  | published | until-published',
    T12: 'reviewing | secretariat | secretariat |  | published | until-published',
    T13: 'received clarifying | proposer |  | co-proposer secretariat | never | none',
    T14: 'realised partially-realised | secretariat |  |  | published | until-published',
    T15: 'everywhere | secretariat |  |  | never | none',
    T16: 'out-of-scope | secretariat,proposer |  | secretariat | published | until-published',
    T17: 'decided | owner,head |  | secretariat | published | until-published',
  });
});

test('contributors are refused with the published status while another one is decided and not told', () => {
  const decided = did(
    inStatus('reviewing'),
    'decide-track',
    rightForms['decide-track'],
    actsAs.secretariat,
    lifeContext,
  );
  if (!decided.ok) throw new Error(decided.refusal.code);
  for (const name of ['answer-question', 'withdraw', 'reopen'] as const) {
    const result = did(decided.value, name, rightForms[name], actsAs.proposer, lifeContext);
    expect(result.ok ? 'allowed' : result.refusal).toEqual({
      code: 'transition-not-allowed',
      present: 'reviewing',
      allowed: nextStatuses('reviewing'),
    });
  }
});

test('the secretariat is refused with the status that is not told yet', () => {
  const decided = did(
    inStatus('reviewing'),
    'decide-track',
    rightForms['decide-track'],
    actsAs.secretariat,
    lifeContext,
  );
  if (!decided.ok) throw new Error(decided.refusal.code);
  const result = did(decided.value, 'begin-review', {}, actsAs.secretariat, lifeContext);
  expect(result.ok ? 'allowed' : result.refusal).toMatchObject({ present: 'decided' });
});

test('what each transition requires', () => {
  const decision = ['track', 'ownerDepartment', 'reason'];
  expect(Object.fromEntries(transitionIds.map((id) => [id, transitions[id].requires]))).toEqual({
    T1: ['title', 'currentProblem', 'proposedContent', 'category', 'isDigital', 'costNeeded'],
    T2: ['question'],
    T3: ['answer'],
    T3b: ['note'],
    T4: [],
    T5: decision,
    T6: decision,
    T6b: ['reason'],
    T7: ['startedOn', 'firstAction'],
    T8: [],
    T9: ['realisedOn'],
    T10: ['reason', 'reexamineFiscalYear'],
    T11: ['reason'],
    T12: ['exclusionReason', 'reason'],
    T13: [],
    T14: ['reason'],
    T15: ['category', 'isDigital', 'costNeeded', 'reason'],
    T16: ['reason'],
    T17: ['replyAnswer', 'replyBy', 'replyText'],
  });
});

test('a publication tells everyone, a receipt those who proposed and the secretariat', () => {
  const told = transitionIds.map((id) => transitions[id].onPublication);
  const all = ['proposer', 'co-proposer', 'supporter', 'staff', 'owner'];
  expect(
    told.filter((parts) => parts.length > 0).every((parts) => parts.join() === all.join()),
  ).toBe(true);
  expect(transitions.T1).toMatchObject({
    atOnce: ['proposer', 'co-proposer', 'secretariat'],
    onPublication: [],
    undo: 'none',
  });
  expect(transitions.T3.to).toEqual(['received', 'reviewing']);
});
