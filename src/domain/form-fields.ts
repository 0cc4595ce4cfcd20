import type { FieldFault, FieldName } from './field-fault.js';
import { type CivilDate, isCivilDate } from './instant.js';
import { countGraphemes, isWritable, tidyLine, tidyText } from './written-text.js';

type Form = Readonly<Partial<Record<FieldName, string>>>;

interface TextBounds {
  readonly least?: number;
  readonly most: number;
  readonly optional?: boolean;
}

/** The raw form of a text is bounded too, so that counting characters cannot be made expensive. */
const rawUnitsPerCharacter = 16;

function checkedText(
  raw: string,
  tidy: (text: string) => string,
  field: FieldName,
  bounds: TextBounds,
  faults: FieldFault[],
): string {
  if (!isWritable(raw.replace(/\r/g, ''))) {
    faults.push({ field, rule: 'unusable-characters' });
    return '';
  }
  const text = raw.length > bounds.most * rawUnitsPerCharacter ? raw : tidy(raw);
  if (text === '') {
    if (!bounds.optional) faults.push({ field, rule: 'required', limit: bounds.most });
  } else if (text.length > bounds.most && tooLong(text, bounds.most)) {
    faults.push({ field, rule: 'too-long', limit: bounds.most });
  } else if (bounds.least !== undefined && countGraphemes(text) < bounds.least) {
    faults.push({ field, rule: 'too-short', limit: bounds.least });
  }
  return text;
}

function tooLong(text: string, most: number): boolean {
  return text.length > most * rawUnitsPerCharacter || countGraphemes(text) > most;
}

/** A text of one or more lines, tidied; adds a fault where it is missing, too short, too long or unusable. */
export function readText(
  form: Form,
  field: FieldName,
  bounds: TextBounds,
  faults: FieldFault[],
): string {
  return checkedText(form[field] ?? '', tidyText, field, bounds, faults);
}

/** A required text of one line. */
export function readLine(form: Form, field: FieldName, most: number, faults: FieldFault[]): string {
  const line = checkedText(form[field] ?? '', tidyLine, field, { most }, faults);
  if (line.includes('\n')) faults.push({ field, rule: 'line-break' });
  return line;
}

/** A required choice; answers '' beside a fault where nothing or something unknown was chosen. */
export function readChoice<T extends string>(
  form: Form,
  field: FieldName,
  choices: readonly T[],
  faults: FieldFault[],
): T | '' {
  const raw = (form[field] ?? '').trim();
  const choice = choices.find((each) => each === raw);
  if (choice === undefined) faults.push({ field, rule: raw === '' ? 'required' : 'not-a-choice' });
  return choice ?? '';
}

/** An optional whole number; full-width digits and separators are accepted. */
export function readAmount(
  form: Form,
  field: FieldName,
  bounds: { readonly least: number; readonly most: number },
  faults: FieldFault[],
): number | undefined {
  const raw = (form[field] ?? '').normalize('NFKC').replace(/[,\s円]/g, '');
  if (raw === '') return undefined;
  if (!/^\d{1,15}$/.test(raw)) {
    faults.push({ field, rule: 'not-a-number' });
    return undefined;
  }
  const amount = Number(raw);
  if (amount < bounds.least || amount > bounds.most) {
    faults.push({ field, rule: 'out-of-range', least: bounds.least, limit: bounds.most });
    return undefined;
  }
  return amount;
}

/** Days between which a day may lie, both included. */
export interface DayBounds {
  readonly least?: CivilDate;
  readonly most?: CivilDate;
}

/** A required day `YYYY-MM-DD`; answers '' beside a fault. */
export function readDay(
  form: Form,
  field: FieldName,
  { least, most }: DayBounds,
  faults: FieldFault[],
): CivilDate {
  const day = (form[field] ?? '').normalize('NFKC').trim();
  if (day === '') faults.push({ field, rule: 'required' });
  else if (!isCivilDate(day)) faults.push({ field, rule: 'not-a-day' });
  else if (day < (least ?? day)) faults.push({ field, rule: 'too-early' });
  else if (day > (most ?? day)) faults.push({ field, rule: 'too-late' });
  else return day;
  return '';
}

/** An optional text; undefined where nothing was written. */
export function readOptionalText(
  form: Form,
  field: FieldName,
  most: number,
  faults: FieldFault[],
): string | undefined {
  return readText(form, field, { most, optional: true }, faults) || undefined;
}
