import type { Act } from '../../../src/domain/act.js';
import type { ActName } from '../../../src/domain/acts.js';
import {
  beginRelease,
  canBegin,
  endRelease,
  exceptItems,
  exceptionsNow,
  isCarriedOut,
  itemsToPlace,
} from '../../../src/domain/releases/carry-out-release.js';
import { addItems, refuseItem, removeItems } from '../../../src/domain/releases/choose-items.js';
import { isAsChosen, itemProgress } from '../../../src/domain/releases/item-progress.js';
import { displaceProposal } from '../../../src/domain/releases/place-item.js';
import { exceptionCodeOf } from '../../../src/domain/releases/release-exception.js';
import { noticesOfRelease } from '../../../src/domain/releases/release-notices.js';
import { itemsToRelease, type ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { recordRelease, replayRelease } from '../../../src/domain/releases/replay-release-set.js';
import type { Result } from '../../../src/domain/result.js';
import { reason } from '../../support/act-effect.js';
import { ReleaseDesk, systemAt } from '../../support/release-desk.js';
import { channels } from '../../support/release-house.js';
import {
  after as acted,
  allowedValue,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../../support/sample-proposals.js';

let desk: ReleaseDesk;
beforeEach(() => {
  desk = new ReleaseDesk();
});

const due = systemAt(sampleNow + 10_000);
const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const excepted = (n: number) => ({ kind: 'proposal' as const, id: desk.item(n).id });

function begun(withProgress = false): ReleaseSet {
  const set = desk.scheduled(withProgress);
  for (const n of [1, 2]) desk.place(set, n);
  return allowedValue(beginRelease(set, due, desk.context));
}

describe('an item', () => {
  test('waits, is placed, and is published or taken out', () => {
    const set = desk.scheduled();
    const progress = () => [1, 2].map((n) => itemProgress('s', desk.proposal(n)));
    expect(progress()).toEqual(['waiting', 'waiting']);
    desk.place(set, 1);
    desk.place(set, 2);
    expect(progress()).toEqual(['placed', 'placed']);
    desk.publish(1);
    desk.undo(2);
    expect(progress()).toEqual(['published', 'taken-out']);
    expect(itemProgress('other', desk.proposal(1))).toBe('waiting');
    expect(itemProgress('s', undefined)).toBe('gone');
  });

  test.each<[ActName, object]>([
    ['add-note', { note: '覚え書き' }],
    ['mark-costs', { humanCost: 'small', physicalCost: 'small', rollout: 'possible' }],
    ['group', {}],
    ['set-priority', { team: '推進班' }],
    ['reclassify', { category: 'paperless', isDigital: 'digital', costNeeded: 'no', reason }],
    ['invite-to-present', { meeting: '意見交換会', heldOn: '2026-12-01' }],
    ['publish', {}],
  ])('is as it was chosen after %s', (name, form) => {
    const chosen = desk.item(1);
    expect(isAsChosen(chosen, acted(desk.proposal(1), name, form))).toBe(true);
  });

  test('is as it was chosen after its publication was asked for and taken back', () => {
    const chosen = desk.item(1);
    const back = acted(acted(desk.proposal(1), 'publish'), 'undo-publication');
    expect(isAsChosen(chosen, back)).toBe(true);
  });

  test.each<[ActName, object]>([
    ['decide-track', { ...sampleDecisionForm, startMonth: '2027-01' }],
    ['hide', { hidden: 'yes', reason }],
    ['propose-difficult', { reason, reexamineFiscalYear: '2028' }],
  ])('is not as it was chosen after %s', (name, form) => {
    const chosen = desk.item(1);
    expect(isAsChosen(chosen, acted(desk.proposal(1), name, form))).toBe(false);
  });

  test('is not as it was chosen where what was chosen cannot be found', () => {
    expect(isAsChosen({ seq: 99 }, desk.proposal(1))).toBe(false);
  });

  test('that is chosen anew stands last, as it is now', () => {
    const set = desk.filled();
    desk.change(1, (proposal) => acted(proposal, 'add-note', { note: '覚え書き' }));
    const again = allowedValue(addItems(set, [desk.item(1)], secretaryAct, desk.context));
    expect(again.items).toEqual([desk.item(2), desk.item(1)]);
  });

  test('is taken out alone, and what is not in it is not', () => {
    const set = desk.filled();
    const left = allowedValue(removeItems(set, [excepted(1)], secretaryAct, desk.context));
    expect(left.items).toEqual([desk.item(2)]);
    expect(left.trail.at(-1)).toMatchObject({ kind: 'removed', items: [excepted(1)] });
    const both = [excepted(1), excepted(2)];
    expect(codeOf(removeItems(left, both, secretaryAct, desk.context))).toBe('not-in-release-set');
    const measure = { kind: 'measure' as const, id: excepted(2).id };
    expect(codeOf(removeItems(left, [measure], secretaryAct, desk.context))).toBe(
      'not-in-release-set',
    );
  });

  test('is refused for what stands against it, an own idea first of all', () => {
    const refusal = (n: number, act: Act = secretaryAct) =>
      refuseItem(desk.item(n), act, desk.context)?.code;
    expect(refusal(1)).toBeUndefined();
    const own = { ...secretaryAct, by: { id: 'proposer-1', name: '若葉' } };
    expect(refusal(1, own)).toBe('conflict-of-interest');
    const chosen = desk.item(1);
    desk.change(1, (proposal) => acted(proposal, 'hide', { hidden: 'yes', reason }));
    expect(refuseItem(chosen, secretaryAct, desk.context)?.code).toBe('changed-since-chosen');
    const gone = { ...chosen, id: 'gone' };
    expect(refuseItem(gone, secretaryAct, desk.context)?.code).toBe('not-found');
    const measure = { kind: 'measure' as const, id: 'gone', seq: 1 };
    expect(refuseItem(measure, secretaryAct, desk.context)?.code).toBe('no-such-measure');
  });
});

describe('a release', () => {
  test('begins once it is due and all its items are placed, by the product alone', () => {
    const set = desk.scheduled();
    expect(itemsToPlace(set, desk.context)).toHaveLength(2);
    desk.place(set, 1);
    expect(canBegin(set, due, desk.context)).toBe(false);
    desk.place(set, 2);
    expect(canBegin(set, systemAt(sampleNow + 9_999), desk.context)).toBe(false);
    expect(canBegin(set, due, desk.context)).toBe(true);
    const person = { ...secretaryAct, at: due.at };
    expect(codeOf(beginRelease(set, person, desk.context))).toBe('nothing-to-publish');
    expect(canBegin(desk.empty(true), due, desk.context)).toBe(false);
    const started = allowedValue(beginRelease(set, due, desk.context));
    expect(started.state).toBe('releasing');
    expect(canBegin(started, due, desk.context)).toBe(false);
  });

  test('has one post for each channel that one of its items concerns', () => {
    const items = [excepted(1), excepted(2)];
    expect(begun().posts).toEqual([
      { channelId: channels.staff, as: 'staff', items },
      { channelId: channels.soumu, as: 'owner', items },
    ]);
  });

  test('is not over while an item is under way, and is once each is published or an exception', () => {
    const set = begun();
    expect(isCarriedOut(set, desk.context)).toBe(false);
    expect(isCarriedOut(desk.empty(true), desk.context)).toBe(false);
    desk.publish(1);
    expect(isCarriedOut(set, desk.context)).toBe(false);
    const later = allowedValue(exceptItems(set, [{ ...excepted(2), code: 'refused' }], due));
    expect(isCarriedOut(later, desk.context)).toBe(false);
    desk.undo(2);
    expect(isCarriedOut(later, desk.context)).toBe(true);
    expect(codeOf(endRelease(later, { ...secretaryAct, at: due.at }, desk.context))).toBe(
      'nothing-to-publish',
    );
  });

  test('tells the channels of what was published in the end', () => {
    const set = begun();
    desk.publish(1);
    desk.publish(2);
    const wrong = [{ ...excepted(2), code: 'refused' as const }];
    const ended = allowedValue(
      endRelease(allowedValue(exceptItems(set, wrong, due)), due, desk.context),
    );
    expect(ended).toMatchObject({ state: 'released', exceptions: [] });
    expect(ended.released).toEqual({
      at: due.at,
      seq: ended.trail.length,
      hasProgress: false,
      audience: {
        people: [],
        channels: [
          { channelId: channels.staff, as: 'staff' },
          { channelId: channels.soumu, as: 'owner' },
        ],
        asOf: due.at,
      },
    });
    expect(ended.trail.at(-1)).not.toHaveProperty('despiteQuietTime');
  });

  test('tells no channel of what was published in none of it, but all staff of the progress', () => {
    const told = (withProgress: boolean) => {
      desk = new ReleaseDesk();
      const set = begun(withProgress);
      for (const n of [1, 2]) desk.undo(n);
      const exceptions = exceptionsNow(set, desk.context);
      expect(exceptions.map(({ code }) => code)).toEqual(['taken-out', 'taken-out']);
      const listed = allowedValue(exceptItems(set, exceptions, due));
      const ended = allowedValue(endRelease(listed, due, desk.context));
      expect(ended.exceptions).toEqual(exceptions);
      const entry = ended.trail.at(-1);
      return entry ? noticesOfRelease('s', entry).map(({ key }) => key) : [];
    };
    expect(told(false)).toEqual([]);
    expect(told(true)).toEqual([`s:6|channel|${channels.staff}`]);
  });

  test('lists what is gone once it has begun, each item once', () => {
    const set = desk.scheduled();
    desk.place(set, 1);
    const { id } = desk.item(2);
    desk.proposals.delete(id);
    expect(exceptionsNow(set, desk.context)).toEqual([]);
    const exception = { kind: 'proposal' as const, id, code: 'not-found' as const };
    const running = allowedValue(beginRelease(set, due, desk.context));
    expect(exceptionsNow(running, desk.context)).toEqual([exception]);
    const listed = allowedValue(exceptItems(running, [exception], due));
    expect(itemsToRelease(listed).map((item) => item.id)).toEqual([desk.item(1).id]);
    expect(exceptionsNow(listed, desk.context)).toEqual([]);
    expect(codeOf(exceptItems(listed, [exception], due))).toBe('nothing-to-publish');
    expect(codeOf(exceptItems(running, [exception], secretaryAct))).toBe('nothing-to-publish');
    expect(codeOf(exceptItems(desk.empty(), [exception], due))).toBe('nothing-to-publish');
  });

  test('that ends without an item takes it back, in its own name', () => {
    const set = desk.scheduled();
    expect(codeOf(displaceProposal(set, desk.proposal(1), due.at, sampleContext))).toBe(
      'no-publication-to-undo',
    );
    desk.place(set, 1);
    const back = allowedValue(displaceProposal(set, desk.proposal(1), due.at, sampleContext));
    expect(back.trail.at(-1)).toMatchObject({
      kind: 'publication-undone',
      by: { id: 'system' },
      cause: 's:3',
    });
  });

  test('says of the items it left out why, in the words it has for that', () => {
    expect(exceptionCodeOf('no-such-measure')).toBe('not-found');
    expect(exceptionCodeOf('confirmation-pending')).toBe('confirmation-pending');
    expect(exceptionCodeOf('decided-alone')).toBe('decided-alone');
    expect(exceptionCodeOf('survivor-withdrawn')).toBe('survivor-withdrawn');
    expect(exceptionCodeOf('transition-not-allowed')).toBe('refused');
  });

  test('tells nobody before it is over', () => {
    const set = begun();
    expect(set.trail.flatMap((entry) => noticesOfRelease('s', entry))).toEqual([]);
  });
});

test('a set is what its trail gives, and a trail with a gap is refused', () => {
  const set = begun();
  expect(replayRelease(set.trail)).toEqual(set);
  const [first, second, ...rest] = set.trail;
  if (!first || !second) throw new Error('a longer trail');
  expect(() => replayRelease([])).toThrow('begins with the making of the set');
  expect(() => replayRelease([second, ...rest])).toThrow('begins with');
  expect(() => replayRelease([{ ...first, seq: 2 }])).toThrow('begins with');
  expect(() => replayRelease([first, ...rest])).toThrow('entry 2 is missing');
  expect(() => replayRelease([first, { ...first, seq: 2 }])).toThrow('entry 2');
  const cancelled = recordRelease(set, secretaryAct, { kind: 'cancelled' });
  expect(cancelled.cancelled).toEqual({ at: secretaryAct.at });
});
