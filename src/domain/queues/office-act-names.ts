import type { ActName } from '../acts.js';

/** What an office does with a proposal it was asked about or owns, what is asked for first. */
export const officeActNames = [
  'give-opinion',
  'return-request',
  'confirm',
  'decline-confirmation',
  'reply-to-delegation',
  'return-delegation',
  'start-work',
  'report-progress',
  'partly-realise',
  'propose-realised',
  'propose-difficult',
] as const satisfies readonly ActName[];

/** One of them. */
export type OfficeActName = (typeof officeActNames)[number];
