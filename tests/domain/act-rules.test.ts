import type { Proposal } from '../../src/domain/proposal.js';
import { effectContext, reason, reviewing } from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, rightForms } from '../support/proposal-in-status.js';
import { did, receivedProposal } from '../support/sample-proposals.js';

const { secretariat, proposer, owner, head } = actsAs;
const friend = { person: people.friend.id, personName: people.friend.name };
const invited = () => done(receivedProposal(), 'invite-co-proposer', friend, proposer);
const link = { measure: 'whole', coverage: 'whole' };
const changed = () => done(reviewing(), 'decide-track', rightForms['decide-track']);

test('a chain of merges may grow but not close', () => {
  const known = (proposal: Proposal) => ({
    ...effectContext,
    proposal: (id: string) => [proposal, reviewing()].find((each) => each.id === id),
    proposalByNumber: () => proposal,
  });
  const into = { mergeInto: 'R8-0002', reason };
  const tried = (survivor: Proposal) => {
    const result = did(reviewing(), 'merge', into, secretariat, known(survivor));
    return result.ok ? 'allowed' : result.refusal;
  };
  expect(tried({ ...receivedProposal({ id: 'other' }), mergedInto: 'third' })).toBe('allowed');
  expect(tried({ ...receivedProposal({ id: 'other' }), mergedInto: reviewing().id })).toEqual({
    code: 'merge-cycle',
  });
  expect(tried(reviewing())).toEqual({ code: 'merge-cycle' });
});

test('what the policy suggested stands beside what was decided, where costs were marked', () => {
  const costs = {
    humanCost: 'small',
    physicalCost: 'small',
    rollout: 'hard',
    rolloutReason: reason,
  };
  const marked = done(reviewing(), 'mark-costs', costs);
  expect(done(marked, 'decide-track', rightForms['decide-track']).trail.at(-1)).toMatchObject({
    suggestion: { track: 'delegated', inputs: { humanCost: 'small', rollout: 'hard' } },
  });
  expect(changed().trail.at(-1)).not.toHaveProperty('suggestion');
});

test('a part needs no answer about what remains where a measure covers the whole', () => {
  const whole = done(inStatus('started'), 'link-measure', link);
  const asked = done(whole, 'propose-realised', { realisedOn: '2026-11-20' }, owner);
  expect(asked.pending).toMatchObject({ realisation: { realisedOn: '2026-11-20' } });
  expect(done(asked, 'confirm', {}, head).realisation).toEqual({ realisedOn: '2026-11-20' });
  const gone = { ...effectContext, measureState: () => undefined };
  const result = did(asked, 'confirm', {}, head, gone);
  expect(result.ok ? 'allowed' : result.refusal.code).toBe('no-published-measure');
});

test('of several invited one answers for nobody else', () => {
  const two = done(
    invited(),
    'invite-co-proposer',
    { person: people.owner.id, personName: '双葉' },
    proposer,
  );
  expect(done(two, 'answer-invitation', { invitation: 'declined' }, owner).coProposers).toEqual([
    { personId: people.friend.id, name: people.friend.name, answer: 'invited' },
    { personId: people.owner.id, name: '双葉', answer: 'declined' },
  ]);
});
