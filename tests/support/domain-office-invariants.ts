import type { Breakdown } from '../../src/domain/figures/breakdown.js';
import { figuresOf } from '../../src/domain/figures/figures.js';
import { civilDateOf } from '../../src/domain/instant.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { overdueReplies } from '../../src/domain/queues/overdue-replies.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { type Change, demand, newEntry } from './domain-invariants.js';
import { sampleMasters } from './sample-masters.js';

/** What was reached of the situations in which the invariants of the whole office say something. */
export type Reached = Set<
  | 'withdrawn'
  | 'merged'
  | 'awaited'
  | 'resent'
  | 'another-year'
  | 'unsure'
  | 'answered'
  | 'one-idea'
>;

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

const isGone = ({ trail }: Proposal): boolean => trail.some(({ kind }) => kind === 'withdrawn');
/** `R8-0001` as a number by which earlier ones come first. */
const orderOf = ({ number }: Proposal): number => Number(number.slice(1).replace('-', ''));

type View = 'working' | 'published';

/** Where the pointers of one of the two states end; on a cycle at its earliest number. */
function endOf(from: Proposal, all: readonly Proposal[], view: View): Proposal {
  const passed: Proposal[] = [];
  let present: Proposal | undefined = from;
  while (present && !passed.includes(present)) {
    passed.push(present);
    const { mergedInto }: Pick<Proposal, 'mergedInto'> =
      view === 'working' ? present : present.published;
    present = all.find(({ id }) => id === mergedInto);
  }
  const ends = present ? passed.slice(passed.indexOf(present)) : passed.slice(-1);
  return ends.toSorted((a, b) => orderOf(a) - orderOf(b))[0] ?? from;
}

/** Two views of everyone's figures: of proposals that all staff may see, and of some that they may not. */
const sights = [
  ['working', true],
  ['published', true],
  ['published', false],
] as const satisfies readonly (readonly [View, boolean])[];

/** 1, of one breakdown: its sum is that of its rows; what is held back is missing from them, and only that. */
function checkSum({ rows, total }: Breakdown, isSeen: boolean): void {
  const shown = sum(rows.map((row) => (row.kind === 'count' ? row.count : 0)));
  const isWhole = rows.every(({ kind }) => kind === 'count');
  demand(isWhole || !isSeen, 'invariant 1: nothing is held back of what all may see', rows);
  demand(isWhole ? shown === total : shown < total, 'invariant 1: a breakdown is its sum', rows);
}

/**
 * 1: every breakdown counts each received proposal once, so that all five have the same total; who withdrew is stated
 * beside it, and the balance adds up with those merged.
 */
export function checkCountsOfReceived(proposals: readonly Proposal[], reached: Reached): void {
  const received = proposals.filter((each) => !isGone(each));
  for (const [view, isSeen] of sights) {
    const office = { proposals, masters: sampleMasters, endorsersOf: () => [] };
    const figures = figuresOf({ ...office, isForAllStaff: () => isSeen }, view);
    const { balance, breakdowns } = figures;
    const totals = breakdowns.map(({ total }) => total);
    demand(totals.length === 5, 'invariant 1: there are five breakdowns', totals);
    demand(
      [...totals, figures.received].every((total) => total === received.length),
      'invariant 1: every breakdown counts what was received',
      [view, totals, received.length],
    );
    for (const each of breakdowns) checkSum(each, isSeen);
    demand(
      balance.withdrawn === proposals.length - received.length,
      'invariant 1: who withdrew is stated',
      balance,
    );
    const balanced = sum(balance.rows.map(({ count }) => count)) + balance.merged;
    demand(balanced === received.length, 'invariant 1: the balance adds up', [view, balance]);
    const merged = received.filter((each) => {
      const end = endOf(each, proposals, view);
      return end !== each && !isGone(end);
    });
    demand(
      merged.length === balance.merged,
      'invariant 1: who is merged stands in that row and in no other',
      [view, balance],
    );
    if (balance.withdrawn > 0) reached.add('withdrawn');
    if (balance.merged > 0) reached.add('merged');
  }
}

/** Forms that were sent at once and what was answered: the stored proposal, or nothing where that is not known. */
export interface Sent {
  readonly forms: readonly { readonly token: string; readonly answer: Proposal | undefined }[];
  /** Nothing went wrong on the way, so that there must be an answer. */
  readonly isSure: boolean;
}

const sequenceOf = (number: string): number => Number(number.split('-')[1]);
/** In the era of the tests: `R8` is the year from April 2026 in Tokyo. */
function yearAt(at: number): string {
  const [year = 0, month = 0] = new Date(at + 9 * 3_600_000)
    .toISOString()
    .split('-')
    .map((part) => Number(part));
  return `R${(month < 4 ? year - 1 : year) - 2018}`;
}

/** 6: numbers are unique and rise within their fiscal year, in the order in which the proposals were stored. */
export function checkNumbers(proposals: readonly Proposal[], reached: Reached): void {
  const highest = new Map<string, number>();
  for (const { number, receivedAt } of proposals) {
    const year = number.split('-')[0] ?? '';
    demand(year === yearAt(receivedAt), 'invariant 6: a number names its fiscal year', number);
    const before = highest.get(year) ?? 0;
    demand(sequenceOf(number) > before, 'invariant 6: numbers rise within a year', number);
    highest.set(year, sequenceOf(number));
  }
  if (highest.size > 1) reached.add('another-year');
}

/** 6: a token stands for one proposal for ever, whatever goes wrong. `receipts` are the numbers told so far. */
export function checkTokens(
  proposals: readonly Proposal[],
  receipts: Map<string, string>,
  { forms, isSure }: Sent,
  reached: Reached,
): void {
  const tokens = new Set(proposals.map(({ id }) => id));
  demand(tokens.size === proposals.length, 'invariant 6: a token is one proposal');
  for (const { token, answer } of forms) {
    demand(!isSure || answer !== undefined, 'invariant 6: what was sent is answered', token);
    if (receipts.has(token)) reached.add('resent');
    reached.add(answer ? 'answered' : 'unsure');
    if (!answer) continue;
    const stored = proposals.find(({ id }) => id === token);
    demand(answer.number === stored?.number, 'invariant 6: the answer is what is stored', token);
    const told = receipts.get(token) ?? answer.number;
    demand(told === answer.number, 'invariant 6: a token keeps its number', [told, token]);
    receipts.set(token, answer.number);
  }
}

/**
 * What is merged is handled with something that is there: of nothing else a merge is made or told, and nothing is
 * withdrawn under what is told. Said of a process that has read what the other one wrote.
 */
export function checkSurvivors(change: Change, all: readonly Proposal[]): void {
  const { after } = change;
  const kind = newEntry(change)?.kind;
  if (kind === 'merged' || kind === 'publication-scheduled' || kind === 'published') {
    demand(!isGone(endOf(after, all, 'working')), 'no merge leads to what was withdrawn', [
      kind,
      after.number,
    ]);
  }
  const others = all.filter(({ published }) => published.mergedInto === after.id);
  demand(kind !== 'withdrawn' || others.length === 0, 'a survivor is not withdrawn', after.number);
}

/** What somebody may do with an own idea, and with one of others that became an own one: take an own word back. */
const proposing: ReadonlySet<TrailEntry['kind']> = new Set([
  'content-edited',
  'file-attached',
  'file-removed',
  'withdrawn',
  'co-proposer-invited',
  'co-proposer-answered',
  'question-answered',
  'presentation-answered',
  'reopened',
  'confirmation-declined',
]);

/** The numbers that are one idea by a merge before or after a change, told or not told. */
function ideaOf({ before, after }: Change, all: readonly Proposal[]): readonly Proposal[] {
  const states = [...all.filter(({ id }) => id !== after.id), before, after];
  const pointers = states.flatMap(({ id, mergedInto, published }) =>
    [mergedInto, published.mergedInto].flatMap((into) => (into === undefined ? [] : [[id, into]])),
  );
  const ids = new Set([after.id]);
  for (const id of ids) {
    for (const pointer of pointers.filter((each) => each.includes(id))) {
      for (const other of pointer) ids.add(other);
    }
  }
  return states.filter(({ id }) => ids.has(id));
}

/**
 * 9: nobody works on an own idea, under whatever number it goes. Said of a process that has read what the other one
 * wrote.
 */
export function checkOwnIdeas(change: Change, all: readonly Proposal[], reached: Reached): void {
  const entry = newEntry(change);
  if (!entry) return;
  const idea = ideaOf(change, all);
  if (idea.some(({ id }) => id !== change.after.id)) reached.add('one-idea');
  const ids = idea.flatMap(({ proposer, coProposers }) => [
    proposer.personId,
    ...coProposers.filter(({ answer }) => answer !== 'declined').map(({ personId }) => personId),
  ]);
  const isOwn = ids.includes(entry.by.id);
  demand(!isOwn || proposing.has(entry.kind), 'invariant 9: nobody works on an own idea', [
    entry.kind,
    entry.by.name,
    idea.map(({ number }) => number),
  ]);
}

/** How far a delegation is, as the trail alone says. */
interface Delegating {
  readonly stands: 'review' | 'decided' | 'elsewhere';
  readonly isUnanswered: boolean;
  readonly isMerged: boolean;
  /** The day that was published. */
  readonly dueOn?: string | undefined;
}

type Told = (before: Delegating, entry: TrailEntry) => Partial<Delegating>;

const toReview: Told = () => ({ stands: 'review' });
const elsewhere: Told = () => ({ stands: 'elsewhere' });

/** What the kinds that matter for a delegation say. */
const tellings: Partial<Record<TrailEntry['kind'], Told>> = {
  'review-begun': toReview,
  returned: toReview,
  're-examined': toReview,
  // Where the wish to reconsider moves nothing, nothing can be decided either: right in both cases.
  reopened: ({ stands }) => (stands === 'elsewhere' ? { stands: 'review' } : {}),
  started: elsewhere,
  'partly-realised': elsewhere,
  realised: elsewhere,
  corrected: elsewhere,
  'found-difficult': elsewhere,
  excluded: elsewhere,
  withdrawn: elsewhere,
  merged: () => ({ isMerged: true }),
  unmerged: () => ({ isMerged: false }),
  'track-decided': ({ stands }, entry) => ({
    stands: stands === 'review' ? 'decided' : stands,
    isUnanswered: entry.kind === 'track-decided' && entry.decision.track === 'delegated',
  }),
  'delegation-replied': () => ({ isUnanswered: false }),
  published: (_, entry) => {
    const decision = entry.kind === 'published' ? entry.state.decision : undefined;
    return { dueOn: decision?.track === 'delegated' ? decision.replyDue : undefined };
  },
};

/** By when a department still has to reply, read off the trail alone; undefined where nobody waits for it. */
function replyAwaited({ trail }: Proposal): string | undefined {
  let present: Delegating = { stands: 'review', isUnanswered: false, isMerged: false };
  for (const entry of trail) present = { ...present, ...tellings[entry.kind]?.(present, entry) };
  const { stands, isUnanswered, isMerged, dueOn } = present;
  return stands === 'decided' && isUnanswered && !isMerged ? dueOn : undefined;
}

/** 11: overdue is exactly what was handed to a department, is due before today in Tokyo and has no reply. */
export function checkOverdueReplies(
  proposals: readonly Proposal[],
  now: number,
  reached: Reached,
): void {
  const awaited = proposals.flatMap((proposal) => {
    const dueOn = replyAwaited(proposal);
    return dueOn === undefined ? [] : [{ proposal, dueOn }];
  });
  if (awaited.length > 0) reached.add('awaited');
  // Besides now: the last moment of each day that was named, and the first one after it.
  const edges = awaited.map(({ dueOn }) => Date.parse(`${dueOn}T15:00:00Z`));
  for (const at of [now, ...edges.map((edge) => edge - 1), ...edges]) {
    const late = awaited.filter(({ dueOn }) => at >= Date.parse(`${dueOn}T15:00:00Z`));
    const listed = overdueReplies(proposals, civilDateOf(at));
    const names = (each: readonly { readonly proposal: Proposal }[]) =>
      JSON.stringify(each.map(({ proposal }) => proposal.number).toSorted());
    demand(names(listed) === names(late), 'invariant 11: overdue is what is late and unanswered', [
      civilDateOf(at),
      names(listed),
      names(late),
    ]);
  }
}
