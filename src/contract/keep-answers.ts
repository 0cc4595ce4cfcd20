import { z } from 'zod';
import { calendarPosts } from '../domain/campaign-calendar.js';
import { fieldNames } from '../domain/field-fault.js';
import { masterKinds } from '../domain/master/master-kinds.js';
import { reportClasses } from '../domain/report-class.js';
import { statuses } from '../domain/status.js';
import { campaignDraft } from './keep-requests.js';

const instant = z.number().int();

/** One line of the trail of a row; `text` says in words which values it had afterwards. */
const trailLine = z.object({
  seq: z.number().int(),
  kind: z.enum(['found', 'entered', 'changed']),
  occurredAt: instant,
  byName: z.string(),
  after: z.record(z.string(), z.unknown()),
  text: z.string(),
  reason: z.string().optional(),
});

/** A row of a master: its values, and what an editor needs to change exactly this state. */
export const masterRowAnswer = z.object({
  key: z.string(),
  values: z.record(z.string(), z.unknown()),
  version: z.string(),
  isValidToday: z.boolean(),
  trail: z.array(trailLine),
});

/** GET /api/admin/masters/:kind. */
export const masterAnswer = z.object({
  kind: z.enum(masterKinds),
  /** Whether the person asking keeps this master. */
  mayChange: z.boolean(),
  fields: z.array(z.object({ field: z.enum(fieldNames), label: z.string() })),
  rows: z.array(masterRowAnswer),
});

/** One field of the form as proposers will see it. */
const previewField = z.object({
  field: z.enum(fieldNames),
  label: z.string(),
  isRequired: z.boolean(),
  /** Longest text in characters. */
  most: z.number().int().optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
});

const plannedPost = z.object({
  id: z.string(),
  post: z.enum(calendarPosts),
  at: instant,
  /** With its placeholders; the count is not known yet. */
  text: z.string(),
  isPrepared: z.boolean(),
});

/** What an editor shows of a campaign: its settings as they will be, the form, the posts, the report. */
export const campaignPreview = z.object({
  draft: campaignDraft,
  form: z.array(previewField),
  calendar: z.array(plannedPost),
  reportClasses: z.array(
    z.object({ status: z.enum(statuses), label: z.string(), reportClass: z.enum(reportClasses) }),
  ),
  graceMinutes: z.number(),
  limitPerHour: z.number(),
  limitPerPerson: z.number(),
});

/** GET /api/admin/campaigns/:id and the answer of every change of one. */
export const campaignAnswer = campaignPreview.extend({
  version: z.string(),
  trail: z.array(trailLine),
});

/** GET /api/admin/campaigns, the youngest first. */
export const campaignsAnswer = z.object({
  campaigns: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      opensAt: instant,
      closesAt: instant.optional(),
      isOpen: z.boolean(),
      isSample: z.boolean(),
    }),
  ),
});

const importFault = z.object({
  sheet: z.string(),
  row: z.number().int().optional(),
  /** Letters, as the spreadsheet shows them. */
  column: z.string().optional(),
  message: z.string(),
});

/** POST /api/admin/imports/preview: the difference. Without a token there is nothing to apply. */
export const importPreviewAnswer = z.object({
  token: z.string().optional(),
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    ended: z.number().int(),
    unchanged: z.number().int(),
    /** Rows in force that their sheet does not name, and that stay unless a last day is given. */
    absent: z.number().int(),
    faults: z.number().int(),
  }),
  changes: z.array(
    z.object({
      kind: z.enum(masterKinds),
      key: z.string(),
      sort: z.enum(['added', 'changed', 'ended']),
      before: z.record(z.string(), z.unknown()).optional(),
      after: z.record(z.string(), z.unknown()),
      /** What is different, in words. */
      text: z.string(),
    }),
  ),
  faults: z.array(importFault),
});

/** POST /api/admin/imports/apply. */
export const importAppliedAnswer = z.object({
  /** Rows written by this call; the others had been written before it was interrupted. */
  written: z.number().int(),
  changes: z.number().int(),
});

export type MasterAnswer = z.infer<typeof masterAnswer>;
export type MasterRowAnswer = z.infer<typeof masterRowAnswer>;
export type CampaignPreview = z.infer<typeof campaignPreview>;
export type CampaignAnswer = z.infer<typeof campaignAnswer>;
export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;
export type ImportPreviewAnswer = z.infer<typeof importPreviewAnswer>;
export type ImportAppliedAnswer = z.infer<typeof importAppliedAnswer>;
