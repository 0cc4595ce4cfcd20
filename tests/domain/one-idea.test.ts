import type { Act } from '../../src/domain/act.js';
import type { ActContext } from '../../src/domain/act-context.js';
import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import { readIdeas } from '../../src/domain/one-idea.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { claimsByRule } from '../../src/domain/queues/claims.js';
import { officeTasks } from '../../src/domain/queues/office-items.js';
import { refuseItem } from '../../src/domain/releases/choose-items.js';
import { placeProposal } from '../../src/domain/releases/place-item.js';
import { mayKnowOfSet } from '../../src/domain/releases/release-permissions.js';
import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import type { Result } from '../../src/domain/result.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { isAsked, mayKnowOf, maySeeWorking } from '../../src/domain/visibility.js';
import { people } from '../support/domain-people.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  did,
  after as done,
  receivedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const { proposingSecretary, secondSecretary, proposingHead } = people;
const reason = '同じ様式についての提案であり、まとめて検討します。';
const exclusion = { exclusionReason: 'other', reason };

function proposalOf(n: number, personId: string): Proposal {
  const proposal = receivedProposal({ id: `p${n}`, number: `R8-000${n}` });
  return { ...proposal, proposer: { ...proposal.proposer, personId } };
}

/** Another person's idea, and one of a secretary's own that others merge into it. */
const survivor = done(proposalOf(1, people.friend.id), 'begin-review');
const own = done(proposalOf(2, proposingSecretary.id), 'begin-review');
const third = done(proposalOf(3, people.staff.id), 'begin-review');
const mergedInto = (proposal: Proposal, into: Proposal): Proposal => ({
  ...proposal,
  mergedInto: into.id,
});
const toldInto = (proposal: Proposal, into: Proposal): Proposal => ({
  ...proposal,
  published: { ...proposal.published, mergedInto: into.id },
});

const knowing = (...all: readonly Proposal[]): ActContext => ({
  ...sampleContext,
  members: [secondSecretary, proposingSecretary].map(({ id, name }) => ({
    personId: id,
    name,
    role: 'secretariat' as const,
  })),
  proposal: (id) => all.find((each) => each.id === id),
  proposalByNumber: (number) => all.find((each) => each.number === number),
  isIdeaOf: readIdeas(all),
});
const actIn = ({ isIdeaOf }: ActContext, by: Act['by'], roles = secretaryAct.roles ?? []): Act => ({
  by,
  at: sampleNow,
  roles,
  isOwnIdea: (proposalId) => isIdeaOf(proposalId, by.id),
});
const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);

/** Does something as the secretary who proposed the second one. */
function tried(proposal: Proposal, name: ActName, form: ActForm, context: ActContext): string {
  return codeOf(did(proposal, name, form, actIn(context, proposingSecretary), context));
}

describe('an idea of the own that others merged into another one', () => {
  const scenes = {
    'without telling it': [survivor, mergedInto(own, survivor)],
    'and told': [survivor, toldInto(mergedInto(own, survivor), survivor)],
    'and undid without telling it': [survivor, toldInto(own, survivor)],
    'through a third one': [survivor, mergedInto(third, survivor), mergedInto(own, third)],
    'beside a third one': [mergedInto(survivor, third), third, mergedInto(own, third)],
    'on a cycle': [mergedInto(survivor, own), mergedInto(own, survivor)],
  } as const satisfies Readonly<Record<string, readonly Proposal[]>>;

  test.each(Object.entries(scenes))('%s is nothing to work on', (_, all) => {
    const context = knowing(...all);
    const [first] = all;
    const decided = done({ ...survivor, ...first }, 'add-note', { note: 'メモ' });
    const steps: readonly (readonly [ActName, ActForm])[] = [
      ['decide-track', sampleDecisionForm],
      ['propose-exclusion', exclusion],
      ['add-note', { note: 'メモ' }],
      ['publish', {}],
      ['hand-over', { person: secondSecretary.id }],
      ['hide', { hidden: 'yes', reason }],
      ['unmerge', { reason }],
    ];
    for (const [name, form] of steps) {
      expect([name, tried(decided, name, form, context)]).toEqual([name, 'conflict-of-interest']);
    }
    const act = actIn(context, proposingSecretary);
    expect(maySeeWorking(decided, act)).toBe(false);
    expect(mayKnowOf({ ...decided, hidden: { reason } }, act, context.campaign)).toBe(true);
  });

  test('is free for all others, and after the merge is undone for everyone', () => {
    const context = knowing(survivor, mergedInto(own, survivor));
    const other = actIn(context, secondSecretary);
    expect(codeOf(did(survivor, 'decide-track', sampleDecisionForm, other, context))).toBe(
      'allowed',
    );
    const undone = knowing(survivor, own);
    expect(tried(survivor, 'decide-track', sampleDecisionForm, undone)).toBe('allowed');
  });

  const context = knowing(survivor, mergedInto(own, survivor));
  const act = actIn(context, proposingSecretary);

  test('is not confirmed, by the second person or for a first one who proposed it', () => {
    const other = actIn(context, secondSecretary);
    const byOther = done(survivor, 'propose-exclusion', exclusion, other);
    expect(tried(byOther, 'confirm', {}, context)).toBe('conflict-of-interest');
    const before = { ...secretaryAct, by: proposingSecretary };
    const asked = done(survivor, 'propose-exclusion', exclusion, before);
    expect(codeOf(did(asked, 'confirm', {}, other, context))).toBe('changed-meanwhile');
    expect(codeOf(did(asked, 'decline-confirmation', { reason }, other, context))).toBe('allowed');
  });

  test('is neither handed to who proposed it, nor offered by a rule', () => {
    const other = actIn(context, secondSecretary);
    const handed = did(survivor, 'hand-over', { person: proposingSecretary.id }, other, context);
    expect(codeOf(handed)).toBe('invalid-fields');
    const rule = { id: 'r', label: 'r', order: 1, personIds: [proposingSecretary.id] };
    const { members, isIdeaOf } = context;
    const holders = { today: '2026-10-06', members, masters: sampleMasters, isIdeaOf };
    const duty = () => ({ kind: 'open', office: { kind: 'secretariat' }, dueOn: '2026-11-01' });
    const claims = (using: typeof holders) =>
      claimsByRule([survivor], duty as never, [rule], using).claims.length;
    expect(claims(holders)).toBe(0);
    expect(claims({ ...holders, isIdeaOf: () => false })).toBe(1);
  });

  test('takes nothing else into it by the own hand', () => {
    const into = { mergeInto: survivor.number, reason };
    const all = knowing(survivor, mergedInto(own, survivor), third);
    expect(tried(third, 'merge', into, all)).toBe('conflict-of-interest');
  });

  test('goes into no set of an own, and is placed in none', () => {
    const decided = done(survivor, 'decide-track', sampleDecisionForm);
    const all = knowing(decided, mergedInto(own, decided));
    const item = {
      kind: 'proposal' as const,
      id: decided.id,
      number: decided.number,
      seq: lastSeq(decided.trail),
    };
    const releasing = { ...all, campaigns: [], measure: () => undefined };
    expect(refuseItem(item, actIn(all, proposingSecretary), releasing)).toEqual({
      code: 'conflict-of-interest',
    });
    const plan = { publishAt: sampleNow, by: proposingSecretary, roles: [], seq: 2 };
    const set = { id: 's', title: '公表', state: 'scheduled', items: [item], plan };
    const placed = (by: Act['by']) =>
      placeProposal(
        { ...(set as unknown as ReleaseSet), plan: { ...plan, by } },
        item,
        decided,
        sampleNow,
        all,
      );
    expect(codeOf(placed(proposingSecretary))).toBe('conflict-of-interest');
    expect(codeOf(placed(secondSecretary))).toBe('allowed');
    const planned = set as unknown as ReleaseSet;
    expect(mayKnowOfSet(planned, actIn(all, proposingSecretary), all)).toBe(false);
    expect(mayKnowOfSet(planned, actIn(all, secondSecretary), all)).toBe(true);
  });

  test('asks nothing of the office of who proposed it by that hand', () => {
    const request = { requestDepartment: 'soumu', requestText: '支障はありますか。' };
    const asked = done(survivor, 'request-opinion', request);
    const roles = [{ role: 'head', departmentId: 'soumu' }] as const;
    const all = knowing(
      asked,
      mergedInto({ ...own, proposer: { ...own.proposer, personId: proposingHead.id } }, asked),
    );
    const head = actIn(all, proposingHead, roles);
    const opinion = {
      requestId: asked.opinions[0]?.id ?? '',
      opinionVerdict: 'feasible',
      opinionText: '十文字以上の意見を書きます。',
    };
    expect(codeOf(did(asked, 'give-opinion', opinion, head, all))).toBe('conflict-of-interest');
    expect(isAsked(asked, head)).toBe(false);
    const duty = () => ({ kind: 'closed' }) as never;
    expect(officeTasks([asked], head, duty)).toEqual([]);
    expect(officeTasks([asked], actIn(all, people.head, roles), duty)).toHaveLength(1);
    expect(mayKnowOf(asked, head, undefined)).toBe(true);
  });

  test('is what it was to somebody without a role', () => {
    const clerk = actIn(context, proposingSecretary, []);
    expect(codeOf(did(survivor, 'publish', {}, clerk, context))).toBe('not-permitted');
    expect(mayKnowOf({ ...survivor, hidden: { reason } }, clerk, context.campaign)).toBe(false);
    expect(codeOf(did(survivor, 'publish', {}, act, context))).toBe('conflict-of-interest');
  });
});
