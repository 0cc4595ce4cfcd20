import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { type PersonName, people } from '../support/domain-people.js';
import { openWorld } from '../support/domain-world.js';

const edit = contentForm({ dice: diceOf([0]) });

async function answer(by: PersonName, act: 'edit-content' | 'begin-review', seq?: number) {
  const world = await openWorld(false);
  const seen = { number: 'R8-0001', seq };
  const outcome = await actOnProposal(world.processes[0], people[by], seen, act, edit);
  return outcome.kind === 'refused' ? outcome.refusal.code : lastSeq(outcome.stored.value.trail);
}

test('who works on a proposal acts on what was seen, or is told that it changed', async () => {
  expect(await answer('secretary', 'begin-review', 1)).toBe(2);
  expect(await answer('secretary', 'begin-review')).toBe(2);
  expect(await answer('secretary', 'begin-review', 7)).toBe('changed-meanwhile');
});

test('to everybody else the length of the trail is no answer', async () => {
  expect(await answer('proposer', 'edit-content', 7)).toBe(2);
  expect(await answer('proposer', 'begin-review', 7)).toBe('not-permitted');
});

test('a proposal that somebody cannot know of is not found, as one that there is not', async () => {
  expect(await answer('staff', 'begin-review')).toBe('not-found');
  const world = await openWorld(false);
  const nowhere = { number: 'R8-0099' };
  const outcome = await actOnProposal(world.processes[0], people.secretary, nowhere, 'publish', {});
  expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'not-found' } });
});
