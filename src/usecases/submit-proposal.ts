import { acceptsForm, type Campaign, limitsOf, openCampaign } from '../domain/campaign.js';
import type { Conversation } from '../domain/conversation.js';
import { civilDateOf, type Instant, wholeSecond } from '../domain/instant.js';
import type { KeptForm } from '../domain/kept-form.js';
import {
  findPersonalDetails,
  kindsFound,
  type PersonalDataFound,
  type PersonalDataKind,
} from '../domain/personal-data/find-personal-details.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalContent } from '../domain/proposal-content.js';
import type { Refusal } from '../domain/refusal.js';
import { checkSubmission, type SubmissionForm } from '../domain/submission-form.js';
import { isFailure } from './failure.js';
import type { FindAlike } from './find-alike-for.js';
import type { FoundHint } from './find-hints-for.js';
import type { FaultLog, Register, RegisterWriter, Spool, Stored } from './ports.js';
import { type StoreWithNumberPorts, storeWithNumber } from './store-with-number.js';

/** What submitting needs. */
export interface SubmitPorts extends StoreWithNumberPorts {
  readonly spool: Spool;
  readonly writer: RegisterWriter;
  readonly onFault: FaultLog;
  /** Looks for what is like a proposal before it is stored; where it is absent nothing is asked. */
  readonly findAlike?: FindAlike;
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
  /** What the person has been warned of and sends all the same. */
  readonly confirmed?: readonly PersonalDataKind[];
  /** Whether the person has been shown what is like it and proposes it all the same. */
  readonly hasSeenAlike?: boolean;
  /** The chat it was sent in, where the receipt follows if it is late. */
  readonly conversation?: Conversation;
}

/**
 * What a submit came to. `kept` means: safely on disk, number and receipt follow; `isBusy`, for want of nothing but
 * time. `warned` and `alike`: nothing is stored; it looks to hold personal data, or others have proposed or realised
 * something like it, and whoever wrote it may send it all the same.
 */
export type SubmitOutcome =
  | { readonly kind: 'received'; readonly stored: Stored<Proposal>; readonly repeated: boolean }
  | { readonly kind: 'kept'; readonly isBusy?: true }
  | { readonly kind: 'warned'; readonly found: readonly PersonalDataFound[] }
  | { readonly kind: 'alike'; readonly hints: readonly FoundHint[] }
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
  const { submission, token, personId, personName, campaignId, receivedAt, personalData } = kept;
  const proposer = { personId, name: personName, ...submission.profile };
  const { content } = submission;
  const unnumbered = { id: token, campaignId, receivedAt, proposer, content };
  return storeWithNumber(ports, { ...unnumbered, ...(personalData && { personalData }) });
}

/** What is like it, unless the person has seen that; a comparison that fails keeps nobody from submitting. */
function alikeTo(
  { findAlike, onFault }: SubmitPorts,
  { personId, personName, hasSeenAlike = false }: SubmitCommand,
  content: ProposalContent,
): readonly FoundHint[] {
  if (hasSeenAlike || !findAlike) return [];
  try {
    return findAlike({ id: personId, name: personName }, content);
  } catch (fault) {
    onFault('looking for what is like a proposal', fault);
    return [];
  }
}

function checkCommand(
  ports: SubmitPorts,
  command: SubmitCommand,
): { readonly kept: KeptForm } | Exclude<SubmitOutcome, { kind: 'received' }> {
  const { register } = ports;
  const receivedAt = wholeSecond(ports.clock.now());
  const refusal =
    refuseByCampaign(register, command, receivedAt) ?? refuseByLimits(ports, command, receivedAt);
  if (refusal) return { kind: 'refused', refusal };
  const checked = checkSubmission(
    command.form,
    register.masters(),
    civilDateOf(receivedAt),
    campaignOf(register, command),
  );
  if (!checked.ok) return { kind: 'refused', refusal: checked.refusal };
  const found = findPersonalDetails(checked.value.content);
  const personalData = kindsFound(found);
  const isUnconfirmed = personalData.some((kind) => !command.confirmed?.includes(kind));
  // What was taken from another device is not asked about again: its receipt follows.
  const isTaken = ports.spool.keptOf(command.personId).some(({ token }) => token === command.token);
  if (isUnconfirmed) return isTaken ? { kind: 'kept' } : { kind: 'warned', found };
  const hints = isTaken ? [] : alikeTo(ports, command, checked.value.content);
  if (hints.length > 0) return { kind: 'alike', hints };
  const warned = personalData.length > 0 && { personalData };
  const { token, personId, personName, locale, campaignId, conversation } = command;
  const chat = conversation && { conversation };
  const sent = { token, personId, personName, locale, campaignId, ...chat };
  return { kept: { ...sent, submission: checked.value, receivedAt, ...warned } };
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
  if (!('kept' in checked)) return checked;
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
