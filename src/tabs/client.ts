import type { ActRequest, BulkRequest } from '../contract/act-requests.js';
import type { SaveDraftRequest } from '../contract/draft-answers.js';
import type { AdoptionsRequest } from '../contract/measure-answers.js';
import type { SubmitRequest } from '../contract/propose-answers.js';
import type { MySettingsAnswer } from '../contract/settings-answers.js';
import type { TriageItem } from '../contract/triage-answers.js';
import type { OfficeActName } from '../domain/queues/office-act-names.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import type { SupportState } from '../domain/support.js';
import {
  type ClientParts,
  type Failure,
  fetchFile,
  loadShapes,
  request,
  waysOf,
} from './exchange.js';
import { searchQuery } from './search-query.js';

/** What is said with a file: that it was confirmed who may read it, and whether it takes the place of another one. */
export interface AttachWish {
  readonly agreed: boolean;
  readonly replaces: boolean;
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

const supportPaths = {
  endorsed: 'endorse',
  following: 'follow',
  none: 'take-back-support',
} as const satisfies Record<SupportState, string>;

const actPath = (number: string, act: string): string =>
  `/api/proposals/${encodeURIComponent(number)}/${act}`;

/** The calls of 依頼された提案. */
function officeCalls(parts: ClientParts) {
  const { get, post } = waysOf(parts);
  return {
    officeItems: () => get('/api/office-items', (shapes) => shapes.officeItemsAnswer),
    officeItem: (number: string) =>
      get(`/api/office-items/${encodeURIComponent(number)}`, (shapes) => shapes.officeItemAnswer),
    officeAct: (number: string, act: OfficeActName, body: ActRequest) =>
      post(actPath(number, act), body, (shapes) => shapes.doneAnswer),
    officeActOnMany: (act: OfficeActName, body: BulkRequest) =>
      post(`/api/bulk/${act}`, body, (shapes) => shapes.bulkAnswer),
  };
}

/** The calls of 設定 and of what did not arrive. */
function settingsCalls(parts: ClientParts) {
  const { get, post } = waysOf(parts);
  return {
    mySettings: () => get('/api/my-settings', (shapes) => shapes.mySettingsAnswer),
    keepSettings: (choices: MySettingsAnswer) =>
      post('/api/my-settings', choices, (shapes) => shapes.mySettingsAnswer),
    missedNotices: () => get('/api/my-missed-notices', (shapes) => shapes.missedNoticesAnswer),
    seenMissed: (through: number) =>
      post('/api/my-missed-notices/seen', { through }, (shapes) => shapes.missedNoticesAnswer),
  };
}

/** The calls of 仕分け. */
function triageCalls(parts: ClientParts) {
  const { get, post } = waysOf(parts);
  const triagePath = (number: string, act = '') =>
    `/api/triage/${encodeURIComponent(number)}${act}`;
  return {
    triage: () => get('/api/triage', (shapes) => shapes.triageAnswer),
    triageItem: (number: string) => get(triagePath(number), (shapes) => shapes.triageItemAnswer),
    /** The present item in a refusal, where someone else was first. */
    presentItem: async (failure: Failure): Promise<TriageItem | undefined> => {
      if (failure.kind !== 'refused') return undefined;
      const shapes = await loadShapes(parts);
      return shapes?.triageItemAnswer.safeParse(failure.present).data;
    },
    reach: (number: string) => get(triagePath(number, '/reach'), (shapes) => shapes.reachAnswer),
    beginReview: (numbers: readonly string[]) =>
      post(
        '/api/bulk/begin-review',
        { items: numbers.map((number) => ({ number })) },
        (shapes) => shapes.bulkTriageAnswer,
      ),
    decide: (number: string, body: ActRequest) =>
      post(actPath(number, 'decide-track'), body, (shapes) => shapes.triageItemAnswer),
    publish: (number: string, seq: number) =>
      post(actPath(number, 'publish'), { seq }, (shapes) => shapes.triageItemAnswer),
    undoPublication: (number: string) =>
      post(actPath(number, 'undo-publication'), {}, (shapes) => shapes.triageItemAnswer),
  };
}

/** The calls of writing a proposal. */
function proposeCalls(parts: ClientParts) {
  const draftPath = (id: string, rest = '') => `/api/my-drafts/${encodeURIComponent(id)}${rest}`;
  return {
    proposalForm: () =>
      request(parts, { path: '/api/proposal-form' }, (shapes) => shapes.proposalFormAnswer),
    myDrafts: () => request(parts, { path: '/api/my-drafts' }, (shapes) => shapes.draftsAnswer),
    saveDraft: (id: string, body: SaveDraftRequest) =>
      request(parts, { path: draftPath(id), body }, (shapes) => shapes.savedDraftAnswer),
    eraseDraft: (id: string) =>
      request(parts, { path: draftPath(id), method: 'DELETE' }, (shapes) => shapes.draftsAnswer),
    submit: (id: string, body: SubmitRequest) =>
      request(parts, { path: draftPath(id, '/submit'), body }, (shapes) => shapes.submittedAnswer),
    /** The draft that another device has saved, in a refusal for that. */
    presentDraft: async (failure: Failure) => {
      if (failure.kind !== 'refused' || failure.code !== 'draft-changed') return undefined;
      const shapes = await loadShapes(parts);
      return shapes?.draftShape.safeParse(failure.present).data;
    },
  };
}

const figuresPath = (campaign: string): string => `/api/figures/${encodeURIComponent(campaign)}`;

/** The calls of 管理. */
function adminCalls(parts: ClientParts) {
  const { get, post } = waysOf(parts);
  return {
    health: () => get('/api/health', (shapes) => shapes.healthAnswer),
    lookAtHealth: () => post('/api/health/look', {}, (shapes) => shapes.healthAnswer),
    listFaults: () => get('/api/list-faults', (shapes) => shapes.listFaultsAnswer),
    restoreItem: (list: string, itemId: string) =>
      post('/api/list-faults/restore', { list, itemId }, (shapes) => shapes.listFaultsAnswer),
    heldNotices: () => get('/api/notices/held', (shapes) => shapes.heldNoticesAnswer),
    settleHeld: (word: 'release' | 'dismiss', ids: readonly string[]) =>
      post(`/api/notices/held/${word}`, { ids }, (shapes) => shapes.settleHeldAnswer),
  };
}

/** The calls of the tabs to `/api`, each answer checked against the contract. */
export function createClient(parts: ClientParts) {
  const { get, post } = waysOf(parts);
  return {
    ...officeCalls(parts),
    ...settingsCalls(parts),
    ...triageCalls(parts),
    ...proposeCalls(parts),
    ...adminCalls(parts),
    me: () => get('/api/me', (shapes) => shapes.meAnswer),
    masters: () => get('/api/masters', (shapes) => shapes.mastersAnswer),
    myProposals: () => get('/api/my-proposals', (shapes) => shapes.myProposalsAnswer),
    everyones: (search: ProposalSearch) =>
      get(`/api/proposals?${searchQuery(search)}`, (shapes) => shapes.everyonesAnswer),
    campaigns: () => get('/api/campaigns', (shapes) => shapes.campaignsAnswer),
    figures: (campaign: string) => get(figuresPath(campaign), (shapes) => shapes.figuresAnswer),
    dots: (campaign: string) => get(`${figuresPath(campaign)}/dots`, (shapes) => shapes.dotsAnswer),
    measures: () => get('/api/measures', (shapes) => shapes.measuresAnswer),
    casebook: () => get('/api/casebook', (shapes) => shapes.measuresAnswer),
    adopt: (body: AdoptionsRequest) =>
      post('/api/casebook/adoptions', body, (shapes) => shapes.adoptionsAnswer),
    publications: () => get('/api/publications', (shapes) => shapes.publicationsAnswer),
    support: (number: string, state: SupportState) =>
      post(actPath(number, supportPaths[state]), {}, (shapes) => shapes.supportedAnswer),
    proposal: (number: string) =>
      get(`/api/proposals/${encodeURIComponent(number)}`, (shapes) => shapes.proposalAnswer),
    attachment: (number: string) => fetchFile(parts, actPath(number, 'attachment')),
    /** Only the ending of the name goes with the file. */
    attach: (number: string, file: File, { agreed, replaces }: AttachWish) => {
      const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.slice(0, 20) ?? '';
      const query = { ending, consent: yesOrNo(agreed), replace: yesOrNo(replaces) };
      const path = `${actPath(number, 'attachment')}?${new URLSearchParams(query)}`;
      return request(parts, { path, file }, (shapes) => shapes.proposalAnswer);
    },
    takeBackAttachment: (number: string) =>
      request(
        parts,
        { path: actPath(number, 'attachment'), method: 'DELETE' },
        (shapes) => shapes.proposalAnswer,
      ),
    answerQuestion: (number: string, answer: string) =>
      post(actPath(number, 'answer-question'), { form: { answer } }, (shapes) => shapes.doneAnswer),
    withdraw: (number: string, reason: string) =>
      post(actPath(number, 'withdraw'), { form: { reason } }, (shapes) => shapes.doneAnswer),
  };
}

/** The typed client. */
export type Client = ReturnType<typeof createClient>;
