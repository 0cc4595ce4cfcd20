import type { ActContext } from '../../src/domain/act-context.js';
import { type ActName, acts } from '../../src/domain/acts.js';
import type { ActForm, Command } from '../../src/domain/commands/command.js';
import { fiscalYearOfDate, monthsOfFiscalYear } from '../../src/domain/fiscal-year.js';
import { addDays, type CivilDate, civilDateOf, monthOf } from '../../src/domain/instant.js';
import { theSystem } from '../../src/domain/person.js';
import { type Proposal, receiveProposal } from '../../src/domain/proposal.js';
import { formatProposalNumber } from '../../src/domain/proposal-number.js';
import { exclusionReasons } from '../../src/domain/proposal-state.js';
import { releasePublication } from '../../src/domain/publication.js';
import type { Result } from '../../src/domain/result.js';
import {
  type OfficeActor,
  officeCampaign,
  officeContext,
  officeDepartments,
  officeMasters,
  officeMeasures,
  officeOf,
  officePerson,
  oneOf,
  type Random,
  randomFrom,
  secretaryOf,
} from './campaign-office.js';

const dayMs = 86_400_000;
/** The last things that happen to a proposal take three hundred days at most, so that all ends within two years. */
const lastPhaseMs = (730 - 300) * dayMs;
const reason = '人と物にかかる費用、広げやすさ、関心の大きさを見て決めました。';

/** How a campaign is made. */
export interface CampaignLifeOptions {
  /** The same seed gives the same campaign. */
  readonly seed?: number;
  readonly count?: number;
}

/** One proposal on its way: every step is a command of the product and must be allowed. */
interface Way {
  proposal: Proposal;
  at: number;
  readonly random: Random;
  readonly context: ActContext;
}

function outcomeOf(way: Way, what: string, result: Result<Proposal>): Proposal {
  if (result.ok) return result.value;
  const { number, status } = way.proposal;
  throw new Error(`${number} (${status}): ${what} was refused: ${result.refusal.code}`);
}

const today = ({ at }: Way): CivilDate => civilDateOf(at);
const chance = ({ random }: Way, share: number): boolean => random() < share;
const secretary = (way: Way): OfficeActor => secretaryOf(1 + Math.floor(way.random() * 3));
const ownerOf = ({ proposal }: Way): string => proposal.decision?.owner.departmentId ?? '';

/** Some days later, at some time of an office day. */
function pass(way: Way, least: number, most: number): void {
  const days = least + Math.floor(way.random() * (most - least + 1));
  const morning = Math.floor(way.at / dayMs) * dayMs + days * dayMs;
  way.at = Math.max(way.at + 60_000, morning + Math.floor(way.random() * 8 * 3600) * 1000);
}

function act(way: Way, name: ActName, form: ActForm, { by, roles }: OfficeActor): void {
  const command: Command = acts[name];
  const result = command(way.proposal, form, { by, roles, at: way.at }, way.context);
  way.proposal = outcomeOf(way, name, result);
  way.at += 60_000;
}

const proposerOf = ({ proposal: { proposer } }: Way): OfficeActor => ({
  by: { id: proposer.personId, name: proposer.name },
  roles: [],
});

/** Publishes what is decided, once taken back and asked for again. */
function tell(way: Way): void {
  act(way, 'publish', {}, secretary(way));
  if (chance(way, 0.05)) {
    way.at -= 55_000;
    act(way, 'undo-publication', {}, secretary(way));
    act(way, 'publish', {}, secretary(way));
  }
  const system = { by: theSystem, at: way.at };
  way.proposal = outcomeOf(way, 'release', releasePublication(way.proposal, system, way.context));
  way.at += 1000;
}

function confirmByOther(way: Way, name: ActName, form: ActForm): void {
  const hasOwner = way.proposal.published.decision !== undefined;
  act(way, name, form, hasOwner ? officeOf('owner', ownerOf(way)) : secretaryOf(1));
  pass(way, 1, 5);
  act(way, 'confirm', {}, hasOwner ? officeOf('head', ownerOf(way)) : secretaryOf(2));
}

function decisionForm(way: Way, track: string): ActForm {
  const department = oneOf(way.random, officeDepartments);
  const year = fiscalYearOfDate(today(way));
  const months = monthsOfFiscalYear(year).filter((month) => month >= monthOf(today(way)));
  return {
    track,
    ownerDepartment: department,
    ownerSection: `${department}-1`,
    targetMonth: oneOf(way.random, months),
    startMonth: oneOf(way.random, months),
    costBasis: '今ある道具だけで足ります。',
    startConditions: oneOf(way.random, ['prior-coordination', 'rule-making,other']),
    horizon: 'medium',
    targetFiscalYear: String(year + 1 + Math.floor(way.random() * 2)),
    budgetingState: oneOf(way.random, ['not-needed', 'considered', 'requested']),
    budgetingAmountYen: String(100_000 * (1 + Math.floor(way.random() * 50))),
    reasonNotOfficeWide: 'この部局の仕事だけに関わります。',
    replyDue: addDays(today(way), 28),
    reason,
  };
}

function realise(way: Way): void {
  const isWhole = chance(way, 0.6);
  const link = isWhole ? { coverage: 'whole' } : { coverage: 'part', remaining: '出先の分' };
  act(way, 'link-measure', { measure: oneOf(way.random, officeMeasures), ...link }, secretary(way));
  const isStarted = way.proposal.status === 'started';
  // A measure that covers the whole stays linked after a correction, until somebody unlinks it.
  const isCovered = way.proposal.links?.some(({ coverage }) => coverage === 'whole') ?? false;
  if (!isWhole && !isCovered && isStarted && chance(way, 0.6)) {
    act(way, 'partly-realise', {}, officeOf('owner', ownerOf(way)));
    tell(way);
    return;
  }
  const remaining = isWhole ? {} : { remaining: '出先の分は来年度とします。' };
  confirmByOther(way, 'propose-realised', { realisedOn: today(way), ...remaining });
  tell(way);
  if (!chance(way, 0.05)) return;
  pass(way, 20, 60);
  act(way, 'correct-publication', { reason }, secretary(way));
  tell(way);
}

function start(way: Way): void {
  const form = { startedOn: today(way), firstAction: '関係課と打合せをしました。' };
  act(way, 'start-work', form, officeOf('owner', ownerOf(way)));
  tell(way);
}

function reportProgress(way: Way): void {
  const open = ['decided', 'started', 'partially-realised'];
  if (!open.includes(way.proposal.status)) return;
  const progressAnswer = oneOf(way.random, ['on-track', 'on-track', 'delayed', 'needs-talk']);
  act(way, 'report-progress', { progressAnswer }, officeOf('owner', ownerOf(way)));
}

/** The year is over and it is not done: it goes to a later year, with its money. */
function carryOver(way: Way): void {
  act(way, 'decide-track', decisionForm(way, 'later'), secretary(way));
  tell(way);
}

function giveUp(way: Way): void {
  const year = String(fiscalYearOfDate(today(way)) + 1);
  confirmByOther(way, 'propose-difficult', { reason, reexamineFiscalYear: year });
  tell(way);
}

/** What an owner answers to a delegation: a reply, or that it belongs to another office, which is then asked. */
function answerDelegation(way: Way): void {
  pass(way, 5, 35);
  if (chance(way, 0.1)) {
    act(way, 'return-delegation', { reason }, officeOf('head', ownerOf(way)));
    pass(way, 1, 10);
    act(way, 'decide-track', decisionForm(way, 'delegated'), secretary(way));
    tell(way);
    pass(way, 5, 20);
  }
  const form = { replyAnswer: 'will-start', replyBy: addDays(today(way), 90), replyText: reason };
  act(way, 'reply-to-delegation', form, officeOf('owner', ownerOf(way)));
  tell(way);
}

/** The second year: progress reports, starts, realisations, what is given up and looked at again. */
function live(way: Way): void {
  if (way.proposal.decision?.track === 'delegated') answerDelegation(way);
  pass(way, 20, 90);
  if (chance(way, 0.08)) giveUp(way);
  else workOn(way);
}

function workOn(way: Way): void {
  if (chance(way, 0.8)) start(way);
  pass(way, 60, 120);
  reportProgress(way);
  if (chance(way, 0.4)) realise(way);
  if (way.at > officeCampaign.opensAt + lastPhaseMs) return;
  pass(way, 60, 100);
  const isOpen = ['decided', 'started', 'partially-realised'].includes(way.proposal.status);
  if (isOpen && chance(way, 0.3)) carryOver(way);
  pass(way, 60, 120);
  reportProgress(way);
  if (['decided', 'started'].includes(way.proposal.status) && chance(way, 0.4)) realise(way);
}

function examine(way: Way): void {
  pass(way, 1, 10);
  if (chance(way, 0.15)) {
    const requestDepartment = oneOf(way.random, officeDepartments);
    act(way, 'request-opinion', { requestDepartment, requestText: '可能ですか。' }, secretary(way));
    const requestId = way.proposal.opinions.at(-1)?.id ?? '';
    pass(way, 3, 15);
    const opinion = { requestId, opinionVerdict: 'feasible', opinionText: reason };
    act(way, 'give-opinion', opinion, officeOf('owner', requestDepartment));
  }
  const costs = ['small', 'small', 'medium', 'large'];
  const marks = { humanCost: oneOf(way.random, costs), physicalCost: oneOf(way.random, costs) };
  const rollout = chance(way, 0.25) ? 'hard' : 'possible';
  act(way, 'mark-costs', { ...marks, rollout, rolloutReason: reason }, secretary(way));
  const issueGroup = `group-${1 + Math.floor(way.random() * 30)}`;
  if (chance(way, 0.5)) act(way, 'group', { issueGroup }, secretary(way));
}

function exclude(way: Way): void {
  const exclusionReason = oneOf(way.random, exclusionReasons);
  confirmByOther(way, 'propose-exclusion', { exclusionReason, reason });
  tell(way);
  if (!chance(way, 0.5)) return;
  pass(way, 5, 20);
  act(way, 'reopen', { reason }, proposerOf(way));
  tell(way);
  pass(way, 5, 20);
  decide(way);
}

function decide(way: Way): void {
  const tracks = ['realise-this-fy', 'start-this-fy', 'start-this-fy', 'later', 'delegated'];
  act(way, 'decide-track', decisionForm(way, oneOf(way.random, tracks)), secretary(way));
  pass(way, 1, 20);
  tell(way);
  live(way);
}

/** From the review to wherever it stands two years later. */
function review(way: Way, earlier: readonly Proposal[]): void {
  examine(way);
  const survivor = earlier.findLast(({ status }) => status !== 'withdrawn');
  if (survivor && chance(way, 0.1)) {
    act(way, 'merge', { mergeInto: survivor.number, reason }, secretary(way));
    tell(way);
    if (chance(way, 0.9)) return;
    act(way, 'unmerge', { reason }, secretary(way));
  }
  pass(way, 5, 30);
  if (chance(way, 0.04)) {
    giveUp(way);
    pass(way, 120, 200);
    act(way, 're-examine', { reason }, secretary(way));
  }
  if (chance(way, 0.03)) exclude(way);
  else decide(way);
}

/** Before the review: co-proposers, questions, second thoughts. */
function begin(way: Way, index: number): boolean {
  if (chance(way, 0.08)) {
    const { id, name } = officePerson(5, index);
    act(way, 'invite-co-proposer', { person: id, personName: name }, proposerOf(way));
    act(way, 'answer-invitation', { invitation: 'accepted' }, { by: { id, name }, roles: [] });
  }
  way.at = Math.max(way.at, officeCampaign.closesAt ?? 0);
  pass(way, 0, 10);
  if (chance(way, 0.02)) {
    act(way, 'withdraw', {}, proposerOf(way));
    return false;
  }
  if (chance(way, 0.1)) {
    act(way, 'ask-question', { question: 'どの様式のことですか。' }, secretary(way));
    const isAnswered = chance(way, 0.8);
    pass(way, isAnswered ? 1 : 25, isAnswered ? 9 : 40);
    if (!isAnswered) {
      act(way, 'drop-question', { note: '回答なしで検討します。' }, secretary(way));
      return true;
    }
    act(way, 'answer-question', { answer: '申請の様式のことです。' }, proposerOf(way));
  }
  act(way, 'begin-review', {}, secretary(way));
  return true;
}

const subjects = ['押印', '会議資料', '電話の取次ぎ', '出張の手続', '机の配置', '庁内通知', '研修'];
const remedies = [
  'をやめる',
  'を画面で済ませる',
  'をまとめる',
  'を選べるようにする',
  'の見本を作る',
];

function received(index: number, random: Random): Proposal {
  const opens = officeCampaign.opensAt;
  const span = ((officeCampaign.closesAt ?? opens) - opens) / 1000;
  const at = opens + Math.floor(Math.sqrt(random()) * span) * 1000;
  const { id: personId, name } = officePerson(4, Math.floor(random() * 500));
  const [departmentId, subject] = [oneOf(random, officeDepartments), oneOf(random, subjects)];
  const isCostly = random() < 0.4;
  return receiveProposal(
    {
      id: `20000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      number: formatProposalNumber({ fiscalYear: 2026, sequence: index + 1 }),
      campaignId: officeCampaign.id,
      receivedAt: at,
      proposer: {
        personId,
        name,
        departmentId,
        sectionId: `${departmentId}-1`,
        gradeId: oneOf(random, officeMasters.jobGrades).id,
        officeKind: random() < 0.3 ? 'branch' : 'head-office',
      },
      content: {
        title: `${subject}${oneOf(random, remedies)}（その${index + 1}）`,
        currentProblem: `${subject}に時間がかかっています。`,
        proposedContent: `${subject}の手順を見直します。`,
        categoryId: oneOf(random, officeMasters.categories).id,
        isDigital: random() < 0.6,
        cost: isCostly ? { needed: true, estimateYen: 50_000 } : { needed: false },
        scopeHint: 'unknown',
        namePublication: random() < 0.3,
      },
    },
    at,
  );
}

/**
 * An invented campaign and what became of it within two years: every status, every track, questions, opinions,
 * delegations, merges, carry-overs, corrections. Every proposal is what the product's own commands make of it, in the
 * order of its number; the same seed gives the same bytes.
 */
export function campaignLife({ seed = 1, count = 648 }: CampaignLifeOptions = {}) {
  const known = new Map<string, Proposal>();
  const context = officeContext(known);
  const random = randomFrom(seed);
  for (let index = 0; index < count; index += 1) {
    const proposal = received(index, random);
    const way: Way = { proposal, at: proposal.receivedAt + 60_000, random, context };
    if (begin(way, index)) review(way, [...known.values()]);
    known.set(way.proposal.id, way.proposal);
  }
  return { proposals: [...known.values()], context, campaign: officeCampaign };
}
