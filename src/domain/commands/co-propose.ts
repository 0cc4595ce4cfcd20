import { audienceOf } from '../audience-of.js';
import { isContributor } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readLine } from '../form-fields.js';
import { actTextLimits, mostCoProposers } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { record } from '../replay.js';
import { allowed, refused } from '../result.js';
import type { Command } from './command.js';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function refuseInvitation({ status }: Proposal, isFull: boolean): Refusal | undefined {
  if (status !== 'received') return { code: 'review-has-begun' };
  return isFull ? { code: 'too-many-co-proposers', limit: mostCoProposers } : undefined;
}

/** Invites a co-proposer 共同提案者, by the proposer and before the review begins. At most nine, each once, not oneself. */
export const inviteCoProposer: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const personId = form.person?.trim().toLowerCase() ?? '';
  if (!guid.test(personId) || isContributor(proposal, personId)) {
    faults.push({ field: 'person', rule: personId ? 'not-a-choice' : 'required' });
  }
  const name = readLine(form, 'personName', actTextLimits.line, faults);
  const others = proposal.coProposers.filter((each) => each.personId !== personId);
  const isFull = others.filter(({ answer }) => answer !== 'declined').length >= mostCoProposers;
  const refusal = refuseInvitation(proposal, isFull);
  return note(proposal, act, ['proposer'], { faults, refusal }, () => ({
    kind: 'co-proposer-invited',
    personId,
    name,
    audience: {
      ...audienceOf(proposal, [], context, act.at),
      people: [{ personId, as: 'co-proposer' }],
    },
  }));
};

/** Accepts or declines to propose together. */
export const answerInvitation: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const answer = readChoice(form, 'invitation', ['accepted', 'declined'], faults);
  const invited = proposal.coProposers.find(({ personId }) => personId === act.by.id);
  if (!invited) return refused({ code: 'not-found' });
  if (invited.answer !== 'invited') return refused({ code: 'not-invited' });
  if (answer === '') return refused({ code: 'invalid-fields', fields: faults });
  const { personId } = invited;
  return allowed(record(proposal, act, { kind: 'co-proposer-answered', personId, answer }));
};
