import type { Drive } from '../../../src/domain/measures/drive.js';
import { driveProposal } from '../../../src/domain/measures/drive-proposal.js';
import { measureIdOfText, measureTextId } from '../../../src/domain/measures/measure-text.js';
import { MeasureWorld, rightMeasure, worldPeople } from '../../support/measure-world.js';

const number = 'R8-0001';
let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
  world.published('m');
  world.published('other', { ...rightMeasure, title: '別の取組' });
  world.decided(number);
});

/** What a drive of the measure m makes of the proposal: `allowed`, or the code of the refusal. */
function driven(step: Drive['step'], changes: Partial<Drive> = {}): string {
  const at = world.now;
  const drive: Drive = {
    step,
    ...worldPeople.secretary,
    numbers: [number],
    seq: 9,
    at,
    ...changes,
  };
  return world.onProposal(number, (proposal) =>
    driveProposal(world.measure('m'), drive, proposal, at, world.proposalContext()),
  );
}
const ask = () => driven('ask', { realisedOn: '2026-10-05' });

test('what the measure does not realise is left as it is, whatever else realises it', () => {
  expect(ask()).toBe('no-published-measure');
  world.link(number, 'other', 'part');
  expect(ask()).toBe('no-published-measure');
});

test('what it realises beside others is brought forward', () => {
  world.link(number, 'm', 'part');
  world.link(number, 'other', 'part');
  expect(ask()).toBe('allowed');
  expect(world.proposal(number)).toMatchObject({
    status: 'partially-realised',
    start: { startedOn: '2026-10-05', firstAction: rightMeasure.title },
  });
});

test('what another measure realises wholly is proposed as realised', () => {
  world.link(number, 'm', 'part');
  world.link(number, 'other', 'whole');
  expect(ask()).toBe('allowed');
  expect(world.proposal(number).pending).toMatchObject({ what: 'realised' });
});

test('work is begun in the words that are published of the measure', () => {
  world.act('m', 'secretary', 'edit', { ...rightMeasure, title: '公表前の題名' });
  world.link(number, 'm', 'part');
  expect(ask()).toBe('allowed');
  expect(world.proposal(number).start?.firstAction).toBe(rightMeasure.title);
});

test('what a person proposed as realised waits for no drive', () => {
  world.link(number, 'm', 'whole');
  world.propose(number, 'owner', 'propose-realised', { realisedOn: '2026-10-05' });
  expect(driven('confirm')).toBe('nothing-to-confirm');
  expect(driven('decline', { reason: '実現の日が違っています。' })).toBe('nothing-to-confirm');
  expect(world.propose(number, 'head', 'confirm')).toBe('allowed');
});

test('the text of a measure is compared beside those of proposals, and found again', () => {
  expect(measureIdOfText(measureTextId('m1'))).toBe('m1');
  expect(measureTextId('m1')).not.toBe('m1');
  expect(measureIdOfText('10000000-0000-4000-8000-000000000001')).toBeUndefined();
});
