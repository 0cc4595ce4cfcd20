import {
  type ReceivedAnswer,
  type ReceivedForAnswer,
  type ReceivedListAnswer,
  type ReceivedRow,
  receiveRequest,
} from '../contract/received-answers.js';
import { isToldThroughOffice } from '../domain/audience-of.js';
import { isContributor } from '../domain/capacity.js';
import type { ReceivedFor } from '../domain/new-proposal.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import type { ApiDeps } from './deps.js';
import { filledForm } from './filled-form.js';
import { refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

/** A proposal that was received on behalf of somebody. */
type OnBehalf = Proposal & { readonly receivedFor: ReceivedFor };

const isOnBehalf = (proposal: Proposal): proposal is OnBehalf => proposal.receivedFor !== undefined;

function receiptOf(proposal: OnBehalf, { register }: Pick<ApiDeps, 'register'>): ReceivedAnswer {
  const { number, content, receivedAt, receivedFor, proposer } = proposal;
  const hasChat = register.conversation(proposer.personId)?.value.active === true;
  return {
    number,
    title: content.title,
    receivedAt,
    route: receivedFor.route,
    throughOffice: isToldThroughOffice(proposal) || !hasChat,
  };
}

/** By whom, how and when it was received, without whose it is; undefined for what came in the chat. */
export function receivedForAnswer(proposal: Proposal): ReceivedForAnswer | undefined {
  if (!isOnBehalf(proposal)) return undefined;
  const { receivedFor, trail } = proposal;
  const enteredAt = trail.find(({ kind }) => kind === 'received')?.recordedAt;
  return {
    byName: receivedFor.by.name,
    route: receivedFor.route,
    ...(enteredAt !== undefined && { enteredAt }),
    throughOffice: isToldThroughOffice(proposal),
  };
}

/** POST /api/proposals/received: 代理受付, for the secretariat. */
export const receiveWrite = withBody(receiveRequest, async (call, body) => {
  const { deps, person, locale } = call;
  const { receivedAt, officeKind, form } = body;
  const token = body.id.toLowerCase();
  const by = { id: person.personId, name: person.name };
  const outcome = await deps.receive(by, {
    token,
    receivedAt,
    ...(officeKind && { officeKind }),
    form: filledForm(form),
  });
  const came = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  deps.logger.info({ act: 'receive', token, personId: person.personId, outcome: came }, 'act');
  if (outcome.kind === 'refused') return refusalAnswer(outcome.refusal, locale);
  const { value } = outcome.stored;
  return isOnBehalf(value)
    ? json(receiptOf(value, deps))
    : refusalAnswer({ code: 'form-not-yours' }, locale);
});

function rowOf(proposal: OnBehalf, personId: PersonId, deps: ApiDeps): ReceivedRow {
  const { proposer, receivedFor, published } = proposal;
  const { name, departmentId, sectionId } = proposer;
  return {
    ...receiptOf(proposal, deps),
    byName: receivedFor.by.name,
    status: published.status,
    statusAt: published.at,
    ...(receivedFor.by.id === personId && {
      proposer: { name, departmentId, ...(sectionId !== undefined && { sectionId }) },
    }),
  };
}

/**
 * GET /api/received: what was received on behalf of somebody, so that nobody without a chat is forgotten. Whose it is
 * reads only who entered it; of an own proposal nobody reads here.
 */
export const answerReceived: Read = ({ deps, person }) => {
  const { personId } = person;
  const answer: ReceivedListAnswer = {
    proposals: deps.register
      .proposals()
      .map(({ value }) => value)
      .filter(isOnBehalf)
      .filter((proposal) => !isContributor(proposal, personId))
      .toReversed()
      .map((proposal) => rowOf(proposal, personId, deps)),
  };
  return json(answer);
};
