import { countedIn } from '../../../src/domain/figures/counted.js';
import { turnoutOf } from '../../../src/domain/figures/turnout.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { receiptGround } from '../../support/handed-in.js';
import { sampleMasters } from '../../support/sample-masters.js';
import { after as acted, receivedProposal, sampleNow } from '../../support/sample-proposals.js';

const today = '2026-10-05';
const campaign = { ...receiptGround.campaigns[0], id: 'demo', title: '募集', opensAt: 0 };
const open = { ...campaign, visibility: 'at-once' as const, isSample: true };

/** So many proposals of a department, numbered from `first`. */
function proposals(departmentId: string, count: number, first = 1): readonly Proposal[] {
  return Array.from({ length: count }, (_, index) => {
    const n = String(first + index).padStart(4, '0');
    const proposal = receivedProposal({
      id: `10000000-0000-4000-8000-00000000${n}`,
      number: `R8-${n}`,
    });
    return { ...proposal, proposer: { ...proposal.proposer, departmentId } };
  });
}

function turnout(
  all: readonly Proposal[],
  isForAllStaff: () => boolean = () => true,
  changes: { readonly targetDepartments?: readonly string[] } = {},
) {
  const counted = countedIn('published', all, isForAllStaff);
  return turnoutOf({ ...open, ...changes }, counted, sampleMasters, today);
}

test('departments without a proposal count nothing, those that are over are not asked for any', () => {
  expect(turnout(proposals('doboku', 7))).toEqual({
    received: 7,
    withdrawn: 0,
    departments: [
      { departmentId: 'doboku', kind: 'count', count: 7 },
      { departmentId: 'soumu', kind: 'count', count: 0 },
    ],
  });
});

test('a department that is over stands in it with what came from it', () => {
  const { departments } = turnout(proposals('old-dept', 6));
  expect(departments.map(({ departmentId }) => departmentId)).toEqual([
    'old-dept',
    'soumu',
    'doboku',
  ]);
});

test('only departments to which the campaign is addressed are asked for proposals', () => {
  const { departments } = turnout([], undefined, { targetDepartments: ['soumu'] });
  expect(departments).toEqual([{ departmentId: 'soumu', kind: 'count', count: 0 }]);
});

test('what is withdrawn is counted beside it', () => {
  const [first, ...others] = proposals('doboku', 6);
  if (!first) throw new Error('no proposal');
  const by = { id: first.proposer.personId, name: first.proposer.name };
  const withdrawn = acted(first, 'withdraw', {}, { by, at: sampleNow });
  expect(turnout([withdrawn, ...others])).toMatchObject({ received: 5, withdrawn: 1 });
});

test('few proposals that not all staff may see are held back, and nothing gives them away', () => {
  const all = [...proposals('doboku', 6), ...proposals('soumu', 2, 11)];
  expect(turnout(all, () => false).departments).toEqual([
    { departmentId: 'soumu', kind: 'held-back' },
    { departmentId: 'doboku', kind: 'held-back' },
  ]);
  expect(turnout(all).departments).toContainEqual({
    departmentId: 'soumu',
    kind: 'count',
    count: 2,
  });
});

test('the only department with proposals is not told of where they are few and not for all staff', () => {
  const heldBack = [
    { departmentId: 'soumu', kind: 'held-back' },
    { departmentId: 'doboku', kind: 'held-back' },
  ];
  expect(turnout(proposals('doboku', 1), () => false)).toEqual({
    received: 1,
    withdrawn: 0,
    departments: heldBack,
  });
  expect(turnout(proposals('soumu', 1), () => false).departments).toEqual(heldBack);
  expect(turnout(proposals('doboku', 5), () => false).departments).toContainEqual({
    departmentId: 'doboku',
    kind: 'count',
    count: 5,
  });
  expect(turnout(proposals('doboku', 1)).departments[0]).toMatchObject({ count: 1 });
});

test('a department that no master knows is held back after the others', () => {
  const { departments } = turnout(proposals('dissolved', 1), () => false);
  expect(departments.map(({ departmentId }) => departmentId)).toEqual([
    'soumu',
    'doboku',
    'dissolved',
  ]);
});

test('where each department has sent one only, those without any are held back with them', () => {
  const all = [...proposals('old-dept', 1), ...proposals('doboku', 1, 11)];
  expect(turnout(all, () => false).departments.map(({ kind }) => kind)).toEqual([
    'held-back',
    'held-back',
    'held-back',
  ]);
});
