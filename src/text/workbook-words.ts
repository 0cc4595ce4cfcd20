import { channelPurposes } from '../domain/channel-map.js';
import { locales } from '../domain/conversation.js';
import { fieldNames } from '../domain/field-fault.js';
import { type WorkbookWords, wordMap } from '../domain/master/import-sheets.js';
import { masterKinds } from '../domain/master/master-kinds.js';
import { roles } from '../domain/member.js';
import { dayKinds } from '../domain/working-days.js';
import { masterTexts } from './master-texts.js';
import { terms } from './terms.js';

/** Names of sheets, columns and choices of a workbook of masters, in both languages at once. */
export const workbookWords: WorkbookWords = {
  sheets: wordMap(
    locales.flatMap((locale) =>
      masterKinds.map((kind) => [masterTexts[locale].kind[kind], kind] as const),
    ),
  ),
  columns: wordMap(
    locales.flatMap((locale) =>
      fieldNames.map((field) => [terms[locale].field[field], field] as const),
    ),
  ),
  choices: {
    role: wordMap(
      locales.flatMap((locale) => roles.map((role) => [terms[locale].role[role], role] as const)),
    ),
    purpose: wordMap(
      locales.flatMap((locale) =>
        channelPurposes.map((code) => [masterTexts[locale].purpose[code], code] as const),
      ),
    ),
    dayKind: wordMap(
      locales.flatMap((locale) =>
        dayKinds.map((code) => [masterTexts[locale].dayKind[code], code] as const),
      ),
    ),
  },
};
