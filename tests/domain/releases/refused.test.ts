import { addItems, removeItems } from '../../../src/domain/releases/choose-items.js';
import { isPlanned, placeProposal } from '../../../src/domain/releases/place-item.js';
import type { ReleaseContext } from '../../../src/domain/releases/release-context.js';
import type { ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import { askQuietTime, confirmQuietTime } from '../../../src/domain/releases/waive-quiet-time.js';
import {
  createReleaseSet,
  editReleaseSet,
} from '../../../src/domain/releases/write-release-set.js';
import { lastSeq } from '../../../src/domain/trail-entry.js';
import { otherSecretary } from '../../support/release-house.js';
import {
  allowedValue,
  decidedProposal,
  sampleContext,
  sampleNow,
  secretary,
  secretaryAct,
} from '../../support/sample-proposals.js';

const proposal = decidedProposal();
const otherAct = { ...secretaryAct, by: otherSecretary };
const item = {
  kind: 'proposal',
  id: proposal.id,
  number: proposal.number,
  seq: lastSeq(proposal.trail),
} as const;

const context: ReleaseContext = {
  campaigns: sampleContext.campaign ? [sampleContext.campaign] : [],
  channelMap: [],
  supportersOf: () => [],
  proposal: (id) => (id === proposal.id ? proposal : undefined),
  measure: () => undefined,
};

const form = { title: '11月の公表', campaign: 'fy2026', withProgress: false };
const newSet = (): ReleaseSet => allowedValue(createReleaseSet('s', form, secretaryAct, context));
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

test('a set with nothing in it is not scheduled; the progress alone is something', () => {
  const set = newSet();
  const schedule = (each: ReleaseSet) => scheduleRelease(each, undefined, secretaryAct, context);
  expect(schedule(set)).toEqual(refusedWith('release-set-empty'));
  const withProgress = editReleaseSet(set, { ...form, withProgress: true }, secretaryAct, context);
  expect(schedule(allowedValue(withProgress)).ok).toBe(true);
});

test('what is not in a set, or in it no more, cannot be taken out of it', () => {
  const remove = (set: ReleaseSet) => removeItems(set, [item], secretaryAct, context);
  expect(remove(newSet())).toEqual(refusedWith('not-in-release-set'));
  const filled = allowedValue(addItems(newSet(), [item], secretaryAct, context));
  expect(remove(allowedValue(remove(filled)))).toEqual(refusedWith('not-in-release-set'));
});

test('an item is placed with its set once', () => {
  const filled = allowedValue(addItems(newSet(), [item], secretaryAct, context));
  const set = allowedValue(scheduleRelease(filled, undefined, secretaryAct, context));
  if (!isPlanned(set)) throw new Error('it was scheduled');
  const member = { personId: secretary.id, name: secretary.name, role: 'secretariat' as const };
  const now = { ...sampleContext, members: [member] };
  const placed = allowedValue(placeProposal(set, item, proposal, sampleNow, now));
  expect(placeProposal(set, item, placed, sampleNow, now)).toEqual(refusedWith('in-release-set'));
});

test('sending in quiet time is asked for once, by whomever, and confirmed it is not asked for again', () => {
  const asked = allowedValue(askQuietTime(newSet(), secretaryAct, context));
  const confirmed = allowedValue(confirmQuietTime(asked, otherAct, context));
  for (const set of [asked, confirmed]) {
    for (const act of [secretaryAct, otherAct]) {
      expect(askQuietTime(set, act, context)).toEqual(refusedWith('quiet-time-asked'));
    }
  }
});
