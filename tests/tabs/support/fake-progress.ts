import type { FiguresAnswer } from '../../../src/contract/figures-answers.js';
import type { MeasuresAnswer } from '../../../src/contract/measure-answers.js';
import type { CampaignsAnswer, DotsAnswer } from '../../../src/contract/progress-answers.js';
import type { PublicationsAnswer } from '../../../src/contract/release-answers.js';
import type { Act } from '../../../src/domain/act.js';
import type { Campaign } from '../../../src/domain/campaign.js';
import { reportClassOf } from '../../../src/domain/report-class.js';
import { campaignDots } from '../../../src/usecases/campaign-dots.js';
import { campaignFigures, type FiguresBook } from '../../../src/usecases/campaign-figures.js';
import { type FakeOffice, komorebi, masters } from './fake-office.js';

const campaign: Campaign = {
  id: 'r8',
  title: '職員からのアイデア募集',
  opensAt: 0,
  visibility: 'after-review-begins',
  isSample: true,
};
const former = { ...campaign, id: 'r7', title: '前の年の募集', opensAt: -1 };

function bookOf(office: FakeOffice): FiguresBook {
  const stored = [...office.proposals.values()].map((value) => ({
    value,
    itemId: value.id,
    revision: '1',
  }));
  const byId = new Map(stored.map((each) => [each.value.id, each]));
  return {
    proposals: () => stored,
    proposal: (id) => byId.get(id),
    campaigns: () => [campaign, former],
    masters: () => masters,
    endorsersOf: () => [],
  };
}

/** GET /api/campaigns: none where the office has none, and then a former one. */
export function campaignsOf(office: FakeOffice): CampaignsAnswer {
  const all = office.hasCampaign ? [campaign, former] : [];
  return {
    campaigns: all.map(({ id, title, isSample, opensAt }) => ({
      id,
      title,
      isSample,
      opensAt,
      isOpen: id === campaign.id,
    })),
  };
}

const named = (id: string) => {
  const { title, isSample } = id === former.id ? former : campaign;
  return { id, title, isSample };
};

/** What the server counts of a campaign, by the figures of the product itself. */
export function figuresOf(office: FakeOffice, id: string): FiguresAnswer {
  const figures = campaignFigures(bookOf(office), id, 'published');
  const asOf = office.asOf ?? office.now;
  return JSON.parse(JSON.stringify({ campaign: named(id), asOf, ...figures }));
}

/** The dots of a campaign for a reader who proposed none of it. */
export function dotsOf(office: FakeOffice, id: string): DotsAnswer {
  const act: Act = { by: komorebi, at: office.now, roles: [] };
  return {
    campaign: named(id),
    asOf: office.asOf ?? office.now,
    rows: campaignDots(bookOf(office), id === former.id ? former : campaign, act).map((row) => ({
      ...row,
      reportClass: row.mark === 'merged' ? 'other' : reportClassOf(campaign, row.mark),
      proposals: [...row.proposals],
    })),
  };
}

const shared = {
  kind: 'scheme',
  ownerDepartmentId: 'soumu',
  rollout: 'office-wide',
  campaignId: campaign.id,
  version: 1,
  publishedAt: 0,
  effect: { state: 'few' },
} as const;

const partly = {
  number: 'R8-0001',
  title: '旅費請求の添付書類の電子化',
  status: 'partially-realised',
  coverage: 'part',
} as const;

/** GET /api/measures: one that realises a part and is listed again, and one of another campaign. */
export function measuresOf(): MeasuresAnswer {
  const row = (categoryId: string, isRelisted: boolean, measureId = 'm1') => ({
    measureId,
    categoryId,
    title: '庁内事務のペーパーレス化の徹底',
    content: '知事協議等におけるペーパーレス協議の実施',
    isRelisted,
  });
  const measure = {
    ...shared,
    id: 'm1',
    title: '庁内事務のペーパーレス化の徹底',
    categoryId: 'paperless',
    start: '2026-11',
    wave: 1,
    materials: [
      { kind: 'guideline' as const, title: '手引', link: 'https://example.invalid/guide' },
    ],
    relistings: [{ categoryId: 'work' }],
    proposals: [partly],
    isPartial: true,
  };
  const elsewhere = { ...measure, id: 'm2', campaignId: former.id };
  return {
    measures: [measure, elsewhere],
    rows: [row('paperless', false), row('work', true), row('work', false, 'm2')],
    count: 2,
  };
}

/** GET /api/publications: one that was corrected. */
export function publicationsOf({ now }: FakeOffice): PublicationsAnswer {
  return {
    publications: [
      {
        id: 'p1',
        title: '進捗の公表',
        campaignId: campaign.id,
        versions: [
          { version: 1, asOf: now - 3_600_000, isCorrected: true },
          { version: 2, asOf: now, isCorrected: false, correction: { reason: '件数の誤り' } },
        ],
      },
    ],
  };
}
