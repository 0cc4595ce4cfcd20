import type { Actor } from '../../../src/domain/person.js';
import type { ReleaseContext } from '../../../src/domain/releases/release-context.js';
import type { ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { recordRelease } from '../../../src/domain/releases/replay-release-set.js';
import { scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import { askQuietTime, confirmQuietTime } from '../../../src/domain/releases/waive-quiet-time.js';
import {
  createReleaseSet,
  editReleaseSet,
} from '../../../src/domain/releases/write-release-set.js';
import type { Result } from '../../../src/domain/result.js';
import { channels, otherSecretary } from '../../support/release-house.js';
import { sampleNow, secretary } from '../../support/sample-proposals.js';

const third: Actor = { id: '00000000-0000-4000-8000-0000000000b9', name: '三葉 みどり' };
const form = { title: '11月の公表', campaign: 'fy2026', withProgress: true };
const item = { kind: 'measure', id: 'm', seq: 1 } as const;

const context: ReleaseContext = {
  campaigns: [
    { id: 'fy2026', title: '募集（架空）', opensAt: 0, visibility: 'at-once', isSample: true },
  ],
  channelMap: [
    {
      id: 'all',
      purpose: 'staff-updates',
      teamId: 't',
      channelId: channels.staff,
      label: '全職員',
    },
  ],
  supportersOf: () => [],
  proposal: () => undefined,
  measure: () => undefined,
};

const actOf = (by: Actor) => ({ by, at: sampleNow, roles: [{ role: 'secretariat' as const }] });

function madeBy<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);

function confirmedSet(): ReleaseSet {
  const made = madeBy(createReleaseSet('s', form, actOf(secretary), context));
  const asked = madeBy(askQuietTime(made, actOf(secretary), context));
  return madeBy(confirmQuietTime(asked, actOf(otherSecretary), context));
}

const changes: Readonly<Record<string, (set: ReleaseSet, by: Actor) => ReleaseSet>> = {
  edited: (set, by) =>
    madeBy(editReleaseSet(set, { ...form, title: '別の題名' }, actOf(by), context)),
  added: (set, by) => recordRelease(set, actOf(by), { kind: 'added', items: [item] }),
  removed: (set, by) => recordRelease(set, actOf(by), { kind: 'removed', items: [item] }),
};

describe.each(Object.keys(changes))('a set that was %s after two people agreed', (kind) => {
  const changed = (by: Actor) => changes[kind]?.(confirmedSet(), by) ?? confirmedSet();

  test('is not told in quiet time until another person confirms it as it is now', () => {
    const set = changed(secretary);
    expect(set.quietTime).toEqual({ askedBy: secretary });
    expect(codeOf(scheduleRelease(set, undefined, actOf(secretary), context))).toBe(
      'quiet-time-unconfirmed',
    );
    const again = madeBy(confirmQuietTime(set, actOf(otherSecretary), context));
    expect(codeOf(scheduleRelease(again, undefined, actOf(secretary), context))).toBe('allowed');
  });

  test('is not confirmed by whoever changed it', () => {
    const set = changed(otherSecretary);
    expect(codeOf(confirmQuietTime(set, actOf(otherSecretary), context))).toBe('same-person');
    expect(codeOf(confirmQuietTime(set, actOf(third), context))).toBe('allowed');
  });
});

test('a set that nobody changed stays confirmed', () => {
  const set = confirmedSet();
  expect(codeOf(scheduleRelease(set, undefined, actOf(secretary), context))).toBe('allowed');
});

test('who changed a set before it was asked for has seen it as it is, and may confirm it', () => {
  const made = madeBy(createReleaseSet('s', form, actOf(secretary), context));
  const edited = changes['edited']?.(made, otherSecretary) ?? made;
  const asked = madeBy(askQuietTime(edited, actOf(secretary), context));
  expect(codeOf(confirmQuietTime(asked, actOf(otherSecretary), context))).toBe('allowed');
});
