import { type Counted, countedIn } from '../../../src/domain/figures/counted.js';
import { timingOf } from '../../../src/domain/figures/timing.js';
import { trackFigures } from '../../../src/domain/figures/tracks.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { inStatus } from '../../support/proposal-in-status.js';
import {
  after as acted,
  sampleDecision,
  sampleDecisionForm,
  secretaryAct,
} from '../../support/sample-proposals.js';

const heldBack = { kind: 'held-back' } as const;

/** So many proposals in a status, of which the last one is not for all staff where `isUnseen`. */
function several(status: Proposal['status'], count: number, isUnseen: boolean): readonly Counted[] {
  const proposals = Array.from({ length: count }, (_, n) => ({
    ...inStatus(status),
    id: `p${n}`,
    number: `R8-000${n}`,
  }));
  const last = proposals.at(-1)?.id;
  return countedIn('published', proposals, ({ id }) => !isUnseen || id !== last);
}

test('an item whose early entries lie in the archive is timed like any other', () => {
  const all = several('realised', 1, false);
  const shortened = all.map((each) => ({
    ...each,
    proposal: { ...each.proposal, trail: each.proposal.trail.slice(-1) },
  }));
  for (const view of ['working', 'published'] as const) {
    expect(timingOf(view, shortened)).toEqual(timingOf(view, all));
    expect(timingOf(view, shortened)).toMatchObject({
      toDecision: { kind: 'count', count: 1 },
      toRealisation: { kind: 'count', count: 1 },
    });
  }
});

test('what counts is the first decision, also after another one', () => {
  const decided = inStatus('decided');
  const act = { ...secretaryAct, at: secretaryAct.at + 86_400_000 * 30 };
  const again = acted(decided, 'decide-track', sampleDecisionForm, act);
  expect(again.firsts).toEqual(decided.firsts);
  expect(again.firsts?.decided).toBeDefined();
  expect(again.trail.length).toBeGreaterThan(decided.trail.length);
});

test('durations of few are held back where one of them is not for all staff to see', () => {
  expect(timingOf('published', several('realised', 1, true))).toEqual({
    toDecision: heldBack,
    toRealisation: heldBack,
  });
  expect(timingOf('published', several('decided', 4, true)).toDecision).toEqual(heldBack);
  expect(timingOf('published', several('decided', 5, true))).toMatchObject({
    toDecision: { kind: 'count', count: 5 },
    toRealisation: { kind: 'count', count: 0 },
  });
  expect(timingOf('published', several('decided', 4, false)).toDecision).toMatchObject({
    count: 4,
  });
});

/** So many items of a track, of which one is not for all staff where `isUnseen`. */
function decidedAs(
  track: 'later' | 'start-this-fy',
  horizon: 'short' | 'long',
  count: number,
  isUnseen = false,
): readonly Counted[] {
  const later = {
    track: 'later',
    owner: sampleDecision.owner,
    reason: sampleDecision.reason,
    horizon,
    targetFiscalYear: 2027,
    budgeting: { state: 'considered' },
  } as const;
  const decision = track === 'later' ? later : sampleDecision;
  return several('decided', count, false).map((each, n) => ({
    ...each,
    decision,
    isUnseen: isUnseen && n === 0,
  }));
}

test('a track with few items is held back with another one, and its horizons with it', () => {
  const { tracks, horizons } = trackFigures([
    ...decidedAs('start-this-fy', 'short', 7),
    ...decidedAs('later', 'long', 1, true),
  ]);
  expect(tracks).toEqual([
    { track: 'realise-this-fy', kind: 'count', count: 0 },
    { track: 'start-this-fy', ...heldBack },
    { track: 'later', ...heldBack },
    { track: 'delegated', kind: 'count', count: 0 },
  ]);
  expect(horizons.map(({ kind }) => kind)).toEqual(['held-back', 'held-back', 'held-back']);
});

test('a single hidden item is told neither by its track nor by the zeros of the others', () => {
  const { tracks, horizons } = trackFigures(decidedAs('start-this-fy', 'short', 1, true));
  expect(tracks.every(({ kind }) => kind === 'held-back')).toBe(true);
  expect(horizons.every(({ kind }) => kind === 'held-back')).toBe(true);
  const seen = trackFigures(decidedAs('start-this-fy', 'short', 1));
  expect(seen.tracks).toContainEqual({ track: 'start-this-fy', kind: 'count', count: 1 });
});

test('few items of a horizon are held back where the track itself can be shown', () => {
  const { tracks, horizons } = trackFigures([
    ...decidedAs('later', 'short', 6),
    ...decidedAs('later', 'long', 2, true),
  ]);
  expect(tracks).toContainEqual({ track: 'later', kind: 'count', count: 8 });
  expect(horizons).toEqual([
    { horizon: 'short', ...heldBack },
    { horizon: 'medium', kind: 'count', count: 0 },
    { horizon: 'long', ...heldBack },
  ]);
});
