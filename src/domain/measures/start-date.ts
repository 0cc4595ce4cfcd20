import type { FieldFault, FieldName } from '../field-fault.js';
import { type CivilDate, type CivilMonth, isCivilDate, isCivilMonth } from '../instant.js';

/** When a measure starts, as exactly as it is known (domain specification 1.1): day, month, months, or 適宜. */
export type StartDate =
  | { readonly precision: 'day'; readonly day: CivilDate }
  | { readonly precision: 'month'; readonly month: CivilMonth }
  | { readonly precision: 'months'; readonly from: CivilMonth; readonly to: CivilMonth }
  | { readonly precision: 'as-appropriate' };

/** Signs between the two months of a range, as people type them. */
const rangeSigns = /[/~\u301C\uFF5E]/;

function readMonths(typed: string): StartDate | undefined {
  const [from = '', to = '', ...more] = typed.split(rangeSigns).map((part) => part.trim());
  const isRange = isCivilMonth(from) && isCivilMonth(to) && from < to && more.length === 0;
  return isRange ? { precision: 'months', from, to } : undefined;
}

/** A start as typed: `2026-11-24`, `2026-11`, `2027-02/2027-03` or `as-appropriate`; undefined for anything else. */
export function parseStartDate(typed: string): StartDate | undefined {
  if (typed === 'as-appropriate') return { precision: 'as-appropriate' };
  if (isCivilDate(typed)) return { precision: 'day', day: typed };
  if (isCivilMonth(typed)) return { precision: 'month', month: typed };
  return readMonths(typed);
}

/** A start as `parseStartDate` reads it. */
export function writeStartDate(start: StartDate): string {
  switch (start.precision) {
    case 'day':
      return start.day;
    case 'month':
      return start.month;
    case 'months':
      return `${start.from}/${start.to}`;
    case 'as-appropriate':
      return 'as-appropriate';
  }
}

/** Reads a start from a form; adds a fault where it is required and missing, or cannot be read. */
export function readStartDate(
  form: Readonly<Partial<Record<FieldName, string>>>,
  isRequired: boolean,
  faults: FieldFault[],
): StartDate | undefined {
  const typed = (form.startDate ?? '').normalize('NFKC').trim();
  const start = parseStartDate(typed);
  if (start) return start;
  if (typed !== '') faults.push({ field: 'startDate', rule: 'not-a-day' });
  else if (isRequired) faults.push({ field: 'startDate', rule: 'required' });
  return undefined;
}
