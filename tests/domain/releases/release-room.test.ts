import fc from 'fast-check';
import type { ChannelMapping } from '../../../src/domain/channel-map.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import {
  beginRelease,
  endRelease,
  exceptItems,
} from '../../../src/domain/releases/carry-out-release.js';
import type { ReleaseContext } from '../../../src/domain/releases/release-context.js';
import type { ReleaseItem } from '../../../src/domain/releases/release-item.js';
import { hasRoomToEnd } from '../../../src/domain/releases/release-room.js';
import { type ReleaseSet, tagOf } from '../../../src/domain/releases/release-set.js';
import { recordRelease, replayRelease } from '../../../src/domain/releases/replay-release-set.js';
import { cancelRelease, scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import { createReleaseSet } from '../../../src/domain/releases/write-release-set.js';
import { mostCharacters, trailLength } from '../../../src/domain/trail-archive.js';
import { releaseTrailShape } from '../../../src/graph/lists/release-shapes.js';
import { releaseTrailText } from '../../../src/graph/lists/release-trail-text.js';
import { propertyTimeoutMs, runs } from '../../support/domain-runs.js';
import { systemAt } from '../../support/release-desk.js';
import {
  allowedValue,
  decidedProposal,
  sampleContext,
  sampleNow,
  secretaryAct,
} from '../../support/sample-proposals.js';

const minuteMs = 60_000;
const due = sampleNow + minuteMs;

const channelOf = (index: number): ChannelMapping => ({
  id: `c${index}`,
  purpose: index % 3 === 2 ? 'department' : 'staff-updates',
  ...(index % 3 === 2 && { departmentId: 'soumu' }),
  teamId: 't',
  channelId: `19:${String(index).padStart(32, '0')}@thread.tacv2`,
  label: `チャネル${index}`,
});
const channelsOf = (count: number) => Array.from({ length: count }, (_, index) => channelOf(index));

/** Decided proposals, which `release` can put into a set and take out again. */
class Office {
  readonly proposals = new Map<string, Proposal>();
  channelMap: readonly ChannelMapping[];

  constructor(count: number, channels: number) {
    this.channelMap = channelsOf(channels);
    const campaignId = 'demo';
    for (let n = 1; n <= count; n += 1) {
      const tail = String(n).padStart(4, '0');
      const id = `10000000-0000-4000-8000-00000000${tail}`;
      this.proposals.set(id, { ...decidedProposal({ id, number: `R8-${tail}` }), campaignId });
    }
  }

  get context(): ReleaseContext {
    const { channelMap, proposals } = this;
    return {
      campaigns: sampleContext.campaign ? [{ ...sampleContext.campaign, id: 'demo' }] : [],
      channelMap,
      supportersOf: () => [],
      proposal: (id) => proposals.get(id),
      measure: () => undefined,
    };
  }

  get items(): readonly ReleaseItem[] {
    return [...this.proposals.values()].map(({ id, number, trail }) => {
      const seq = trail.length;
      return { kind: 'proposal', id, number, seq };
    });
  }

  place(set: ReleaseSet): void {
    for (const [id, proposal] of this.proposals) {
      const publicationDue = { due, seq: proposal.trail.length, release: tagOf(set) };
      this.proposals.set(id, { ...proposal, publicationDue });
    }
  }

  takeBack(id: string): void {
    const { publicationDue: _, ...rest } = this.proposals.get(id) ?? decidedProposal();
    this.proposals.set(id, rest);
  }
}

/** A set with all items of an office, filled by edits until nothing more is allowed, and scheduled. */
function filled(office: Office): ReleaseSet | undefined {
  const { context } = office;
  const form = { title: '11月の公表', campaign: 'demo', withProgress: true };
  const made = allowedValue(createReleaseSet('s', form, secretaryAct, context));
  const added = recordRelease(made, secretaryAct, { kind: 'added', items: office.items });
  const scheduled = (set: ReleaseSet) =>
    allowedValue(scheduleRelease(set, due, secretaryAct, context));
  const title = '題'.repeat(60);
  for (let set = added, fits = false; ; fits = true) {
    const next = recordRelease(set, secretaryAct, {
      kind: 'edited',
      title,
      campaignId: 'demo',
      withProgress: true,
    });
    if (!hasRoomToEnd(scheduled(next), context, sampleNow))
      return fits ? scheduled(set) : undefined;
    set = next;
  }
}

/** Every item held on its own, some before the release begins and the others after it. */
function heldOneByOne(office: Office, scheduled: ReleaseSet, before: number): ReleaseSet {
  const act = systemAt(due);
  office.place(scheduled);
  let set = scheduled;
  const except = ({ kind, id }: ReleaseItem): void => {
    office.takeBack(id);
    const exceptions = [{ kind, id, code: 'confirmation-pending' as const }];
    set = allowedValue(exceptItems(set, exceptions, act));
  };
  office.items.slice(0, before).forEach(except);
  set = allowedValue(beginRelease(set, act, office.context));
  expect(set.state).toBe('releasing');
  office.items.slice(before).forEach(except);
  return allowedValue(endRelease(set, act, office.context));
}

test(
  'whatever turns out, the trail of a set that people filled to the limit fits its item',
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat({ max: 60 }),
        (count, channels, before) => {
          const office = new Office(count, channels);
          const scheduled = filled(office);
          if (!scheduled) return;
          const set = heldOneByOne(office, scheduled, Math.min(before, count));
          expect(trailLength(set.trail)).toBeLessThanOrEqual(mostCharacters);
          expect(releaseTrailText(set.trail).length).toBeLessThanOrEqual(mostCharacters);
          expect(replayRelease(set.trail)).toEqual(set);
        },
      ),
      runs('a full release set ends', 25),
    );
  },
  propertyTimeoutMs,
);

test('sixty items for three channels leave people most of a third of the trail', () => {
  const scheduled = filled(new Office(60, 3));
  expect(trailLength(scheduled?.trail ?? [])).toBeGreaterThan(15_000);
});

test('a set filled to the limit can be cancelled with the longest reason', () => {
  const office = new Office(1, 1);
  const scheduled = filled(office);
  if (!scheduled) throw new Error('it does not fit');
  const family = '👨‍👩‍👧‍👦';
  const cancelled = cancelRelease(scheduled, family.repeat(500), secretaryAct, office.context);
  const set = allowedValue(cancelled);
  expect(hasRoomToEnd(set, office.context, sampleNow)).toBe(true);
  expect(trailLength(set.trail)).toBeLessThanOrEqual(mostCharacters);
});

test('where channels were added since, it is cancelled when it is due, and says so', () => {
  const office = new Office(60, 2);
  const scheduled = filled(office);
  if (!scheduled) throw new Error('it does not fit');
  office.place(scheduled);
  office.channelMap = channelsOf(12);
  const set = allowedValue(beginRelease(scheduled, systemAt(due), office.context));
  expect(set).toMatchObject({ state: 'cancelled', cancelled: { because: 'no-room' } });
  expect(trailLength(set.trail)).toBeLessThanOrEqual(mostCharacters);
  expect(releaseTrailShape.parse(JSON.parse(JSON.stringify(set.trail)))).toEqual(set.trail);
  expect(releaseTrailText(set.trail)).toMatch(/収まらなくなったため、取りやめました/);
  expect(replayRelease(set.trail)).toEqual(set);
});
