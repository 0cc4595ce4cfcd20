import { z } from 'zod';
import { roles } from '../domain/member.js';

/** GET /api/me: who the token says one is, and the roles of the Members list. */
export const meAnswer = z.object({
  personId: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** The departments for which one acts as owner or head. */
  departments: z.array(z.string()),
});

const entry = z.object({ id: z.string(), label: z.string(), labelEn: z.string() });

/** GET /api/masters: what is valid today, in order, and the choices of dates a decision may use. */
export const mastersAnswer = z.object({
  departments: z.array(entry),
  sections: z.array(entry.extend({ departmentId: z.string() })),
  categories: z.array(entry),
  jobGrades: z.array(entry),
  /** What is no longer, or not yet, valid: never a choice, but older proposals still name it. */
  notValidToday: z.object({
    departments: z.array(entry),
    sections: z.array(entry),
    categories: z.array(entry),
    jobGrades: z.array(entry),
  }),
  /** Months from this one to March. */
  monthsThisFiscalYear: z.array(z.string()),
  laterFiscalYears: z.array(z.number().int()),
  /** 20 working days from today. */
  defaultReplyDue: z.string(),
});

/** Who changed something last, as far as the reader may know, and when. */
const lastChange = z.object({ at: z.number().int(), byName: z.string().optional() });

/** Every answer with a status of 400 and above that the app itself gives. */
export const refusalAnswer = z.object({
  code: z.string(),
  /** A sentence in the language asked for by Accept-Language. */
  message: z.string(),
  /** Sentences beside fields. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Eight characters to quote to the secretariat; on faults only. */
  reference: z.string().optional(),
  /** The present item, where someone else was first. */
  present: z.unknown().optional(),
  /** Who that was and when, as far as the present item says so. */
  lastChange: lastChange.optional(),
});

export type MeAnswer = z.infer<typeof meAnswer>;
export type MastersAnswer = z.infer<typeof mastersAnswer>;
export type LastChange = z.infer<typeof lastChange>;
export type RefusalAnswer = z.infer<typeof refusalAnswer>;
