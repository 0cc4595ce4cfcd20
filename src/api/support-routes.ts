import { supportRequest } from '../contract/act-requests.js';
import type { MySupportsAnswer } from '../contract/proposal-answers.js';
import { redactedFor } from '../domain/blind/redact.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { Support, SupportState } from '../domain/support.js';
import { maySeePublished } from '../domain/visibility.js';
import type { Register } from '../usecases/ports.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall, Write } from './call.js';
import { canonicalNumber, proposalItem, publishedRow, supportAnswer } from './proposal-views.js';
import { refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

type Shown = MySupportsAnswer['proposals'][number];

function maySee(register: Register, proposal: Proposal, personId: PersonId): boolean {
  const campaign = register.campaigns().find(({ id }) => id === proposal.campaignId);
  return maySeePublished(proposal, campaign, personId);
}

/** A supported proposal as its supporter sees it; nothing where it may no longer be seen. */
function shown(call: StaffCall, support: Support): readonly Shown[] {
  const { deps, person } = call;
  const { register } = deps;
  const proposal = register.proposal(support.proposalId)?.value;
  const said = proposal && supportAnswer(proposal, support);
  if (!proposal || !said || !maySee(register, proposal, person.personId)) return [];
  const supporters = register.endorsementCount(proposal.id);
  return [{ ...publishedRow(redactedFor(proposal, actOf(call))), supporters, support: said }];
}

/** GET /api/my-supports. */
export const answerMySupports: Read = (call) => {
  const own = call.deps.register.supportsOf(call.person.personId).map(({ value }) => value);
  const latestFirst = own.toSorted((a, b) => b.at - a.at);
  const answer: MySupportsAnswer = { proposals: latestFirst.flatMap((each) => shown(call, each)) };
  return json(answer);
};

function giveWrite(state: SupportState): Write {
  return withBody(supportRequest, async (call) => {
    const { deps, person, locale } = call;
    const number = canonicalNumber(call.params['number'] ?? '');
    const by = { id: person.personId, name: person.name };
    const outcome = await deps.supports.give(by, number, state);
    const came = outcome.kind === 'refused' ? outcome.refusal.code : state;
    deps.logger.info(
      { act: 'support', number: number.slice(0, 20), personId: by.id, outcome: came },
      'act',
    );
    if (outcome.kind === 'refused') return refusalAnswer(outcome.refusal, locale);
    const { proposal } = outcome;
    // A word can be taken back after the proposal was hidden: nothing of it is shown then.
    if (!maySee(deps.register, proposal, by.id)) return json({});
    const read = redactedFor(await deps.whole(proposal), actOf(call));
    return json(proposalItem(read, by.id, deps.register));
  });
}

/** POST /api/proposals/:number/endorse 賛同する. */
export const endorseWrite = giveWrite('endorsed');

/** POST /api/proposals/:number/follow: to be told what becomes of it, without being counted. */
export const followWrite = giveWrite('following');

/** POST /api/proposals/:number/take-back-support. */
export const takeBackSupportWrite = giveWrite('none');
