import { actNames, bulkActs } from '../domain/acts.js';
import { issueGroupActNames } from '../domain/issue-groups/issue-group-acts.js';
import { measureActNames } from '../domain/measures/measure-acts.js';
import { pageNames } from '../text/page-texts.js';
import { writeAct, writeBulk } from './act-writes.js';
import { type Answer, json } from './answer.js';
import type { OpenCall, Read, StaffGuard, Upload, Write } from './call.js';
import {
  answerCampaign,
  answerCampaigns,
  changeCampaignWrite,
  copyCampaignWrite,
  enterCampaignWrite,
  previewCampaignWrite,
} from './campaign-routes.js';
import { answerFiguresOn, answerPublishedFigures, answerWorkingFigures } from './figures-views.js';
import { answerHeldNotices, dismissHeldWrite, releaseHeldWrite } from './held-notices.js';
import { applyImportUpload, previewImportUpload } from './import-routes.js';
import { answerIssueGroup, answerIssueGroups, answerProposedGroups } from './issue-group-views.js';
import { writeIssueGroup, writeIssueGroupAct } from './issue-group-writes.js';
import { answerMaster, changeMasterWrite, enterMasterWrite } from './master-routes.js';
import { answerMeasureDesk } from './measure-desk.js';
import { answerMeasure } from './measure-view-for.js';
import { answerCasebook, answerMeasures } from './measure-views.js';
import { writeAdoptions, writeEffect, writeMeasure, writeMeasureAct } from './measure-writes.js';
import { answerOfficeItem, answerOfficeItems } from './office-views.js';
import { answerMasters, answerMe } from './own-views.js';
import { answerMyProposals, answerProposal } from './proposal-views.js';
import { answerPublication, answerPublications, answerReleases } from './published-releases.js';
import {
  answerClaims,
  answerHolders,
  answerProgress,
  answerQueue,
  answerQueues,
  queueNames,
} from './queue-views.js';
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
import { answerSimilar, answerSuggestion, writeHints } from './similar-views.js';
import {
  answerMySupports,
  endorseWrite,
  followWrite,
  takeBackSupportWrite,
} from './support-routes.js';
import { textPage } from './text-pages.js';
import { answerReach, answerTriage, answerTriageItem } from './triage-views.js';

/**
 * Who may call: anyone; the bot channel, whose token the bot checks itself; any member of staff with a sound token;
 * members of staff who hold a role now.
 */
export type Guard = 'anyone' | 'bot-channel' | StaffGuard;

/** One line of the table. */
export type Route =
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: 'anyone';
      readonly open: (call: OpenCall) => Answer;
    }
  | { readonly method: 'POST'; readonly path: string; readonly guard: 'bot-channel' }
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly read: Read;
    }
  | {
      readonly method: 'POST';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly write: Write;
    }
  | {
      readonly method: 'POST';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly upload: Upload;
    };

const answerUp = (): Answer => json({ status: 'up' });

function answerReady({ deps }: OpenCall): Answer {
  const { ready } = deps.readiness();
  return { ...json({ ready }), status: ready ? 200 : 503 };
}

function answerTab({ tabs, params, acceptsGzip, locale }: OpenCall): Answer {
  const answer = tabs.answer(params['*'] ?? '', acceptsGzip);
  return answer ?? apiRefusalAnswer('unknown-path', locale);
}

const textPages = pageNames.map((name): Route => {
  const answer = textPage(name);
  return { method: 'GET', path: `/pages/${name}`, guard: 'anyone', open: () => answer };
});

function secretariatWrites(writes: Readonly<Record<string, Write>>): readonly Route[] {
  return Object.entries(writes).map(([path, write]) => ({
    method: 'POST',
    path,
    guard: 'secretariat',
    write,
  }));
}

/** Whether a person may do it is the rule's to say, for each proposal; see domain/acts.ts. */
const actRoutes = actNames.flatMap((act): readonly Route[] => [
  { method: 'POST', path: `/api/proposals/:number/${act}`, guard: 'staff', write: writeAct(act) },
  ...(bulkActs.includes(act)
    ? [{ method: 'POST', path: `/api/bulk/${act}`, guard: 'staff', write: writeBulk(act) } as const]
    : []),
]);

/** A rule of the casebook is a measure: the same routes serve it. */
const measureRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/measures', guard: 'staff', read: answerMeasures },
  { method: 'POST', path: '/api/measures', guard: 'staff', write: writeMeasure },
  { method: 'GET', path: '/api/measures/:id', guard: 'staff', read: answerMeasure },
  { method: 'GET', path: '/api/casebook', guard: 'staff', read: answerCasebook },
  { method: 'POST', path: '/api/casebook/adoptions', guard: 'staff', write: writeAdoptions },
  { method: 'GET', path: '/api/measure-desk', guard: 'staff', read: answerMeasureDesk },
  { method: 'POST', path: '/api/measures/:id/effect', guard: 'staff', write: writeEffect },
  ...measureActNames.map((act) => ({
    method: 'POST' as const,
    path: `/api/measures/:id/${act}`,
    guard: 'staff' as const,
    write: writeMeasureAct(act),
  })),
];

/** Release sets are the secretariat's; what they published is everyone's to read. */
const releaseRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/releases', guard: 'staff', read: answerReleases },
  { method: 'GET', path: '/api/publications', guard: 'staff', read: answerPublications },
  { method: 'GET', path: '/api/publications/:id', guard: 'staff', read: answerPublication },
  ...secretariatWrites({
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
  { method: 'GET', path: '/api/release-sets', guard: 'secretariat', read: answerReleaseSets },
  { method: 'GET', path: '/api/release-sets/:id', guard: 'secretariat', read: answerReleaseSet },
];

/** Masters and campaigns, for those who keep them. */
const keepRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/admin/masters/:kind', guard: 'keeper', read: answerMaster },
  { method: 'POST', path: '/api/admin/masters/:kind', guard: 'keeper', write: enterMasterWrite },
  {
    method: 'POST',
    path: '/api/admin/masters/:kind/:key',
    guard: 'keeper',
    write: changeMasterWrite,
  },
  { method: 'GET', path: '/api/admin/campaigns', guard: 'keeper', read: answerCampaigns },
  { method: 'GET', path: '/api/admin/campaigns/:id', guard: 'keeper', read: answerCampaign },
  { method: 'POST', path: '/api/admin/campaigns', guard: 'keeper', write: enterCampaignWrite },
  {
    method: 'POST',
    path: '/api/admin/campaigns/preview',
    guard: 'keeper',
    write: previewCampaignWrite,
  },
  {
    method: 'POST',
    path: '/api/admin/campaigns/:id',
    guard: 'keeper',
    write: changeCampaignWrite,
  },
  {
    method: 'POST',
    path: '/api/admin/campaigns/:id/copy',
    guard: 'keeper',
    write: copyCampaignWrite,
  },
  {
    method: 'POST',
    path: '/api/admin/imports/preview',
    guard: 'keeper',
    upload: previewImportUpload,
  },
  { method: 'POST', path: '/api/admin/imports/apply', guard: 'keeper', upload: applyImportUpload },
];
const queueRoutes = queueNames.map(
  (name): Route => ({
    method: 'GET',
    path: `/api/queues/${name}`,
    guard: 'secretariat',
    read: answerQueue(name),
  }),
);

const supportRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/my-supports', guard: 'staff', read: answerMySupports },
  { method: 'POST', path: '/api/proposals/:number/endorse', guard: 'staff', write: endorseWrite },
  { method: 'POST', path: '/api/proposals/:number/follow', guard: 'staff', write: followWrite },
  {
    method: 'POST',
    path: '/api/proposals/:number/take-back-support',
    guard: 'staff',
    write: takeBackSupportWrite,
  },
];

/** 課題群, and what helps to find them. */
const issueGroupRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/issue-groups', guard: 'secretariat', read: answerIssueGroups },
  {
    method: 'GET',
    path: '/api/issue-groups/proposed',
    guard: 'secretariat',
    read: answerProposedGroups,
  },
  { method: 'GET', path: '/api/issue-groups/:id', guard: 'secretariat', read: answerIssueGroup },
  { method: 'POST', path: '/api/issue-groups', guard: 'secretariat', write: writeIssueGroup },
  ...issueGroupActNames.map((act) => ({
    method: 'POST' as const,
    path: `/api/issue-groups/:id/${act}`,
    guard: 'secretariat' as const,
    write: writeIssueGroupAct(act),
  })),
];

/** Everything this server answers. What is not here does not exist. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/healthz', guard: 'anyone', open: answerUp },
  { method: 'GET', path: '/readyz', guard: 'anyone', open: answerReady },
  ...textPages,
  { method: 'GET', path: '/tabs/*', guard: 'anyone', open: answerTab },
  { method: 'POST', path: '/api/messages', guard: 'bot-channel' },
  { method: 'GET', path: '/api/me', guard: 'staff', read: answerMe },
  { method: 'GET', path: '/api/masters', guard: 'staff', read: answerMasters },
  { method: 'GET', path: '/api/my-proposals', guard: 'staff', read: answerMyProposals },
  { method: 'GET', path: '/api/proposals/:number', guard: 'staff', read: answerProposal },
  { method: 'GET', path: '/api/figures/:campaign', guard: 'staff', read: answerPublishedFigures },
  { method: 'GET', path: '/api/figures/:campaign/on/:day', guard: 'staff', read: answerFiguresOn },
  {
    method: 'GET',
    path: '/api/triage-figures/:campaign',
    guard: 'secretariat',
    read: answerWorkingFigures,
  },
  { method: 'GET', path: '/api/triage', guard: 'secretariat', read: answerTriage },
  { method: 'GET', path: '/api/triage/:number', guard: 'secretariat', read: answerTriageItem },
  { method: 'GET', path: '/api/triage/:number/reach', guard: 'secretariat', read: answerReach },
  { method: 'GET', path: '/api/triage/:number/similar', guard: 'secretariat', read: answerSimilar },
  {
    method: 'GET',
    path: '/api/triage/:number/suggestion',
    guard: 'secretariat',
    read: answerSuggestion,
  },
  { method: 'POST', path: '/api/hints', guard: 'staff', write: writeHints },
  {
    method: 'GET',
    path: '/api/notices/held',
    guard: 'administrator',
    read: answerHeldNotices,
  },
  {
    method: 'POST',
    path: '/api/notices/held/release',
    guard: 'administrator',
    write: releaseHeldWrite,
  },
  {
    method: 'POST',
    path: '/api/notices/held/dismiss',
    guard: 'administrator',
    write: dismissHeldWrite,
  },
  ...actRoutes,
  ...measureRoutes,
  ...releaseRoutes,
  ...keepRoutes,
  ...supportRoutes,
  { method: 'GET', path: '/api/queues', guard: 'secretariat', read: answerQueues },
  ...queueRoutes,
  { method: 'GET', path: '/api/queues/progress', guard: 'secretariat', read: answerProgress },
  { method: 'GET', path: '/api/queues/holders', guard: 'secretariat', read: answerHolders },
  { method: 'GET', path: '/api/queues/claims', guard: 'secretariat', read: answerClaims },
  { method: 'GET', path: '/api/office-items', guard: 'staff', read: answerOfficeItems },
  { method: 'GET', path: '/api/office-items/:number', guard: 'staff', read: answerOfficeItem },
  ...issueGroupRoutes,
];
