import type { z } from 'zod';
import { saveDraftRequest } from '../../../src/contract/draft-answers.js';
import { submitRequest } from '../../../src/contract/propose-answers.js';
import { draftDays, mostDrafts, type OwnDrafts } from '../../../src/domain/drafts/draft.js';
import { putDraft, withoutDrafts } from '../../../src/domain/drafts/keep-draft.js';
import { civilDateOf } from '../../../src/domain/instant.js';
import {
  findPersonalDetails,
  kindsFound,
} from '../../../src/domain/personal-data/find-personal-details.js';
import { receiveProposal } from '../../../src/domain/proposal.js';
import { checkSubmission } from '../../../src/domain/submission-form.js';
import { type FakeAnswer, type FakeOffice, komorebi, masters } from './fake-office.js';
import { type Locale, ok, refuse } from './fake-wire.js';

type Submitted = z.infer<typeof submitRequest>;

const closesAt = Date.parse('2026-11-30T15:00:00Z');
const campaign = {
  id: 'fy2026',
  title: '職員からのアイデア募集',
  opensAt: 0,
  closesAt,
  visibility: 'after-review-begins',
  isSample: true,
} as const;
const drafts = new WeakMap<FakeOffice, OwnDrafts>();

/** The drafts of the reader. */
export const draftsIn = (office: FakeOffice): OwnDrafts =>
  drafts.get(office) ?? { personId: komorebi.id, drafts: [] };

/** Puts aside what another device would. */
export function saveElsewhere(
  office: FakeOffice,
  id: string,
  form: OwnDrafts['drafts'][number]['form'],
): void {
  const present = draftsIn(office).drafts.find((each) => each.id === id);
  const written = { id, campaignId: campaign.id, form, seen: present?.seq ?? 0 };
  const result = putDraft(draftsIn(office), written, office.now);
  if (!result.ok) throw new Error(result.refusal.code);
  drafts.set(office, result.value);
}

const listed = (office: FakeOffice): FakeAnswer =>
  ok({ drafts: draftsIn(office).drafts.toReversed(), most: mostDrafts, days: draftDays });

const formOf = (office: FakeOffice): FakeAnswer =>
  ok({
    ...(office.hasCampaign && {
      campaign: {
        id: campaign.id,
        title: campaign.title,
        closesAt,
        themes: [],
        requiredFields: [],
        isSample: true,
      },
    }),
    profile: {
      departmentId: 'soumu',
      sectionId: 'bunsho',
      gradeId: 'shunin',
      officeKind: 'head-office',
    },
  });

function save(office: FakeOffice, id: string, body: unknown, locale: Locale): FakeAnswer {
  const result = putDraft(draftsIn(office), { id, ...saveDraftRequest.parse(body) }, office.now);
  if (!result.ok) {
    const { status, body: said } = refuse(result.refusal, locale);
    const present = draftsIn(office).drafts.find((each) => each.id === id);
    return { status, body: { ...Object(said), present } };
  }
  drafts.set(office, result.value);
  return ok(result.value.drafts.find((each) => each.id === id));
}

/** Only this one is like anything: the proposals of the sample are not compared. */
const likeOthers = /押印/;

function submit(office: FakeOffice, id: string, sent: Submitted, locale: Locale): FakeAnswer {
  const checked = checkSubmission(sent.form, masters, civilDateOf(office.now), campaign);
  if (!checked.ok) return refuse(checked.refusal, locale);
  const { content, profile } = checked.value;
  const found = findPersonalDetails(content);
  if (kindsFound(found).some((kind) => !sent.confirmed.includes(kind))) {
    return ok({ kind: 'warned', found });
  }
  if (likeOthers.test(content.title) && !sent.hasSeenAlike) {
    const why = { words: [{ here: '押印', there: '押印' }], opposed: [] };
    const about = { status: 'decided', mine: false, campaignTitle: campaign.title };
    const hint = { kind: 'proposal', number: 'R8-0001', title: '旅費請求の添付書類の電子化' };
    return ok({ kind: 'alike', hints: [{ ...hint, ...about, ...why }] });
  }
  const number = `R8-${String(office.proposals.size + 1).padStart(4, '0')}`;
  const proposer = { personId: komorebi.id, name: komorebi.name, ...profile };
  const receivedAt = office.now;
  const taken = { id, number, campaignId: campaign.id, receivedAt, proposer, content };
  office.proposals.set(number, receiveProposal(taken, receivedAt));
  drafts.set(
    office,
    withoutDrafts(draftsIn(office), (draft) => draft.id === id),
  );
  return ok({ kind: 'received', number, receivedAt });
}

/** What writing a proposal is answered with; undefined for anything else. */
export function proposingCall(
  office: FakeOffice,
  path: string,
  body: object,
  locale: Locale,
): FakeAnswer | undefined {
  if (path === '/api/proposal-form') return formOf(office);
  if (path === '/api/my-drafts') return listed(office);
  const [, id, isSent] = /^\/api\/my-drafts\/([^/]+)(\/submit)?$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  if (isSent) return submit(office, id, submitRequest.parse(body), locale);
  if ('form' in body) return save(office, id, body, locale);
  drafts.set(
    office,
    withoutDrafts(draftsIn(office), (draft) => draft.id === id),
  );
  return listed(office);
}
