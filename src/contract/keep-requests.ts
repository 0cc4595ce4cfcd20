import { z } from 'zod';
import { demandableFields, visibilities } from '../domain/campaign.js';
import { calendarPosts } from '../domain/campaign-calendar.js';
import { isCivilDate } from '../domain/instant.js';
import { reportClasses } from '../domain/report-class.js';
import { statuses } from '../domain/status.js';
import { actForm } from './act-requests.js';

const mostListed = 200;
const id = z.string().max(100);
const line = z.string().max(1_000);
const instant = z.number().int().min(0).max(8_640_000_000_000);
const version = z.string().max(64);

const theme = z.strictObject({
  id,
  label: line,
  labelEn: line,
  ownerDepartmentId: id.exactOptional(),
  ownerSectionId: id.exactOptional(),
  isClosed: z.boolean().exactOptional(),
});

const calendarChange = z.strictObject({
  post: z.enum(calendarPosts),
  text: z.string().max(20_000).exactOptional(),
  isOff: z.boolean().exactOptional(),
});

/** A campaign as an editor sends it, whole. The rules check it setting by setting on the server. */
export const campaignDraft = z.strictObject({
  id,
  title: line,
  opensAt: instant,
  closesAt: instant.exactOptional(),
  visibility: z.enum(visibilities),
  ownersPublish: z.boolean().exactOptional(),
  themes: z.array(theme).max(mostListed).exactOptional(),
  targetDepartments: z.array(id).max(mostListed).exactOptional(),
  requiredFields: z.array(z.enum(demandableFields)).max(mostListed).exactOptional(),
  graceMinutes: z.number().exactOptional(),
  limitPerHour: z.number().exactOptional(),
  limitPerPerson: z.number().exactOptional(),
  reportDate: z.string().max(20).exactOptional(),
  calendar: z.array(calendarChange).max(mostListed).exactOptional(),
  reportClasses: z.partialRecord(z.enum(statuses), z.enum(reportClasses)).exactOptional(),
  isSample: z.boolean().exactOptional(),
});

/** POST /api/admin/campaigns and /api/admin/campaigns/preview. */
export const enterCampaignRequest = z.strictObject({ draft: campaignDraft });

/** POST /api/admin/campaigns/:id. `version` is that of the campaign as it was read. */
export const changeCampaignRequest = z.strictObject({ draft: campaignDraft, version });

/** POST /api/admin/campaigns/:id/copy: what the copy has of its own. */
export const copyCampaignRequest = z.strictObject({
  id,
  title: line,
  opensAt: instant,
  closesAt: instant.exactOptional(),
});

/** POST /api/admin/masters/:kind. */
export const enterMasterRequest = z.strictObject({ form: actForm });

/** POST /api/admin/masters/:kind/:key. */
export const changeMasterRequest = z.strictObject({ form: actForm, version });

/** Query of POST /api/admin/imports/preview. */
export const previewImportQuery = z.strictObject({
  endAbsentOn: z.string().refine(isCivilDate).exactOptional(),
});

/** Query of POST /api/admin/imports/apply. */
export const applyImportQuery = previewImportQuery.extend({
  token: z.string().regex(/^[\w-]{20,100}$/),
});
