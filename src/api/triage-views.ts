import type {
  Publication,
  ReachAnswer,
  TriageAnswer,
  TriageItem,
  TriageRow,
} from '../contract/triage-answers.js';
import { isContributor } from '../domain/capacity.js';
import type { Proposal } from '../domain/proposal.js';
import { canPublish, publicationAudience } from '../domain/publication.js';
import type { TrailEntry } from '../domain/trail.js';
import { lastSeq } from '../domain/trail-entry.js';
import type { Stored } from '../usecases/ports.js';
import { json, jsonText } from './answer.js';
import type { Read } from './call.js';
import { kept } from './kept.js';
import { keptJson } from './kept-json.js';
import { canonicalNumber, decisionAnswer } from './proposal-views.js';
import { refusalAnswer } from './refusal-answer.js';

function publicationOf(proposal: Proposal): Publication {
  const { publicationDue, published } = proposal;
  if (publicationDue) return { state: 'pending', due: publicationDue.due };
  if (canPublish(proposal)) return { state: 'unpublished' };
  return published.decision ? { state: 'published', at: published.at } : { state: 'nothing' };
}

function rowOf(proposal: Proposal): TriageRow {
  const { number, content, status, receivedAt, reviewer, decision, trail } = proposal;
  return {
    number,
    title: content.title,
    status,
    categoryId: content.categoryId,
    isDigital: content.isDigital,
    costNeeded: content.cost.needed,
    receivedAt,
    ...(reviewer ? { reviewerName: reviewer.name } : {}),
    ...(decision ? { track: decision.track } : {}),
    publication: publicationOf(proposal),
    seq: lastSeq(trail),
  };
}

/** The words of an entry: a question, an answer, a reason, a note. */
function textOf(entry: TrailEntry): string | undefined {
  if ('text' in entry) return entry.text;
  if ('note' in entry) return entry.note;
  return 'reason' in entry ? entry.reason : undefined;
}

/** A line of the working trail. Who proposed stays unnamed, and so do audiences (blind review). */
function lineOf(proposal: Proposal, entry: TrailEntry): TriageItem['trail'][number] {
  const { seq, kind, occurredAt, by } = entry;
  const text = textOf(entry);
  return {
    seq,
    kind,
    occurredAt,
    ...(isContributor(proposal, by.id) ? {} : { byName: by.name }),
    ...('decision' in entry ? { decision: decisionAnswer(entry.decision) } : {}),
    ...('due' in entry ? { due: entry.due } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

/** One proposal as the secretariat works on it: no name, office or grade of the proposer. */
export function triageItem(proposal: Proposal): TriageItem {
  const { content, decision, published, trail } = proposal;
  return {
    ...rowOf(proposal),
    content,
    ...(decision ? { decision: decisionAnswer(decision) } : {}),
    published: {
      status: published.status,
      at: published.at,
      ...(published.decision ? { decision: decisionAnswer(published.decision) } : {}),
    },
    trail: trail.map((entry) => lineOf(proposal, entry)),
  };
}

type CountName = Exclude<keyof TriageAnswer['counts'], 'all'>;

function countNames(proposal: Proposal): readonly CountName[] {
  const { state } = publicationOf(proposal);
  const names: CountName[] = [];
  if (proposal.status === 'received') names.push('received');
  if (proposal.status === 'reviewing') names.push('reviewing');
  if (state === 'unpublished' || state === 'pending') names.push('decidedUnpublished');
  if (state === 'published') names.push('published');
  return names;
}

function countsOf(proposals: readonly Proposal[]): TriageAnswer['counts'] {
  const counts = {
    all: proposals.length,
    received: 0,
    reviewing: 0,
    decidedUnpublished: 0,
    published: 0,
  };
  for (const proposal of proposals) {
    for (const name of countNames(proposal)) counts[name] += 1;
  }
  return counts;
}

const rowJson = keptJson(rowOf);

/** The queue as bytes. The same list of the register is written anew only when the time of catching up moves on. */
const queueWriter = kept((stored: readonly Stored<Proposal>[]) => {
  const proposals = stored.map(({ value }) => value);
  const rows = proposals.map(rowJson).join(',');
  const start = `{"rows":[${rows}],"counts":${JSON.stringify(countsOf(proposals))}`;
  let last: { readonly asOf: number; readonly bytes: Buffer } | undefined;
  return (asOf: number): Buffer => {
    if (last?.asOf !== asOf) last = { asOf, bytes: Buffer.from(`${start},"asOf":${asOf}}`) };
    return last.bytes;
  };
});

/** GET /api/triage. */
export const answerTriage: Read = ({ deps, asOf }) =>
  jsonText(queueWriter(deps.register.proposals())(asOf));

/** GET /api/triage/:number. */
export const answerTriageItem: Read = async ({ deps, params, locale }) => {
  const stored = deps.register.proposalByNumber(canonicalNumber(params['number'] ?? ''));
  return stored
    ? json(triageItem(await deps.whole(stored.value)))
    : refusalAnswer({ code: 'not-found' }, locale);
};

/** GET /api/triage/:number/reach: how many people and which channels, never who. */
export const answerReach: Read = ({ deps, params, locale, at }) => {
  const { register } = deps;
  const proposal = register.proposalByNumber(canonicalNumber(params['number'] ?? ''))?.value;
  if (!proposal) return refusalAnswer({ code: 'not-found' }, locale);
  if (!canPublish(proposal)) {
    return refusalAnswer({ code: 'nothing-to-publish' }, locale, triageItem(proposal));
  }
  const context = deps.actContext(proposal);
  const audience = publicationAudience(proposal, context, at);
  const reach: ReachAnswer = {
    people: audience.people.length,
    channels: audience.channels.map(({ channelId, as }) => ({
      label: context.channelMap.find((mapping) => mapping.channelId === channelId)?.label ?? '',
      as,
    })),
  };
  return json(reach);
};
