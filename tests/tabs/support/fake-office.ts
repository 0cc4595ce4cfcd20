import type { MastersAnswer } from '../../../src/contract/common-answers.js';
import type { Act } from '../../../src/domain/act.js';
import type { ActContext } from '../../../src/domain/act-context.js';
import { type ActName, acts } from '../../../src/domain/acts.js';
import type { ActForm, Command } from '../../../src/domain/commands/command.js';
import type { Masters } from '../../../src/domain/masters.js';
import type { Actor } from '../../../src/domain/person.js';
import { theSystem } from '../../../src/domain/person.js';
import { type Choices, usualChoices } from '../../../src/domain/preference.js';
import { type Proposal, receiveProposal } from '../../../src/domain/proposal.js';
import { releasePublication } from '../../../src/domain/publication.js';
import type { Result } from '../../../src/domain/result.js';
import type { SupportState } from '../../../src/domain/support.js';
import type { AdminDesk } from './fake-admin.js';

/** Invented people, offices and proposals（架空）, judged by the domain itself and held in memory. */

export const noon = Date.parse('2026-11-09T03:00:00Z');
export const komorebi: Actor = {
  id: 'a3c1c2e4-8e41-4fab-a088-b5a63108ae3d',
  name: '木洩日 あおい',
};
const wakaba: Actor = { id: '5146644a-12dd-44ce-a36a-c71aee9541c7', name: '若葉 みのり' };

export const masters: Masters = {
  departments: [
    { id: 'soumu', label: '総務部', labelEn: 'General Affairs', order: 1 },
    { id: 'kikaku', label: '総合企画部', labelEn: 'Policy Planning', order: 2 },
  ],
  sections: [
    { id: 'bunsho', departmentId: 'soumu', label: '文書課', labelEn: 'Documents', order: 1 },
    { id: 'jinji', departmentId: 'soumu', label: '人事課', labelEn: 'Personnel', order: 2 },
    {
      id: 'digital',
      departmentId: 'kikaku',
      label: 'デジタル推進課',
      labelEn: 'Digital',
      order: 3,
    },
  ],
  categories: [
    { id: 'paperless', label: 'ペーパーレス', labelEn: 'Paperless', order: 1 },
    { id: 'env-network', label: '環境改善（通信）', labelEn: 'Network', order: 2 },
    { id: 'work', label: '業務改善', labelEn: 'Work improvement', order: 3 },
  ],
  jobGrades: [{ id: 'shunin', label: '主任級', labelEn: 'Senior staff', order: 1 }],
};

export const mastersAnswer: MastersAnswer = {
  departments: masters.departments.map(({ id, label, labelEn }) => ({ id, label, labelEn })),
  sections: masters.sections.map(({ id, label, labelEn, departmentId }) => ({
    id,
    label,
    labelEn,
    departmentId,
  })),
  categories: masters.categories.map(({ id, label, labelEn }) => ({ id, label, labelEn })),
  jobGrades: masters.jobGrades.map(({ id, label, labelEn }) => ({ id, label, labelEn })),
  monthsThisFiscalYear: ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'],
  notValidToday: {
    departments: [{ id: 'former', label: '企画調整部', labelEn: 'Former Planning' }],
    sections: [],
    categories: [],
    jobGrades: [],
  },
  laterFiscalYears: [2027, 2028, 2029],
  defaultReplyDue: '2026-12-08',
};

const titles = [
  '旅費請求の添付書類の電子化',
  '起案文書の電子決裁の徹底',
  '押印を求める庁内様式の全廃',
  '部内協議のペーパーレス化',
  '予算編成資料の電子化',
  '出勤簿の押印の廃止',
  '出先機関の無線ＬＡＮ整備',
  '給与明細の電子化の徹底',
  '会議室のモニター常設',
  '議案書の印刷部数の削減',
  '研修資料の電子配布',
  '庁内回覧の押印をやめる',
];

function newProposal(index: number): Proposal {
  const sequence = index + 1;
  const category = masters.categories[index % masters.categories.length];
  return receiveProposal(
    {
      id: `token-${sequence}`,
      number: `R8-${String(sequence).padStart(4, '0')}`,
      campaignId: 'r8',
      receivedAt: Date.parse('2026-09-28T00:00:00Z') + index * 3_600_000,
      proposer: {
        personId: wakaba.id,
        name: wakaba.name,
        departmentId: 'soumu',
        gradeId: 'shunin',
        officeKind: 'branch',
      },
      content: {
        title: titles[index % titles.length] ?? '',
        currentProblem:
          '庁内の依頼や報告に、いまも認印の欄が残った様式がある。出先からは押印だけのために郵送している。',
        proposedContent:
          '各課の様式を総点検し、法令に根拠のない押印欄を削る。あわせて提出方法をメールかフォームに改める。',
        expectedEffect: '郵送の往復が不要になり、処理日数が2日から3日短くなる。',
        categoryId: category?.id ?? '',
        isDigital: index % 2 === 0,
        cost: index % 3 === 0 ? { needed: true } : { needed: false },
        scopeHint: 'office-wide',
        namePublication: false,
      },
    },
    Date.parse('2026-09-28T00:00:05Z') + index * 3_600_000,
  );
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The sample cannot be made: ${result.refusal.code}`);
  return result.value;
}

export const reasonText =
  '法令に根拠のない押印欄は、廃止の基準を定めれば全庁で見直せます。12月から各課の様式の総点検に着手します。';

/** What the rules look at. */
export const context: ActContext = {
  masters,
  members: [],
  channelMap: [],
  campaign: {
    id: 'fy2026',
    title: '職員からのアイデア募集',
    opensAt: 0,
    visibility: 'after-review-begins',
    isSample: true,
  },
  isHoliday: () => false,
  supportersOf: () => [],
  isSurvivor: () => false,
  isIdeaOf: () => false,
  proposal: () => undefined,
  proposalByNumber: () => undefined,
  measureState: () => undefined,
  releaseState: () => undefined,

  hasIssueGroup: () => false,
  issueGroupShare: () => 0,
};

/** Does one thing as the secretary of the sample, by the rules of the product. */
export function did(
  proposal: Proposal,
  name: ActName,
  form: ActForm,
  at: number,
): Result<Proposal> {
  const act: Act = { by: komorebi, at, roles: [{ role: 'secretariat' }] };
  const command: Command = acts[name];
  return command(proposal, form, act, context);
}

/** Does one thing as whoever proposed it. */
export const proposed = (
  proposal: Proposal,
  name: 'answer-question' | 'withdraw',
  form: ActForm,
  at: number,
): Result<Proposal> => acts[name](proposal, form, { by: wakaba, at }, context);

/** Carries out a publication that is due. */
export const release = (proposal: Proposal, at: number): Proposal =>
  must(releasePublication(proposal, { by: theSystem, at }, context));

export function decide(proposal: Proposal, at: number): Proposal {
  const form = {
    track: 'start-this-fy',
    ownerDepartment: 'soumu',
    ownerSection: 'bunsho',
    startMonth: '2026-12',
    startConditions: 'prior-coordination,rule-making',
    reason: reasonText,
  };
  return must(did(proposal, 'decide-track', form, at));
}

function publish(proposal: Proposal, at: number): Proposal {
  return release(must(did(proposal, 'publish', {}, at)), at + 11_000);
}

/** What an endpoint answers. */
export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The office the tests play in. Its clock stands still unless a test moves it. */
export interface FakeOffice {
  now: number;
  readonly proposals: Map<string, Proposal>;
  /** When the register last caught up; the clock itself where undefined. */
  asOf: number | undefined;
  /** When the quiet time ends that is on. */
  quietUntil?: number;
  /** Proposals whose items somebody changed by hand. */
  toCheck: readonly string[];
  /** What the reader said of proposals. */
  readonly supports: Map<string, SupportState>;
  /** Proposals that みんなの提案 shows as the reader's own. */
  own: ReadonlySet<string>;
  /** The reader proposed none of those that are opened, but for the own ones. */
  isReader: boolean;
  hasCampaign: boolean;
  /** What the reader finds as an administrator; undefined for everyone else. */
  admin?: AdminDesk;
  /** What the reader chose in 設定. */
  choices: Choices;
  /** What did not reach the reader; of all but the first that is not certain. */
  missed: readonly string[];
  /** The rules that 総務部 follows; undefined where no rule is published. */
  rulesFollowed: ReadonlySet<string> | undefined;
  isSecretariat: boolean;
  /** What the reader is to 総務部, which owns what is decided. */
  officeRoles: readonly ('owner' | 'head')[];
  /** Answers given instead of the next ones, by path. */
  readonly insteadOnce: Map<string, FakeAnswer>;
  /** Answers given instead, for as long as they stand here. */
  readonly instead: Map<string, FakeAnswer>;
}

/** An office with `count` proposals: of each ten, one published, two decided, three under review, the rest received. */
export function createFakeOffice(count = 24): FakeOffice {
  const proposals = Array.from({ length: count }, (_, index) => {
    const fresh = newProposal(index);
    const at = Date.parse('2026-11-02T01:05:00Z') + index * 60_000;
    const place = index % 10;
    if (place > 5) return fresh;
    const reviewed = must(did(fresh, 'begin-review', {}, at));
    if (place > 2) return reviewed;
    const decided = decide(reviewed, at + 600_000);
    return place > 0 ? decided : publish(decided, at + 1_200_000);
  });
  return {
    now: noon,
    proposals: new Map(proposals.map((proposal) => [proposal.number, proposal])),
    asOf: undefined,
    toCheck: [],
    supports: new Map(),
    own: new Set(['R8-0007']),
    isReader: false,
    hasCampaign: true,
    choices: usualChoices,
    missed: [],
    rulesFollowed: new Set(),
    isSecretariat: true,
    officeRoles: [],
    insteadOnce: new Map(),
    instead: new Map(),
  };
}

/** Does what a colleague at another screen would do. */
export function decideElsewhere(office: FakeOffice, number: string): void {
  const proposal = office.proposals.get(number);
  if (proposal) office.proposals.set(number, decide(proposal, office.now));
}
