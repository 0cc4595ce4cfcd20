import { acceptsForm, type Campaign, limitsOf, openCampaign } from '../domain/campaign.js';
import { civilDateOf, type Instant, wholeSecond } from '../domain/instant.js';
import type { KeptForm } from '../domain/kept-form.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import { checkSubmission, type SubmissionForm } from '../domain/submission-form.js';
import { isFailure } from './failure.js';
import type { FaultLog, Register, RegisterWriter, Spool, Stored } from './ports.js';
import { type StoreWithNumberPorts, storeWithNumber } from './store-with-number.js';

/** What submitting needs. */
export interface SubmitPorts extends StoreWithNumberPorts {
  readonly spool: Spool;
  readonly writer: RegisterWriter;
  readonly onFault: FaultLog;
}

/** A sent form: who, with which token, opened when, as typed. */
export interface SubmitCommand {
  readonly token: string;
  readonly personId: string;
  readonly personName: string;
  readonly locale: KeptForm['locale'];
  readonly campaignId: string;
  readonly formOpenedAt: Instant;
  readonly form: SubmissionForm;
  /** The chat it was sent in, where the receipt follows if it is late. */
  readonly conversation: KeptForm['conversation'];
}

/** What a submit came to. `kept` means: safely on disk, number and receipt follow; `isBusy`, for want of nothing but time. */
export type SubmitOutcome =
  | { readonly kind: 'received'; readonly stored: Stored<Proposal>; readonly repeated: boolean }
  | { readonly kind: 'kept'; readonly isBusy?: true }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const hourMs = 60 * 60 * 1000;

const campaignOf = (
  register: Register,
  { campaignId }: Pick<SubmitCommand, 'campaignId'>,
): Campaign | undefined => register.campaigns().find((each) => each.id === campaignId);

function refuseByCampaign(
  register: Register,
  command: SubmitCommand,
  at: Instant,
): Refusal | undefined {
  const campaigns = register.campaigns();
  const campaign = campaignOf(register, command);
  if (campaign && acceptsForm(campaign, command.formOpenedAt, at)) return undefined;
  if (campaign?.closesAt !== undefined && at >= campaign.closesAt) {
    return { code: 'campaign-closed', closedAt: campaign.closesAt };
  }
  return openCampaign(campaigns, at) ? { code: 'form-not-yours' } : { code: 'no-open-campaign' };
}

/** What is stored counts, and what is accepted and not stored yet: sending fast or during an outage gains nothing. */
function refuseByLimits(
  { register, spool }: SubmitPorts,
  { personId, ...command }: SubmitCommand,
  at: Instant,
): Refusal | undefined {
  const stored = register.proposalsOf(personId).map(({ value }) => value);
  const pending = spool
    .keptOf(personId)
    .filter(({ token }) => token !== command.token && !register.proposal(token));
  const own = [...stored, ...pending];
  const { hour, campaign } = limitsOf(campaignOf(register, command));
  if (own.filter((proposal) => proposal.receivedAt > at - hourMs).length >= hour) {
    return { code: 'too-many-proposals', limit: hour, per: 'hour' };
  }
  return own.filter((proposal) => proposal.campaignId === command.campaignId).length >= campaign
    ? { code: 'too-many-proposals', limit: campaign, per: 'campaign' }
    : undefined;
}

/** The answer for a token that is already stored: the same receipt for its owner, nothing for anyone else. */
function receivedBefore(stored: Stored<Proposal>, command: SubmitCommand): SubmitOutcome {
  return stored.value.proposer.personId === command.personId
    ? { kind: 'received', stored, repeated: true }
    : { kind: 'refused', refusal: { code: 'form-not-yours' } };
}

/** Stores what a kept form says, once. Undefined where that is still not known. */
export async function storeKeptForm(
  ports: SubmitPorts,
  kept: KeptForm,
): Promise<Stored<Proposal> | undefined> {
  const { submission, token, personId, personName, campaignId, receivedAt } = kept;
  const proposer = { personId, name: personName, ...submission.profile };
  const unnumbered = { id: token, campaignId, receivedAt, proposer, content: submission.content };
  return storeWithNumber(ports, unnumbered);
}

function checkCommand(
  ports: SubmitPorts,
  command: SubmitCommand,
): { readonly kept: KeptForm } | { readonly refusal: Refusal } {
  const { register } = ports;
  const receivedAt = wholeSecond(ports.clock.now());
  const refusal =
    refuseByCampaign(register, command, receivedAt) ?? refuseByLimits(ports, command, receivedAt);
  if (refusal) return { refusal };
  const checked = checkSubmission(
    command.form,
    register.masters(),
    civilDateOf(receivedAt),
    campaignOf(register, command),
  );
  if (!checked.ok) return { refusal: checked.refusal };
  const { form: _form, formOpenedAt: _openedAt, ...who } = command;
  return { kept: { ...who, submission: checked.value, receivedAt } };
}

/**
 * Takes a sent form (protocols: submit): checks it whole, keeps it on disk, stores it once. The caller answers with
 * the receipt and then erases the kept form. Throws only where nothing could be kept (disk full).
 */
export async function submitProposal(
  ports: SubmitPorts,
  command: SubmitCommand,
): Promise<SubmitOutcome> {
  const known = ports.register.proposal(command.token);
  if (known) return receivedBefore(known, command);
  // No pause between the check and the spool's note of the form: forms sent in parallel see each other.
  const checked = checkCommand(ports, command);
  if ('refusal' in checked) return { kind: 'refused', refusal: checked.refusal };
  await ports.spool.keep(checked.kept);
  try {
    const stored = await storeKeptForm(ports, checked.kept);
    if (!stored) return { kind: 'kept' };
    if (stored.value.proposer.personId === command.personId) {
      return { kind: 'received', stored, repeated: false };
    }
    // Somebody else's token: nothing was promised for this form, and its receipt is not this person's.
    await ports.spool.erase(command.token);
    return receivedBefore(stored, command);
  } catch (fault) {
    // The form is on disk: whatever Graph's failure was, the sweep tries again and the person is told it is kept.
    ports.onFault('storing a proposal', fault);
    return isFailure(fault) && fault.isBusy ? { kind: 'kept', isBusy: true } : { kind: 'kept' };
  }
}
