import { isDeepStrictEqual } from 'node:util';
import { standingOf } from '../../../src/domain/measures/measure.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { replay } from '../../../src/domain/replay.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import {
  type Change,
  checkCoherence,
  checkMeasures,
  checkNames,
  checkNotices,
  checkPublishedStays,
  checkSilence,
  checkStandstill,
  checkTrail,
  checkTwoPeople,
} from '../domain-invariants.js';
import {
  checkCountsOfReceived,
  checkNumbers,
  checkOverdueReplies,
  checkOwnIdeas,
} from '../domain-office-invariants.js';
import type { Inconsistency } from './check-consistency.js';
import type { SeenOffice } from './seen-office.js';
import { type StoredProposal, storedProposals, valuesOf } from './stored-rows.js';

/** A rule of the domain as a finding: it throws where it does not hold. */
function holds(about: string, rule: () => void): readonly Inconsistency[] {
  try {
    rule();
    return [];
  } catch (fault) {
    return [{ code: 'invariant', about, detail: fault instanceof Error ? fault.message : fault }];
  }
}

function twice(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** No number and no token stands twice. */
export function checkKeys(office: SeenOffice): readonly Inconsistency[] {
  const all = storedProposals(office);
  return [
    ...twice(all.map(({ number }) => number)).map((about) => ({ code: 'number-twice', about })),
    ...twice(all.map(({ token }) => token)).map((about) => ({ code: 'token-twice', about })),
  ];
}

const isWhole = ({ trail }: StoredProposal): boolean =>
  trail.length > 0 && trail.every(({ seq }, index) => seq === index + 1);

/** A column as it is compared: what is empty is absent, JSON is what it says. */
function asCompared(name: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  return name.endsWith('Json') ? JSON.parse(String(value)) : value;
}

/** The columns that do not say what the trail gives. An archived trail is not the one that its item holds. */
function columnsAside(stored: StoredProposal, replayed: Proposal): readonly string[] {
  const left = stored.isArchived ? ['TrailJson', 'TrailText'] : [];
  return Object.entries(allLists.proposals.toFields(replayed))
    .filter(([name]) => !left.includes(name))
    .filter(
      ([name, value]) =>
        !isDeepStrictEqual(asCompared(name, value), asCompared(name, stored.fields[name])),
    )
    .map(([name]) => name);
}

/** What everybody is told of as it happens; the rest is seen once it was published. */
const publicKinds: ReadonlySet<string> = new Set([
  'received',
  'published',
  'review-begun',
  'question-asked',
  'question-answered',
  'question-dropped',
  'withdrawn',
  'content-edited',
]);

/** What is published rests on an entry that everybody was told of, and on a due time that had come. */
function checkPublished({ number, fields, trail }: StoredProposal): readonly Inconsistency[] {
  const entry = trail.find(({ seq }) => seq === fields['PublishedSeq']);
  if (!entry || !publicKinds.has(entry.kind)) {
    return [{ code: 'published-ahead', about: number, detail: entry?.kind }];
  }
  if (entry.kind !== 'published') return [];
  const asked = trail.findLast(
    (each) => each.kind === 'publication-scheduled' && each.seq < entry.seq,
  );
  const due = asked?.kind === 'publication-scheduled' ? asked.due : undefined;
  const isEarly = due === undefined || entry.occurredAt < due;
  const isOther = entry.state.status !== fields['PublishedStatus'];
  return isEarly || isOther
    ? [{ code: 'published-ahead', about: number, detail: { due, at: entry.occurredAt } }]
    : [];
}

function checkTrailOf(stored: StoredProposal): readonly Inconsistency[] {
  const { number, trail } = stored;
  if (!isWhole(stored)) {
    return [{ code: 'trail-gap', about: number, detail: trail.map(({ seq }) => seq) }];
  }
  const aside = columnsAside(stored, replay(trail));
  return [
    ...(aside.length > 0 ? [{ code: 'fields-not-in-trail', about: number, detail: aside }] : []),
    ...checkPublished(stored),
  ];
}

/** Trails have no gap, the columns say what they give, and nothing is published that was not told. */
export function checkTrails(office: SeenOffice): readonly Inconsistency[] {
  return storedProposals(office).flatMap(checkTrailOf);
}

/** Each change of a proposal, as its trail tells them. */
function changesOf({ trail }: StoredProposal): readonly Change[] {
  const states = trail.map((_, index) => replay(trail.slice(0, index + 1)));
  return states.slice(1).flatMap((after, index) => {
    const before = states[index];
    return before ? [{ before, after }] : [];
  });
}

const rulesOfChange = [
  checkTrail,
  checkCoherence,
  checkPublishedStays,
  checkSilence,
  checkNames,
  checkTwoPeople,
  checkNotices,
  checkStandstill,
] as const;

/** The invariants of the domain (1.7) as far as the lists can tell. */
export function checkInvariants(office: SeenOffice, now: number): readonly Inconsistency[] {
  const whole = storedProposals(office).filter(isWhole);
  const proposals = whole.map(({ trail }) => replay(trail));
  const measures = [
    ...valuesOf(office, allLists.measures),
    ...valuesOf(office, allLists.casebookRules),
  ];
  const stateOf = (id: string) => {
    const measure = measures.find((each) => each.id === id);
    return measure && standingOf(measure);
  };
  const ofChanges = whole.flatMap((each) =>
    changesOf(each).flatMap((change) => [
      ...rulesOfChange.flatMap((rule) => holds(each.number, () => rule(change))),
      ...holds(each.number, () => checkOwnIdeas(change, [], new Set())),
    ]),
  );
  const ofStates = proposals.flatMap((after) =>
    holds(after.number, () => checkMeasures({ before: after, after }, stateOf)),
  );
  return [
    ...ofChanges,
    ...ofStates,
    ...holds('all', () => checkCountsOfReceived(proposals, new Set())),
    ...holds('all', () => checkNumbers(proposals, new Set())),
    ...holds('all', () => checkOverdueReplies(proposals, now, new Set())),
  ];
}
