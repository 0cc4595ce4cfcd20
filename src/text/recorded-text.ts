import type { Locale } from '../domain/conversation.js';
import { fieldNames } from '../domain/field-fault.js';
import { civilDateOf } from '../domain/instant.js';
import type { AfterValues, RecordedEntry } from '../domain/recorded.js';
import { formatShortDate, formatTime } from './format.js';
import { masterTexts } from './master-texts.js';
import { terms } from './terms.js';

/** Values of rows that are called otherwise than the field they are typed into. */
const fieldOfValue: Readonly<Partial<Record<string, (typeof fieldNames)[number]>>> = {
  id: 'masterId',
  order: 'sortOrder',
  departmentId: 'department',
  personId: 'person',
  name: 'personName',
  title: 'campaignTitle',
};

/** What a value of a row is called. */
export function valueLabel(name: string, locale: Locale): string {
  const field = fieldOfValue[name] ?? fieldNames.find((each) => each === name);
  return field ? terms[locale].field[field] : name;
}

/** Values after an event in one line. */
export function valuesText(after: AfterValues, locale: Locale): string {
  const none = locale === 'ja' ? 'なし' : 'none';
  return Object.entries(after)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${valueLabel(name, locale)}=${value === null ? none : text}`;
    })
    .join(locale === 'ja' ? '、' : ', ');
}

/** The trail of a row as plain lines in Japanese, for people who look into SharePoint. */
export function recordedText(trail: readonly RecordedEntry[]): string {
  return trail
    .map((entry) => {
      const day = formatShortDate(civilDateOf(entry.occurredAt), 'ja');
      const what = `${masterTexts.ja.trail[entry.kind]}（${valuesText(entry.after, 'ja')}）`;
      const why = entry.kind === 'changed' && entry.reason ? ` ${entry.reason}` : '';
      const line = `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}${why}`;
      return line.replaceAll('\n', ' ');
    })
    .join('\n');
}
