import type {
  ConversationLine,
  DecisionAnswer,
  MyProposalsAnswer,
  ProposalAnswer,
  ProposalRow,
  SupportAnswer,
} from '../contract/proposal-answers.js';
import { isBeforeReview } from '../domain/before-review.js';
import { redactedFor } from '../domain/blind/redact.js';
import { openCampaign } from '../domain/campaign.js';
import { standingOf } from '../domain/capacity.js';
import type { Decision } from '../domain/decision.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { formatProposalNumber, parseProposalNumber } from '../domain/proposal-number.js';
import {
  type PublishedHead,
  type PublishedView,
  publishedHead,
  publishedView,
} from '../domain/published-view.js';
import { isEditedSince, type Support } from '../domain/support.js';
import { contributorsTrail } from '../domain/trail.js';
import { maySeeAsOwn } from '../domain/visibility.js';
import type { Register, SupportBook } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import { actOf } from './act-of.js';
import { json, jsonText } from './answer.js';
import { attachmentPart } from './attachment-answer.js';
import type { Read } from './call.js';
import { kept } from './kept.js';
import { refusalAnswer } from './refusal-answer.js';

/** A decision as it travels: the domain's own shape with arrays of its own. */
export function decisionAnswer(decision: Decision): DecisionAnswer {
  return decision.track === 'start-this-fy'
    ? { ...decision, startConditions: [...decision.startConditions] }
    : decision;
}

/** The canonical form of a number as it came in a path; the text itself where it is no number. */
export function canonicalNumber(text: string): string {
  const parts = parseProposalNumber(text);
  return parts ? formatProposalNumber(parts) : text;
}

function rowOf(view: PublishedHead): ProposalRow {
  return {
    number: view.number,
    title: view.content.title,
    status: view.status,
    statusAt: view.at,
    receivedAt: view.receivedAt,
    ...(view.decision ? { decision: decisionAnswer(view.decision) } : {}),
  };
}

function trailOf({ trail }: PublishedView): ProposalAnswer['trail'] {
  return trail.map((line, index) => {
    const { kind, at: occurredAt } = line;
    const seq = index + 1;
    return kind === 'published'
      ? {
          seq,
          kind,
          occurredAt,
          status: line.status,
          ...(line.decision && { decision: decisionAnswer(line.decision) }),
          ...line.outcome,
        }
      : { seq, kind, occurredAt, status: statusAfter[kind] };
  });
}

/** The published status after the events that are told at once. */
const statusAfter = {
  received: 'received',
  'content-edited': 'received',
  'review-begun': 'reviewing',
  withdrawn: 'withdrawn',
} as const;

/** What a person said of a proposal, where anything. */
export function supportAnswer(
  proposal: Proposal,
  support: Support | undefined,
): SupportAnswer | undefined {
  if (!support || support.state === 'none') return undefined;
  const { state, at: since } = support;
  return { state, since, editedSince: isEditedSince(proposal, support) };
}

/** What those who proposed were asked and answered. */
function conversationOf({ trail }: Proposal): ConversationLine[] {
  return contributorsTrail(trail).flatMap((entry): readonly ConversationLine[] => {
    const { kind, occurredAt } = entry;
    if (kind === 'question-dropped') return [{ kind, occurredAt }];
    return kind === 'question-asked' || kind === 'question-answered'
      ? [{ kind, occurredAt, text: entry.text }]
      : [];
  });
}

/** What only those who proposed it see of it: as what they did, what they are asked and what was said before. */
function contributorsPart(
  proposal: Proposal,
  personId: PersonId,
): Pick<
  ProposalAnswer,
  'as' | 'question' | 'receivedFor' | 'presentation' | 'coProposers' | 'conversation'
> {
  const as = standingOf(proposal, personId);
  if (!as) return {};
  if (as === 'invited') return { as };
  const { question, receivedFor, presentation, coProposers } = proposal;
  return {
    as,
    ...(receivedFor && {
      receivedFor: { byName: receivedFor.by.name, route: receivedFor.route },
    }),
    ...(question && { question: { text: question.text, dueOn: question.dueOn } }),
    ...(presentation && { presentation }),
    ...(coProposers.length > 0 && {
      coProposers: coProposers.map(({ name, answer }) => ({ name, answer })),
    }),
    conversation: conversationOf(proposal),
  };
}

/** The file, for those who proposed it; who alone proposed it may change it, or take all of it back, until the review begins. */
function contributorsFile(
  proposal: Proposal,
  personId: PersonId,
): Pick<ProposalAnswer, 'attachment' | 'mayAttach' | 'mayWithdraw'> {
  const as = standingOf(proposal, personId);
  if (!as) return {};
  const mayChange = as === 'proposer' && isBeforeReview(proposal);
  return {
    ...attachmentPart(proposal),
    ...(mayChange && { mayAttach: true, mayWithdraw: true }),
  };
}

/** A proposal as anyone sees it who may: the published state, whole. */
export function proposalItem(
  proposal: Proposal,
  personId: PersonId,
  register: SupportBook & Pick<Register, 'proposal' | 'measure'>,
): ProposalAnswer {
  const view = publishedView(proposal, publishedSurroundings(register));
  const support = supportAnswer(proposal, register.support(proposal.id, personId)?.value);
  return {
    ...rowOf(view),
    content: view.content,
    mine: proposal.proposer.personId === personId,
    ...contributorsPart(proposal, personId),
    ...contributorsFile(proposal, personId),
    supporters: register.endorsementCount(proposal.id),
    ...(support && { support }),
    ...(view.proposerName === undefined ? {} : { proposerName: view.proposerName }),
    ...view.outcome,
    links: [...view.links],
    ...(view.mergedInto && { mergedInto: view.mergedInto }),
    trail: trailOf(view),
  };
}

/** The published row of a proposal. */
export const publishedRow = kept((proposal: Proposal) => rowOf(publishedHead(proposal)));

/** The JSON of a published row without its closing brace: what depends on the reader or on others comes behind it. */
const openRowJson = kept((proposal: Proposal) =>
  JSON.stringify(publishedRow(proposal)).slice(0, -1),
);

type OwnRowEnd = Omit<MyProposalsAnswer['proposals'][number], keyof ProposalRow>;

function ownRowJson(proposal: Proposal, end: OwnRowEnd): string {
  return `${openRowJson(proposal)},${JSON.stringify(end).slice(1)}`;
}

/** GET /api/my-proposals. */
export const answerMyProposals: Read = ({ deps, person, at, asOf }) => {
  const { register } = deps;
  const rows = register.contributionsOf(person.personId).map(({ value }) =>
    ownRowJson(value, {
      as: standingOf(value, person.personId) ?? 'proposer',
      supporters: register.endorsementCount(value.id),
    }),
  );
  const open = openCampaign(register.campaigns(), at);
  const campaign: MyProposalsAnswer['campaign'] = open && {
    title: open.title,
    ...(open.closesAt === undefined ? {} : { closesAt: open.closesAt }),
    isSample: open.isSample,
  };
  const rest: Omit<MyProposalsAnswer, 'proposals'> = { asOf, ...(campaign && { campaign }) };
  return jsonText(`{"proposals":[${rows.join(',')}],${JSON.stringify(rest).slice(1)}`);
};

/** GET /api/proposals/:number. What may not be seen is answered as what does not exist. */
export const answerProposal: Read = async (call) => {
  const { deps, person, params, locale } = call;
  const { register } = deps;
  const proposal = register.proposalByNumber(canonicalNumber(params['number'] ?? ''))?.value;
  const campaign = register.campaigns().find(({ id }) => id === proposal?.campaignId);
  if (!proposal || !maySeeAsOwn(proposal, actOf(call), campaign)) {
    return refusalAnswer({ code: 'not-found' }, locale);
  }
  const shown = redactedFor(await deps.whole(proposal), actOf(call));
  return json(proposalItem(shown, person.personId, register));
};
