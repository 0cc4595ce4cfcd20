import { isDeepStrictEqual } from 'node:util';
import type { Act } from '../../src/domain/act.js';
import { capacitiesOn, isContributor } from '../../src/domain/capacity.js';
import { dutyOf } from '../../src/domain/duties.js';
import { createDutyCalendar } from '../../src/domain/duty-calendar.js';
import { isCivilDate } from '../../src/domain/instant.js';
import { transitionIds, transitions } from '../../src/domain/lifecycle.js';
import { heldRoles } from '../../src/domain/member.js';
import { type NoticePlace, noticesOf } from '../../src/domain/notice.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { stateOf } from '../../src/domain/proposal-state.js';
import { type PublishedView, publishedView } from '../../src/domain/published-view.js';
import { replay } from '../../src/domain/replay.js';
import type { Status } from '../../src/domain/status.js';
import { contributorsTrail, type TrailEntry } from '../../src/domain/trail.js';
import { domainMembers, people } from './domain-people.js';

/** A proposal before and after something happened; the same object where it was refused. */
export interface Change {
  readonly before: Proposal;
  readonly after: Proposal;
}

/** What others hear of as it happens (domain 1); everything else waits for its publication. */
const toldAtOnce: ReadonlySet<TrailEntry['kind']> = new Set([
  'content-edited',
  'withdrawn',
  'review-begun',
  'question-asked',
  'question-answered',
  'question-dropped',
  'published',
]);

/** What concerns those who proposed and is told to them, though nothing of the proposal is published by it. */
const betweenThem: ReadonlySet<TrailEntry['kind']> = new Set([
  'co-proposer-invited',
  'co-proposer-answered',
  'presentation-invited',
  'presentation-answered',
  'file-attached',
  'file-removed',
]);

/** Throws where a rule does not hold; made for many calls. */
export function demand(holds: boolean, what: string, detail?: unknown): void {
  if (holds) return;
  throw new Error(detail === undefined ? what : `${what}: ${JSON.stringify(detail)}`);
}

/** What was written last, if anything was. */
export function newEntry({ before, after }: Change): TrailEntry | undefined {
  return before === after ? undefined : after.trail.at(-1);
}

/** Whether nobody outside the deciding offices may notice anything. */
export function isSilent(change: Change): boolean {
  const entry = newEntry(change);
  return entry !== undefined && !toldAtOnce.has(entry.kind) && !betweenThem.has(entry.kind);
}

/** 5: the trail only grows, without gaps and in the order of its writing, and is all that a proposal consists of. */
export function checkTrail({ before, after }: Change): void {
  const grown = after.trail.length - before.trail.length;
  demand(grown === (before === after ? 0 : 1), 'one entry per change', grown);
  demand(
    before.trail.every((entry, index) => isDeepStrictEqual(entry, after.trail[index])),
    'no entry is rewritten',
  );
  demand(
    after.trail.every(({ seq }, index) => seq === index + 1),
    'no gap in the trail',
  );
  demand(isDeepStrictEqual(replay(after.trail), after), 'replaying the trail gives the proposal');
}

const undecided: ReadonlySet<Status> = new Set(['received', 'clarifying', 'reviewing']);
const withOwner: ReadonlySet<Status> = new Set([
  'decided',
  'started',
  'partially-realised',
  'realised',
]);

/** 2: one status, one track once decided, and nothing that belongs to another status. */
export function checkCoherence({ after }: Change): void {
  const { status, decision, difficulty, exclusion, realisation, reply, start, question } = after;
  demand(!withOwner.has(status) || decision !== undefined, 'what is decided has a track', status);
  demand(
    !undecided.has(status) || (decision ?? start ?? reply) === undefined,
    'what is not decided has no decision',
    status,
  );
  demand((status === 'difficult') === (difficulty !== undefined), 'difficult with its reason');
  demand((status === 'out-of-scope') === (exclusion !== undefined), 'excluded with its reason');
  demand((status === 'realised') === (realisation !== undefined), 'realised with its day');
  demand((status === 'clarifying') === (question !== undefined), 'clarifying with its question');
  demand(!reply || decision?.track === 'delegated', 'only a delegation is replied to');
  demand(!after.pending || !after.publicationDue, 'nothing unconfirmed is about to be published');
}

/** 3: what is realised rests on measures; what is published as a part of it is no whole. */
export function checkMeasures(
  { after }: Change,
  measureState: (id: string) => 'draft' | 'published' | undefined,
): void {
  for (const { status, links = [], realisation } of [after, after.published]) {
    const live = links.filter(({ measureId }) => measureState(measureId) === 'published');
    const isAny = status === 'realised' || status === 'partially-realised';
    demand(!isAny || live.length > 0, 'realised by a published measure', status);
    const isStated = links.some(({ coverage, remaining }) => coverage === 'whole' || remaining);
    demand(status !== 'realised' || isStated || !!realisation?.remaining, 'what remains is stated');
  }
  const { status, links = [] } = after.published;
  const isWhole = links.some(({ coverage }) => coverage === 'whole');
  demand(status !== 'partially-realised' || !isWhole, 'no whole is published as a part');
}

/** 7: what was published once stays readable where it was. */
export function checkPublishedStays({ before, after }: Change): void {
  const [was, is] = [publishedView(before).trail, publishedView(after).trail];
  demand(isDeepStrictEqual(is.slice(0, was.length), was), 'nothing published disappears');
}

function viewJson(proposal: Proposal): string {
  const view: PublishedView = publishedView(proposal);
  return JSON.stringify([view, contributorsTrail(proposal.trail)]);
}

/** The secretariat's own channel, and that of an office for what the office itself is asked. */
function isForThoseWhoWorkOnIt(place: NoticePlace, entry: TrailEntry | undefined): boolean {
  if (place.kind === 'people') return false;
  const isAsked = entry?.kind === 'opinion-requested' || entry?.kind === 'reminded';
  return place.channel.as === 'secretariat' || (place.channel.as === 'owner' && isAsked);
}

/** Domain 1: what is not published yet leaves the views of everybody else as they were, byte by byte. */
export function checkSilence(change: Change): void {
  if (!isSilent(change)) return;
  demand(viewJson(change.before) === viewJson(change.after), 'nothing is seen before it is told');
  const entry = newEntry(change);
  const told = entry ? noticesOf(change.after.id, entry) : [];
  const others = told.filter(({ place }) => !isForThoseWhoWorkOnIt(place, entry));
  demand(others.length === 0, 'nobody is told before it is published', entry?.kind);
}

/** 8: who proposed it is in no view of all staff, but with consent. */
export function checkNames({ after }: Change): void {
  const view = publishedView(after);
  const names = after.content.namePublication ? [] : [after.proposer.name];
  const all = [after.proposer.personId, ...names];
  const known = new Set<string>(Object.values(people).map(({ name }) => name));
  const others = after.coProposers.flatMap(({ personId, name }) =>
    known.has(name) ? [personId, name] : [personId],
  );
  const json = JSON.stringify(view);
  demand(!all.some((each) => json.includes(each)), 'nobody is named without consent');
  demand(!others.some((each) => each !== after.proposer.name && json.includes(each)), 'nor others');
}

const twoPeople: ReadonlySet<TrailEntry['kind']> = new Set([
  'realised',
  'found-difficult',
  'excluded',
]);

/** 9: two people, and neither of them proposed it. */
export function checkTwoPeople(change: Change): void {
  const entry = newEntry(change);
  if (!entry || !twoPeople.has(entry.kind)) return;
  const first = change.before.pending?.by.id;
  demand(first !== undefined && first !== entry.by.id, 'confirmed by a second person', entry.kind);
  for (const id of [first ?? '', entry.by.id]) {
    demand(!isContributor(change.before, id), 'nobody confirms an own idea', id);
  }
}

/** 10: each notice once, each recipient once, and who proposed it hears of each new published status. */
export function checkNotices(change: Change): void {
  const { after } = change;
  const intents = after.trail.map((entry) => noticesOf(after.id, entry));
  const keys = intents.flat().map(({ key }) => key);
  demand(new Set(keys).size === keys.length, 'each notice has a key of its own');
  const entry = newEntry(change);
  if (!entry || change.before.published.status === after.published.status) return;
  const told = noticesOf(after.id, entry).flatMap(({ place }) =>
    place.kind === 'people' ? place.people.map(({ personId }) => personId) : [],
  );
  demand(new Set(told).size === told.length, 'nobody is told twice', told);
  const isOwn = isContributor(after, entry.by.id);
  const accepted = after.coProposers.filter(({ answer }) => answer === 'accepted');
  for (const { personId } of isOwn ? [] : [after.proposer, ...accepted]) {
    demand(told.includes(personId), 'who proposed it is told', entry.kind);
  }
}

/** A move is a row of the lifecycle table, by somebody whom the row names. */
export function checkMove(change: Change): void {
  const { before, after } = change;
  const entry = newEntry(change);
  if (!entry || before.status === after.status) return;
  const day = new Date(entry.occurredAt + 9 * 3_600_000).toISOString().slice(0, 10);
  const act: Act = {
    by: entry.by,
    at: entry.occurredAt,
    roles: heldRoles(domainMembers, entry.by.id, day),
  };
  const as = capacitiesOn(before, act);
  const row = transitionIds.find((id) => {
    const { from, to, by, confirmedBy = by } = transitions[id];
    const isMove = from.includes(before.status) && to !== 'same' && to.includes(after.status);
    return isMove && as.some((capacity) => confirmedBy.includes(capacity));
  });
  demand(row !== undefined, 'every move is in the table', [before.status, after.status, as]);
}

/** What waits stays as it is: what is merged does not move, what is scheduled is what is published. */
export function checkStandstill({ before, after }: Change): void {
  if (before.mergedInto !== undefined && after.status !== 'withdrawn') {
    demand(before.status === after.status, 'what is merged does not move', after.status);
  }
  if (before.publicationDue && (after.publicationDue || newEntry({ before, after }))) {
    const isEnded = after.status === 'withdrawn';
    demand(isEnded || isDeepStrictEqual(stateOf(before), stateOf(after)), 'published as seen');
  }
  const isTold = newEntry({ before, after })?.kind === 'published';
  if (isTold) demand(isDeepStrictEqual(stateOf(after.published), stateOf(before)), 'as decided');
}

const calendar = createDutyCalendar((day) => day.endsWith('-01-01'), []);

/** Domain 2: each proposal is closed with a reason, or an office answers for it by a day; never neither. */
export function checkDuty({ after }: Change): void {
  const duty = dutyOf(after, calendar);
  if (duty.kind === 'open') {
    demand(isCivilDate(duty.dueOn), 'what is open has a day', duty);
    const { office } = duty;
    const isKnown = office.kind === 'secretariat' || /^(soumu|doboku)$/.test(office.departmentId);
    demand(isKnown, 'what is open has an office', duty);
    return;
  }
  const ends = ['realised', 'out-of-scope', 'withdrawn'];
  demand(ends.includes(after.status) || after.mergedInto !== undefined, 'open is not closed', duty);
  const needsReason = duty.because === 'out-of-scope' || duty.because === 'merged';
  demand(!needsReason || !!duty.reason, 'what is closed says why', duty);
}
