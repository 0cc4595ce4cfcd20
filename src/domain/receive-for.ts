import type { Act } from './act.js';
import type { Audience } from './audience.js';
import { channelsFor } from './audience-of.js';
import { type Campaign, isOpen, limitsOf } from './campaign.js';
import type { ChannelMapping } from './channel-map.js';
import type { ActForm } from './commands/command.js';
import type { FieldFault } from './field-fault.js';
import { readChoice, readLine } from './form-fields.js';
import { civilDateOf, type Instant } from './instant.js';
import { actTextLimits } from './limits.js';
import type { Masters } from './masters.js';
import {
  type NewProposal,
  type ReceiptRoute,
  type ReceivedFor,
  receiptRoutes,
} from './new-proposal.js';
import { isOutsideTeams, type OfficeKind, outsideId, type PersonId } from './person.js';
import type { Proposal } from './proposal.js';
import type { Refusal } from './refusal.js';
import { allowed, type Result, refused } from './result.js';
import { checkSubmission, type SubmissionForm } from './submission-form.js';

/** Of whom a proposal is received: a member of staff by id, or somebody who does not use Teams. */
export const proposerKinds = ['staff', 'outside'] as const;

/** A proposal that was handed in by telephone, on paper or otherwise, as somebody entered it. */
export interface HandedIn {
  /** Issued with the form: one form, one proposal, for ever. */
  readonly token: string;
  /** When it was handed in, not when it was entered. */
  readonly receivedAt: Instant;
  readonly officeKind?: OfficeKind;
  /** The fields of the form, and `campaign`, `receiptRoute`, `proposerKind`, `person`, `personName`. */
  readonly form: ActForm;
}

/** What the rules look at. */
export interface ReceiptGround {
  readonly campaigns: readonly Campaign[];
  readonly masters: Masters;
  readonly channelMap: readonly ChannelMapping[];
  /** Whether a person can be told in a chat now. */
  readonly hasChat: (personId: PersonId) => boolean;
  /** How many proposals a person has in a campaign, those not stored yet included. */
  readonly countOf: (personId: PersonId, campaignId: string) => number;
}

/** A proposal received on behalf of somebody before it has a number, and whom that is told. */
export type ReceivedOnBehalf = Omit<NewProposal, 'number'> & { readonly audience: Audience };

/** A proposal that was received on behalf of somebody. */
export type ProposalOnBehalf = Proposal & { readonly receivedFor: ReceivedFor };

/** Whether it was received on behalf of somebody. */
export function isOnBehalf(proposal: Proposal): proposal is ProposalOnBehalf {
  return proposal.receivedFor !== undefined;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The proposer's id. Whoever has a chat sends the own form there, also of the secretariat. */
function readPerson({ token, form }: HandedIn, act: Act, faults: FieldFault[]): PersonId {
  const kind = readChoice(form, 'proposerKind', proposerKinds, faults);
  if (kind !== 'staff') return outsideId(token);
  const personId = form.person?.trim().toLowerCase() ?? '';
  if (personId === '') faults.push({ field: 'person', rule: 'required' });
  else if (!guid.test(personId) || personId === act.by.id) {
    faults.push({ field: 'person', rule: 'not-a-choice' });
  }
  return personId;
}

/** The original time counts: it lies neither ahead of now nor before the campaign opened. */
function checkTime(
  receivedAt: Instant,
  campaign: Campaign | undefined,
  now: Instant,
): readonly FieldFault[] {
  if (receivedAt > now) return [{ field: 'receivedAt', rule: 'too-late' }];
  return campaign && receivedAt < campaign.opensAt
    ? [{ field: 'receivedAt', rule: 'too-early' }]
    : [];
}

function refuseByCampaign(
  campaign: Campaign,
  personId: PersonId,
  receivedAt: Instant,
  { countOf }: ReceiptGround,
): Refusal | undefined {
  if (campaign.closesAt !== undefined && !isOpen(campaign, receivedAt)) {
    return { code: 'campaign-closed', closedAt: campaign.closesAt };
  }
  const limit = limitsOf(campaign).campaign;
  return countOf(personId, campaign.id) >= limit
    ? { code: 'too-many-proposals', limit, per: 'campaign' }
    : undefined;
}

/**
 * The receipt: to the proposer's own chat and, where none is known or can be, to those who hand it on through the office
 * (domain 6). Of what was imported the list tells, not a notice each (protocols: publish).
 */
function receiptAudience(
  personId: PersonId,
  route: ReceiptRoute,
  { channelMap, hasChat }: ReceiptGround,
  asOf: Instant,
): Audience {
  if (route === 'import') return { people: [], channels: [], asOf };
  const isOutside = isOutsideTeams(personId);
  const isHandedOn = isOutside || !hasChat(personId);
  const channels = isHandedOn ? [...new Set(channelsFor(channelMap, 'secretariat'))] : [];
  return {
    people: isOutside ? [] : [{ personId, as: 'proposer' }],
    channels: channels.map((channelId) => ({ channelId, as: 'through-office' })),
    asOf,
  };
}

/**
 * 代理受付 (T1, domain 6): the secretariat enters what somebody handed in otherwise than in the chat. The fields obey
 * the same rules as the form, the campaign and the masters those of the day on which it was handed in: that time
 * decides the deadline and the fiscal year. Nobody enters an own proposal.
 */
export function receiveFor(
  handedIn: HandedIn,
  act: Act,
  ground: ReceiptGround,
): Result<ReceivedOnBehalf> {
  const isSecretary = (act.roles ?? []).some(({ role }) => role === 'secretariat');
  if (!isSecretary) return refused({ code: 'not-permitted' });
  const { token, receivedAt, officeKind, form } = handedIn;
  const { campaigns, masters } = ground;
  const faults: FieldFault[] = [];
  const ids = campaigns.map(({ id }) => id);
  const campaignId = readChoice(form, 'campaign', ids, faults);
  const campaign = campaigns.find(({ id }) => id === campaignId);
  const route = readChoice(form, 'receiptRoute', receiptRoutes, faults);
  const personId = readPerson(handedIn, act, faults);
  const name = readLine(form, 'personName', actTextLimits.line, faults);
  faults.push(...checkTime(receivedAt, campaign, act.at));
  const sent: SubmissionForm = { ...form, ...(officeKind && { officeKind }) };
  const checked = checkSubmission(sent, masters, civilDateOf(receivedAt), campaign);
  const fields = [...faults, ...faultsOf(checked)];
  // Whoever named no campaign or no way has a fault among the fields.
  if (fields.length > 0 || !campaign || route === '') {
    return refused({ code: 'invalid-fields', fields });
  }
  if (!checked.ok) return checked;
  const refusal = refuseByCampaign(campaign, personId, receivedAt, ground);
  if (refusal) return refused(refusal);
  const { content, profile } = checked.value;
  return allowed({
    id: token,
    campaignId: campaign.id,
    receivedAt,
    proposer: { personId, name, ...profile },
    content,
    receivedFor: { by: act.by, route },
    audience: receiptAudience(personId, route, ground, act.at),
  });
}

function faultsOf(checked: Result<unknown>): readonly FieldFault[] {
  return !checked.ok && checked.refusal.code === 'invalid-fields' ? checked.refusal.fields : [];
}
