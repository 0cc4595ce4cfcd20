import type { Card, OutgoingCard } from '../../src/cards/card.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { Decision } from '../../src/domain/decision.js';
import { civilDateOf } from '../../src/domain/instant.js';
import type { Masters } from '../../src/domain/masters.js';
import type { ProposalContent } from '../../src/domain/proposal-content.js';
import type { PublishedView } from '../../src/domain/published-view.js';
import { statuses } from '../../src/domain/status.js';
import { textLimits } from '../../src/domain/submission-form.js';
import { refusalText } from '../../src/text/refusal-texts.js';
import { commandCards } from './command-cards.js';
import { deskCards } from './desk-cards.js';
import { extensionCards } from './extension-cards.js';
import { lookedCards } from './looked-cards.js';
import { ownCards } from './own-cards.js';
import { releaseCards } from './release-cards.js';
import { cards, demoCampaign } from './sample-cards.js';

const at = Date.parse('2026-09-28T08:55:00+09:00');
const publishedAt = Date.parse('2026-11-24T13:00:00+09:00');

const entries = (count: number, ja: string, en: string) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${en.slice(0, 6).trim().toLowerCase()}-${index + 1}`,
    label: `${ja}${index + 1}`,
    labelEn: `${en} ${index + 1}`,
    order: index,
  }));

/** Masters of the size of a large office: 13 departments, 60 sections, 12 categories, 10 grades. */
export const largeMasters: Masters = {
  departments: entries(13, '観光スポーツ文化部', 'Tourism Sports and Culture'),
  sections: entries(60, 'デジタル・ガバメント推進課', 'Digital Government').map(
    (section, index) => ({
      ...section,
      departmentId: `touris-${(index % 12) + 1}`,
    }),
  ),
  categories: entries(12, '使用ツールソフトの改善', 'Better tools and software'),
  jobGrades: entries(10, '主幹・課長補佐級', 'Deputy section director'),
};

const owner = {
  departmentId: 'touris-1',
  sectionId: 'digita-1',
};
const reason =
  '法令に根拠のない押印欄は、廃止の基準を定めれば全庁で見直せます。12月から各課の様式の総点検に着手します。';

const decisions: readonly Decision[] = [
  { track: 'realise-this-fy', owner, targetMonth: '2027-01', costBasis: 'x', reason },
  {
    track: 'start-this-fy',
    owner,
    startMonth: '2026-12',
    startConditions: ['prior-coordination', 'rule-making'],
    reason,
  },
  {
    track: 'later',
    owner: { departmentId: owner.departmentId },
    horizon: 'medium',
    targetFiscalYear: 2028,
    budgeting: { state: 'requested', amountYen: 12_000_000 },
    reason: '理'.repeat(500),
  },
  {
    track: 'delegated',
    owner,
    reasonNotOfficeWide: 'x',
    kind: 'examine',
    replyDue: '2026-12-22',
    reason,
  },
];

const usualContent: ProposalContent = {
  title: '押印を求める庁内様式の全廃',
  currentProblem:
    '庁内の依頼や報告に、いまも認印の欄が残った様式がある。出先からは押印だけのために郵送している。',
  proposedContent:
    '各課の様式を総点検し、法令に根拠のない押印欄を削る。\nあわせて提出方法をメールかフォームに改める。',
  categoryId: 'better-1',
  isDigital: false,
  cost: { needed: false },
  scopeHint: 'office-wide',
  namePublication: false,
};

/** Every text as long as it may be. */
export const longestContent: ProposalContent = {
  ...usualContent,
  title: '題'.repeat(textLimits.title),
  currentProblem: '課'.repeat(textLimits.currentProblem),
  proposedContent: '案'.repeat(textLimits.proposedContent),
  expectedEffect: '効'.repeat(textLimits.expectedEffect),
  effectHoursPerYear: 9_999_999,
  effectYenPerYear: 9_999_999_999,
  cost: { needed: true, estimateYen: 99_999_999_999 },
};

/** A published view for drawing. */
export function viewOf(content: ProposalContent, decision?: Decision): PublishedView {
  const received = { kind: 'received' as const, at };
  return {
    number: 'R8-0214',
    campaignId: 'demo',
    receivedAt: at,
    content,
    outcome: {},
    links: [],
    status: decision ? 'decided' : 'received',
    at: decision ? publishedAt : at,
    trail: decision
      ? [received, { kind: 'published', at: publishedAt, status: 'decided', decision, outcome: {} }]
      : [received],
    ...(decision && { decision }),
  };
}

const profile = {
  name: '若葉 みのり',
  departmentId: 'touris-1',
  sectionId: 'digita-1',
  gradeId: 'deputy-4',
  officeKind: 'branch' as const,
};

/** A drawn card with its name. */
export interface GalleryCard {
  readonly name: string;
  readonly card: Card;
  readonly summary: string;
}

function formCards(locale: Locale): readonly [string, OutgoingCard][] {
  const campaign = { ...demoCampaign, isSample: true };
  const common = {
    locale,
    campaign,
    masters: largeMasters,
    today: civilDateOf(at),
    token: '10000000-0000-4000-8000-000000000001',
    formOpenedAt: at,
  };
  const personId = '00000000-0000-4000-8000-0000000000aa';
  const faults = [
    { field: 'title' as const, rule: 'required' as const, limit: 60 },
    { field: 'category' as const, rule: 'required' as const },
    { field: 'costEstimateYen' as const, rule: 'not-a-number' as const },
    { field: 'department' as const, rule: 'required' as const },
  ];
  const { title, currentProblem, proposedContent, expectedEffect = '' } = longestContent;
  const summary = refusalText({ code: 'invalid-fields', fields: faults }, locale);
  return [
    ['form-first', cards.form(common)],
    [
      'form-demanding',
      cards.form({
        ...common,
        campaign: {
          ...campaign,
          themes: ['紙を減らす', '会議を減らす'].map((label, index) => ({
            id: `t${index}`,
            label,
            labelEn: `Theme ${index}`,
          })),
          requiredFields: ['expectedEffect', 'scopeHint'],
        },
      }),
    ],
    [
      'form-known',
      cards.form({
        ...common,
        profile: { ...profile, personId },
        form: { proposedContent: '押印だけのために郵送するのをやめたい' },
      }),
    ],
    [
      'form-refused',
      cards.form({
        ...common,
        form: {
          title: '　　',
          currentProblem: usualContent.currentProblem,
          proposedContent: usualContent.proposedContent,
          isDigital: 'non-digital',
          costNeeded: 'yes',
          costEstimateYen: '五十万',
        },
        faults,
        summary,
      }),
    ],
    [
      'form-longest',
      cards.form({
        ...common,
        form: { title, currentProblem, proposedContent, expectedEffect },
        faults,
        summary,
      }),
    ],
  ];
}

/** What became of a decided proposal, with texts as long as they may be. */
export function outcomeViews(text: string): Readonly<Record<string, PublishedView>> {
  const decided = viewOf(usualContent, decisions[1]);
  const link = { measureId: 'm', title: text, coverage: 'part' as const, remaining: text };
  const start = { startedOn: '2026-12-01', firstAction: text };
  const repliedAt = publishedAt;
  return {
    difficult: {
      ...decided,
      status: 'difficult',
      outcome: { difficulty: { reason: text, reexamineFiscalYear: 2028 } },
    },
    'out-of-scope': {
      ...decided,
      status: 'out-of-scope',
      outcome: { exclusion: { reasonCode: 'ordinary-procedure', reason: text } },
    },
    realised: {
      ...decided,
      status: 'realised',
      outcome: { start, realisation: { realisedOn: '2027-01-15', remaining: text } },
      links: [link],
    },
    replied: {
      ...decided,
      outcome: { reply: { answer: 'will-start', by: '2027-03-31', text, repliedAt } },
    },
    returned: {
      ...viewOf(usualContent),
      status: 'reviewing',
      outcome: { wayBack: { why: 'returned', reason: text } },
    },
    merged: { ...decided, mergedInto: { number: 'R8-0012', status: 'reviewing' } },
  };
}

function outcomeCards(locale: Locale): readonly [string, OutgoingCard][] {
  const views = Object.entries(outcomeViews('理'.repeat(500)));
  const common = { locale, masters: largeMasters };
  return views.flatMap(([name, view]): [string, OutgoingCard][] => [
    [
      `outcome-${name}-longest`,
      cards.status({ ...common, view, as: 'proposer', userId: '29:wakaba' }),
    ],
    [`outcome-channel-${name}-longest`, cards.publishedChannel({ ...common, view, as: 'staff' })],
  ]);
}

/** Messages about one proposal, each with usual and with longest texts. */
function messageCards(locale: Locale): readonly [string, OutgoingCard][] {
  const longest = '文'.repeat(500);
  const { number } = viewOf(usualContent);
  const question = { locale, number, title: usualContent.title, askedAt: at, dueOn: '2026-10-13' };
  const text = '郵送で提出している様式のうち、特に回数が多いものを二つか三つ教えてください。';
  const opinion = { locale, view: viewOf(usualContent), dueOn: '2026-11-13' };
  const asks = '規則で押印を定めている様式はどれくらいありますか。';
  const delegation = {
    locale,
    masters: largeMasters,
    view: viewOf(usualContent, decisions[3]),
    dueOn: '2026-12-22',
  };
  const invited = { locale, number, title: usualContent.title, invitedAt: at };
  return [
    ['question', cards.question({ ...question, text, isReminder: false })],
    ['question-reminder', cards.question({ ...question, text, isReminder: true })],
    ['question-longest', cards.question({ ...question, text: longest, isReminder: false })],
    ['invitation', cards.invitation({ ...invited, proposerName: profile.name })],
    ['opinion', cards.opinion({ ...opinion, text: asks, asked: 'asked' })],
    ['opinion-soon', cards.opinion({ ...opinion, text: asks, asked: 'soon' })],
    ['opinion-closed', cards.opinion({ ...opinion, text: asks, asked: 'closed' })],
    [
      'opinion-longest',
      cards.opinion({ ...opinion, view: viewOf(longestContent), text: longest, asked: 'overdue' }),
    ],
    ['delegation-soon', cards.delegation({ ...delegation, asked: 'soon' })],
    ['delegation-overdue', cards.delegation({ ...delegation, asked: 'overdue' })],
    ...deskCards({ locale, masters: largeMasters }, [
      viewOf(usualContent),
      viewOf(longestContent, decisions[2]),
    ]),
  ];
}

/** Every card in every usual and extreme state, in one language. */
export function cardGallery(locale: Locale): readonly GalleryCard[] {
  const userId = '29:wakaba';
  const campaign = { ...demoCampaign, isSample: true };
  const common = { locale, masters: largeMasters };
  const usual = viewOf(usualContent);
  const decided = viewOf(usualContent, decisions[1]);
  const longest = viewOf(longestContent, decisions[2]);
  const receipt = { ...common, campaign, proposer: profile, userId };
  const many = statuses.flatMap((status) => [{ ...usual, status }]);
  const drawn: readonly [string, OutgoingCard][] = [
    ['welcome', cards.welcome(locale, campaign)],
    ['welcome-closed', cards.welcome(locale, undefined)],
    ...formCards(locale),
    ...lookedCards(locale, largeMasters),
    ['receipt', cards.receipt({ ...receipt, view: usual })],
    ['receipt-decided', cards.receipt({ ...receipt, view: decided })],
    ['receipt-longest', cards.receipt({ ...receipt, view: viewOf(longestContent) })],
    ['kept', cards.kept(locale, { title: usualContent.title, at, isBusy: false })],
    ['kept-busy', cards.kept(locale, { title: usualContent.title, at, isBusy: true })],
    [
      'review-begun',
      cards.status({ ...common, view: { ...usual, status: 'reviewing' }, as: 'proposer', userId }),
    ],
    ['status-other', cards.status({ ...common, view: usual, userId })],
    ...decisions.map(
      (decision) =>
        [
          `published-${decision.track}`,
          cards.status({ ...common, view: viewOf(usualContent, decision), as: 'proposer', userId }),
        ] as [string, OutgoingCard],
    ),
    ...statuses.map(
      (status) =>
        [
          `status-${status}`,
          cards.status({ ...common, view: { ...usual, status }, as: 'proposer', userId }),
        ] as [string, OutgoingCard],
    ),
    ...outcomeCards(locale),
    ['channel-staff', cards.publishedChannel({ ...common, view: decided, as: 'staff' })],
    ['channel-owner', cards.publishedChannel({ ...common, view: longest, as: 'owner' })],
    ...messageCards(locale),
    ...releaseCards(locale, [...many, usual]),
    ...ownCards(cards, locale, [...many, usual, { ...usual, content: longestContent }]),
    ...extensionCards(cards, locale, largeMasters, [
      { ...usual, status: 'reviewing' },
      decided,
      longest,
    ]),
    ...commandCards(cards, locale, largeMasters),
    ['menu', cards.menu(locale)],
    ['refusal', cards.notice(locale, refusalText({ code: 'not-found' }, locale), ['mine', 'help'])],
    ['personal-chat', cards.personalChat(locale)],
  ];
  return drawn.map(([name, { card, summary }]) => ({ name, card, summary }));
}
