import type { ReachAnswer, TriageItem } from '../contract/triage-answers.js';
import { namesProposer } from '../domain/blind/names-proposer.js';
import { isContributor, isOwnIdea } from '../domain/capacity.js';
import type { Masters } from '../domain/masters.js';
import { isOutsideTeams } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { canPublish, publicationAudience } from '../domain/publication.js';
import { allowed, type Result, refused } from '../domain/result.js';
import { isOfProposingSide, type TrailEntry } from '../domain/trail.js';
import { actOf } from './act-of.js';
import { json, jsonText } from './answer.js';
import { attachmentPart } from './attachment-answer.js';
import type { Read, StaffCall } from './call.js';
import { pendingAnswer } from './pending-answer.js';
import { canonicalNumber, decisionAnswer } from './proposal-views.js';
import { receivedForAnswer } from './received-routes.js';
import { refusalAnswer } from './refusal-answer.js';
import { heldPart, queueBytes, triageRow } from './triage-queue.js';
import { type NumberOf, workingPart } from './working-part.js';

/** The words of an entry: a question, an answer, a reason, a note. */
function textOf(entry: TrailEntry): string | undefined {
  if ('text' in entry) return entry.text;
  if ('note' in entry) return entry.note;
  return 'reason' in entry ? entry.reason : undefined;
}

/** Whether somebody did it on behalf of whoever proposed it, and may therefore be named. */
function isOnBehalf({ proposer, receivedFor }: Proposal, { kind }: TrailEntry): boolean {
  if (kind === 'received') return receivedFor !== undefined;
  return isOutsideTeams(proposer.personId) && kind !== 'co-proposer-answered';
}

function isNamed(proposal: Proposal, entry: TrailEntry): boolean {
  if (isContributor(proposal, entry.by.id)) return false;
  return !isOfProposingSide(entry.kind) || isOnBehalf(proposal, entry);
}

/** A line of the working trail. Who proposed stays unnamed, and so do audiences (blind review). */
function lineOf(proposal: Proposal, entry: TrailEntry): TriageItem['trail'][number] {
  const { seq, kind, occurredAt, by } = entry;
  const text = textOf(entry);
  return {
    seq,
    kind,
    occurredAt,
    ...(isNamed(proposal, entry) ? { byName: by.name } : {}),
    ...('decision' in entry ? { decision: decisionAnswer(entry.decision) } : {}),
    ...('due' in entry ? { due: entry.due } : {}),
    ...('because' in entry ? heldPart(entry.because) : {}),
    ...('personalData' in entry ? { personalData: [...(entry.personalData ?? [])] } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

/** What an item is read with beside itself: the numbers of others, and the labels of offices. */
export interface TriageAround {
  readonly numberOf: NumberOf;
  readonly masters: Masters;
}

/** Warns where the text names who proposed it. Which of its words do is not said: that would tell it (blind review). */
function namingAnswer(proposal: Proposal, masters: Masters): Pick<TriageItem, 'namesProposer'> {
  const parts = namesProposer(proposal, masters).map(({ part }) => part);
  return parts.length > 0 ? { namesProposer: parts } : {};
}

/** One proposal as the secretariat works on it: no name, office or grade of the proposer. */
export function triageItem(proposal: Proposal, { numberOf, masters }: TriageAround): TriageItem {
  const { content, decision, pending, published, trail } = proposal;
  const receivedFor = receivedForAnswer(proposal);
  return {
    ...triageRow(proposal),
    content,
    ...(decision ? { decision: decisionAnswer(decision) } : {}),
    ...(receivedFor && { receivedFor }),
    ...attachmentPart(proposal),
    ...(pending && { pending: pendingAnswer(pending) }),
    published: {
      status: published.status,
      at: published.at,
      ...(published.decision ? { decision: decisionAnswer(published.decision) } : {}),
    },
    ...namingAnswer(proposal, masters),
    working: workingPart(proposal, numberOf),
    trail: trail.map((entry) => lineOf(proposal, entry)),
  };
}

/** What the working state is read with, for a call. */
export function triageAround({ deps: { register } }: StaffCall): TriageAround {
  return {
    numberOf: (id) => register.proposal(id)?.value.number,
    masters: register.masters(),
  };
}

/** GET /api/triage. */
export const answerTriage: Read = (call) => {
  const { deps, asOf } = call;
  const act = actOf(call);
  const { register } = deps;
  const reader = {
    id: act.by.id,
    isOwnIdea: (proposal: Proposal) => isOwnIdea(proposal, act),
  };
  const quietUntil = deps.notices.quietUntil();
  const said = {
    toCheck: [...register.proposalsToCheck()],
    asOf,
    ...(quietUntil !== undefined && { quietUntil }),
  };
  return jsonText(queueBytes(register.proposals(), reader, said));
};

/** The proposal of a call, which is none of the caller's own: nobody reads the working state of an own idea. */
export function workedOn(call: StaffCall): Result<Proposal> {
  const { deps, params } = call;
  const number = canonicalNumber(params['number'] ?? '');
  const proposal = deps.register.proposalByNumber(number)?.value;
  if (!proposal) return refused({ code: 'not-found' });
  return isOwnIdea(proposal, actOf(call))
    ? refused({ code: 'conflict-of-interest' })
    : allowed(proposal);
}

/** GET /api/triage/:number. */
export const answerTriageItem: Read = async (call) => {
  const found = workedOn(call);
  if (!found.ok) return refusalAnswer(found.refusal, call.locale);
  return json(triageItem(await call.deps.whole(found.value), triageAround(call)));
};

/** GET /api/triage/:number/reach: how many people and which channels, never who. */
export const answerReach: Read = (call) => {
  const { deps, locale, at } = call;
  const found = workedOn(call);
  if (!found.ok) return refusalAnswer(found.refusal, locale);
  const proposal = found.value;
  if (!canPublish(proposal)) {
    return refusalAnswer(
      { code: 'nothing-to-publish' },
      locale,
      triageItem(proposal, triageAround(call)),
    );
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
