import type { z } from 'zod';
import {
  type ReceivedAnswer,
  type ReceivedForAnswer,
  type ReceivedListAnswer,
  type ReceivedManyAnswer,
  type ReceivedRow,
  receiveManyRequest,
  receiveRequest,
} from '../contract/received-answers.js';
import { isToldThroughOffice } from '../domain/audience-of.js';
import { isOwnIdea } from '../domain/capacity.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { isOnBehalf, type ProposalOnBehalf } from '../domain/receive-for.js';
import { apiRefusalText } from '../text/api-texts.js';
import type { ReceivedOne } from '../usecases/receive-for-somebody.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import type { ApiDeps } from './deps.js';
import { filledForm } from './filled-form.js';
import { apiRefusalAnswer, newReference, refusalAnswer, refusalValue } from './refusal-answer.js';
import { withBody } from './with-body.js';

function receiptOf(
  proposal: ProposalOnBehalf,
  { register }: Pick<ApiDeps, 'register'>,
): ReceivedAnswer {
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
  const { receivedFor } = proposal;
  const enteredAt = proposal.trail.find(({ kind }) => kind === 'received')?.recordedAt;
  return {
    byName: receivedFor.by.name,
    route: receivedFor.route,
    ...(enteredAt !== undefined && { enteredAt }),
    throughOffice: isToldThroughOffice(proposal),
  };
}

type Paper = z.infer<typeof receiveRequest>;
type Result = ReceivedManyAnswer['results'][number];

/** The receipt of one paper, or why there is none; what happened, for the log: no content. */
function resultOf(call: StaffCall, { token, outcome }: ReceivedOne): Result {
  const { deps, person, locale } = call;
  const { personId } = person;
  if (outcome.kind === 'failed') {
    const reference = newReference();
    deps.logger.error({ reference, act: 'receive', token, err: outcome.fault }, 'act failed');
    const message = apiRefusalText('act-failed', locale, reference);
    return { kind: 'refused', id: token, refusal: { code: 'act-failed', message, reference } };
  }
  const came = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  deps.logger.info({ act: 'receive', token, personId, outcome: came }, 'act');
  if (outcome.kind === 'refused') {
    return { kind: 'refused', id: token, refusal: refusalValue(outcome.refusal, locale) };
  }
  return { kind: 'received', id: token, receipt: receiptOf(outcome.proposal, deps) };
}

function receiveAll(
  { deps, person }: StaffCall,
  papers: readonly Paper[],
): Promise<readonly ReceivedOne[]> {
  const by = { id: person.personId, name: person.name };
  const handedIn = papers.map(({ id, receivedAt, officeKind, form }) => ({
    token: id.toLowerCase(),
    receivedAt,
    ...(officeKind && { officeKind }),
    form: filledForm(form),
  }));
  return deps.receive(by, handedIn);
}

/** POST /api/proposals/received: 代理受付, for the secretariat. */
export const receiveWrite = withBody(receiveRequest, async (call, body) => {
  const [one] = await receiveAll(call, [body]);
  if (!one) return apiRefusalAnswer('broken-request', call.locale);
  const { outcome } = one;
  if (outcome.kind === 'failed') throw outcome.fault;
  const result = resultOf(call, one);
  if (outcome.kind === 'refused') return refusalAnswer(outcome.refusal, call.locale);
  return json(result.kind === 'received' ? result.receipt : result.refusal);
});

/** POST /api/received/import: 代理受付 of many papers. */
export const receiveManyWrite = withBody(receiveManyRequest, async (call, { items, form }) => {
  const papers = items.map((item) => ({ ...item, form: { ...form, ...item.form } }));
  const results = await receiveAll(call, papers);
  const answer: ReceivedManyAnswer = { results: results.map((each) => resultOf(call, each)) };
  return json(answer);
});

function rowOf(proposal: ProposalOnBehalf, personId: PersonId, deps: ApiDeps): ReceivedRow {
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
 * reads only who entered it. Own ideas, merged ones included, are work of others and stand not here, but what somebody
 * entered does: nobody else knows whom to tell.
 */
export const answerReceived: Read = (call) => {
  const { deps, person } = call;
  const { personId } = person;
  const act = actOf(call);
  const answer: ReceivedListAnswer = {
    proposals: deps.register
      .proposals()
      .map(({ value }) => value)
      .filter(isOnBehalf)
      .filter((each) => each.receivedFor.by.id === personId || !isOwnIdea(each, act))
      .toReversed()
      .map((proposal) => rowOf(proposal, personId, deps)),
  };
  return json(answer);
};
