import { actNames, bulkActs } from '../domain/acts.js';
import { worstOf } from '../domain/health/finding.js';
import { issueGroupActNames } from '../domain/issue-groups/issue-group-acts.js';
import { measureActNames } from '../domain/measures/measure-acts.js';
import { pageNames } from '../text/page-texts.js';
import { writeAct, writeBulk } from './act-writes.js';
import { type Answer, json } from './answer.js';
import { answerAttachment, answerDetach, askToAttach, attachUpload } from './attachment-routes.js';
import type { OpenCall, Read, StaffGuard, Upload, Write } from './call.js';
import {
  answerCampaign,
  answerCampaigns,
  changeCampaignWrite,
  copyCampaignWrite,
  enterCampaignWrite,
  previewCampaignWrite,
} from './campaign-routes.js';
import { answerDeliveryReport, answerDeliveryWorkbook } from './delivery-report.js';
import { answerMyDrafts, eraseDraft, saveDraftWrite } from './draft-routes.js';
import { answerEveryones } from './everyones-views.js';
import {
  answerFiguresOn,
  answerPublishedFigures,
  answerTurnout,
  answerWorkingFigures,
} from './figures-views.js';
import { answerHealth, lookWrite } from './health-views.js';
import { answerHeldNotices, dismissHeldWrite, releaseHeldWrite } from './held-notices.js';
import { applyImportUpload, previewImportUpload } from './import-routes.js';
import { answerIssueGroup, answerIssueGroups, answerProposedGroups } from './issue-group-views.js';
import { writeIssueGroup, writeIssueGroupAct } from './issue-group-writes.js';
import { answerListFaults, restoreWrite } from './list-fault-views.js';
import { answerMaster, changeMasterWrite, enterMasterWrite } from './master-routes.js';
import { answerMeasureDesk } from './measure-desk.js';
import { answerMeasure } from './measure-view-for.js';
import { answerCasebook, answerMeasures } from './measure-views.js';
import { writeAdoptions, writeEffect, writeMeasure, writeMeasureAct } from './measure-writes.js';
import { answerOfficeItem, answerOfficeItems } from './office-views.js';
import { answerMasters, answerMe } from './own-views.js';
import { answerCandidates, answerPresentations } from './presentation-views.js';
import { answerBegunCampaigns, answerDots } from './progress-views.js';
import { answerMyProposals, answerProposal } from './proposal-views.js';
import { answerProposalForm, submitWrite } from './propose-routes.js';
import { answerPublication, answerPublications, answerReleases } from './published-releases.js';
import {
  answerClaims,
  answerHolders,
  answerProgress,
  answerQueue,
  answerQueues,
  queueNames,
} from './queue-views.js';
import { answerReceived, receiveManyWrite, receiveWrite } from './received-routes.js';
import { apiRefusalAnswer } from './refusal-answer.js';
import { answerReleaseSet, answerReleaseSets } from './release-desk.js';
import {
  addToReleaseWrite,
  cancelReleaseWrite,
  correctProgressWrite,
  editReleaseWrite,
  makeReleaseWrite,
  quietTimeWrite,
  scheduleReleaseWrite,
  takeFromReleaseWrite,
} from './release-writes.js';
import type { Route } from './route.js';
import {
  answerMissedNotices,
  answerMySettings,
  writeMySettings,
  writeSeenMissed,
} from './settings-routes.js';
import { answerSimilar, answerSuggestion, writeHints } from './similar-views.js';
import {
  answerMySupports,
  endorseWrite,
  followWrite,
  takeBackSupportWrite,
} from './support-routes.js';
import { textPage } from './text-pages.js';
import { answerReach, answerTriage, answerTriageItem } from './triage-views.js';

const answerUp = (): Answer => json({ status: 'up' });

function answerReady({ deps }: OpenCall): Answer {
  const { ready } = deps.readiness();
  const report = deps.health.report();
  const health = report && worstOf(report.findings);
  return { ...json({ ready, ...(health && { health }) }), status: ready ? 200 : 503 };
}

function answerTab({ tabs, params, acceptsGzip, locale }: OpenCall): Answer {
  const answer = tabs.answer(params['*'] ?? '', acceptsGzip);
  return answer ?? apiRefusalAnswer('unknown-path', locale);
}

const textPages = pageNames.map((name): Route => {
  const answer = textPage(name);
  return { method: 'GET', path: `/pages/${name}`, guard: 'anyone', open: () => answer };
});

/** What a guard may read: path to reader. */
function reads(guard: StaffGuard, table: Readonly<Record<string, Read>>): readonly Route[] {
  return Object.entries(table).map(([path, read]) => ({ method: 'GET', path, guard, read }));
}

/** What a guard may ask to be done: path to writer. */
function writes(guard: StaffGuard, table: Readonly<Record<string, Write>>): readonly Route[] {
  return Object.entries(table).map(([path, write]) => ({ method: 'POST', path, guard, write }));
}

/** The same for what comes as a file. */
function uploads(guard: StaffGuard, table: Readonly<Record<string, Upload>>): readonly Route[] {
  return Object.entries(table).map(([path, upload]) => ({ method: 'POST', path, guard, upload }));
}

/** One entry of a table for each name. */
function each<N extends string, T>(
  names: readonly N[],
  pathOf: (name: N) => string,
  make: (name: N) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [pathOf(name), make(name)]));
}

/** For everyone, signed in or not. */
const openRoutes: readonly Route[] = [
  { method: 'GET', path: '/healthz', guard: 'anyone', open: answerUp },
  { method: 'GET', path: '/readyz', guard: 'anyone', open: answerReady },
  ...textPages,
  { method: 'GET', path: '/tabs/*', guard: 'anyone', open: answerTab },
  { method: 'POST', path: '/api/messages', guard: 'bot-channel' },
  { method: 'POST', path: '/api/change-notifications/:mark', guard: 'graph' },
];

/** What is published, and one's own. */
const staffRoutes = [
  ...reads('staff', {
    '/api/me': answerMe,
    '/api/masters': answerMasters,
    '/api/my-proposals': answerMyProposals,
    '/api/proposals': answerEveryones,
    '/api/proposals/:number': answerProposal,
    '/api/campaigns': answerBegunCampaigns,
    '/api/figures/:campaign': answerPublishedFigures,
    '/api/figures/:campaign/dots': answerDots,
    '/api/figures/:campaign/on/:day': answerFiguresOn,
    '/api/office-items': answerOfficeItems,
    '/api/office-items/:number': answerOfficeItem,
    '/api/my-supports': answerMySupports,
    '/api/my-settings': answerMySettings,
    '/api/my-missed-notices': answerMissedNotices,
  }),
  ...writes('staff', {
    '/api/hints': writeHints,
    '/api/my-settings': writeMySettings,
    '/api/my-missed-notices/seen': writeSeenMissed,
    '/api/proposals/:number/endorse': endorseWrite,
    '/api/proposals/:number/follow': followWrite,
    '/api/proposals/:number/take-back-support': takeBackSupportWrite,
  }),
];

/** Whether a person may do it is the rule's to say, for each proposal; see domain/acts.ts. */
const actRoutes = [
  ...writes(
    'staff',
    each(actNames, (act) => `/api/proposals/:number/${act}`, writeAct),
  ),
  ...writes(
    'staff',
    each(bulkActs, (act) => `/api/bulk/${act}`, writeBulk),
  ),
];

const draftPath = '/api/my-drafts/:id';

/** What one has not sent yet. */
const draftRoutes: readonly Route[] = [
  ...reads('staff', { '/api/my-drafts': answerMyDrafts, '/api/proposal-form': answerProposalForm }),
  ...writes('staff', { [draftPath]: saveDraftWrite, [`${draftPath}/submit`]: submitWrite }),
  { method: 'DELETE', path: draftPath, guard: 'staff', erase: eraseDraft },
];

const attachmentPath = '/api/proposals/:number/attachment';

/** The one file of a proposal. Who may is the rule's to say. */
const attachmentRoutes: readonly Route[] = [
  { method: 'GET', path: attachmentPath, guard: 'staff', handOut: answerAttachment },
  { method: 'PUT', path: attachmentPath, guard: 'staff', ask: askToAttach, attach: attachUpload },
  { method: 'DELETE', path: attachmentPath, guard: 'staff', erase: answerDetach },
];

/** The working state of proposals, and what waits for whom. */
const triageRoutes = reads('secretariat', {
  '/api/triage-figures/:campaign': answerWorkingFigures,
  '/api/triage': answerTriage,
  '/api/triage/:number': answerTriageItem,
  '/api/triage/:number/reach': answerReach,
  '/api/triage/:number/similar': answerSimilar,
  '/api/triage/:number/suggestion': answerSuggestion,
  '/api/queues': answerQueues,
  ...each(queueNames, (name) => `/api/queues/${name}`, answerQueue),
  '/api/queues/progress': answerProgress,
  '/api/queues/holders': answerHolders,
  '/api/queues/claims': answerClaims,
});

/** A rule of the casebook is a measure: the same routes serve it. */
const measureRoutes = [
  ...reads('staff', {
    '/api/measures': answerMeasures,
    '/api/measures/:id': answerMeasure,
    '/api/casebook': answerCasebook,
    '/api/measure-desk': answerMeasureDesk,
  }),
  ...writes('staff', {
    '/api/measures': writeMeasure,
    '/api/measures/:id/effect': writeEffect,
    '/api/casebook/adoptions': writeAdoptions,
    ...each(measureActNames, (act) => `/api/measures/:id/${act}`, writeMeasureAct),
  }),
];

/** Release sets are the secretariat's; what they published is everyone's to read. */
const releaseRoutes = [
  ...reads('staff', {
    '/api/releases': answerReleases,
    '/api/publications': answerPublications,
    '/api/publications/:id': answerPublication,
  }),
  ...reads('secretariat', {
    '/api/release-sets': answerReleaseSets,
    '/api/release-sets/:id': answerReleaseSet,
  }),
  ...writes('secretariat', {
    '/api/publications/:id/correct': correctProgressWrite,
    '/api/release-sets': makeReleaseWrite,
    '/api/release-sets/:id/edit': editReleaseWrite,
    '/api/release-sets/:id/add': addToReleaseWrite,
    '/api/release-sets/:id/remove': takeFromReleaseWrite,
    '/api/release-sets/:id/schedule': scheduleReleaseWrite,
    '/api/release-sets/:id/cancel': cancelReleaseWrite,
    '/api/release-sets/:id/ask-quiet-time': quietTimeWrite('ask-quiet-time'),
    '/api/release-sets/:id/confirm-quiet-time': quietTimeWrite('confirm-quiet-time'),
    '/api/release-sets/:id/decline-quiet-time': quietTimeWrite('decline-quiet-time'),
  }),
];

/** 課題群, and what helps to find them. */
const issueGroupRoutes = [
  ...reads('secretariat', {
    '/api/issue-groups': answerIssueGroups,
    '/api/issue-groups/proposed': answerProposedGroups,
    '/api/issue-groups/:id': answerIssueGroup,
  }),
  ...writes('secretariat', {
    '/api/issue-groups': writeIssueGroup,
    ...each(issueGroupActNames, (act) => `/api/issue-groups/:id/${act}`, writeIssueGroupAct),
  }),
];

/** Masters and campaigns, for those who keep them. */
const keepRoutes = [
  ...reads('keeper', {
    '/api/admin/masters/:kind': answerMaster,
    '/api/admin/campaigns': answerCampaigns,
    '/api/admin/campaigns/:id': answerCampaign,
  }),
  ...writes('keeper', {
    '/api/admin/masters/:kind': enterMasterWrite,
    '/api/admin/masters/:kind/:key': changeMasterWrite,
    '/api/admin/campaigns': enterCampaignWrite,
    '/api/admin/campaigns/preview': previewCampaignWrite,
    '/api/admin/campaigns/:id': changeCampaignWrite,
    '/api/admin/campaigns/:id/copy': copyCampaignWrite,
  }),
  ...uploads('keeper', {
    '/api/admin/imports/preview': previewImportUpload,
    '/api/admin/imports/apply': applyImportUpload,
  }),
];

/** 応募状況, for heads and the secretariat. */
const turnoutRoutes = reads('head', { '/api/turnout/:campaign': answerTurnout });

/** 発表候補 for the secretariat, and who accepted for executives. */
const presentationRoutes = [
  ...reads('secretariat', { '/api/presentation-candidates': answerCandidates }),
  ...reads('executive', { '/api/presentations': answerPresentations }),
];

/** 代理受付, for the secretariat. */
const receivedRoutes = [
  ...reads('secretariat', { '/api/received': answerReceived }),
  ...writes('secretariat', {
    '/api/proposals/received': receiveWrite,
    '/api/received/import': receiveManyWrite,
  }),
];

/** How the app is, for who can put it right. */
const healthRoutes = [
  ...reads('administrator', {
    '/api/health': answerHealth,
    '/api/list-faults': answerListFaults,
  }),
  ...writes('administrator', {
    '/api/health/look': lookWrite,
    '/api/list-faults/restore': restoreWrite,
  }),
];

/** Notices that wait for a decision. */
const noticeRoutes = [
  ...reads('administrator', { '/api/notices/held': answerHeldNotices }),
  ...reads('keeper', {
    '/api/notices/report': answerDeliveryReport,
    '/api/notices/report/workbook': answerDeliveryWorkbook,
  }),
  ...writes('administrator', {
    '/api/notices/held/release': releaseHeldWrite,
    '/api/notices/held/dismiss': dismissHeldWrite,
  }),
];

/** Everything this server answers. What is not here does not exist. */
export const routes: readonly Route[] = [
  ...openRoutes,
  ...staffRoutes,
  ...draftRoutes,
  ...actRoutes,
  ...attachmentRoutes,
  ...triageRoutes,
  ...measureRoutes,
  ...releaseRoutes,
  ...issueGroupRoutes,
  ...turnoutRoutes,
  ...presentationRoutes,
  ...receivedRoutes,
  ...keepRoutes,
  ...noticeRoutes,
  ...healthRoutes,
];
