import { writeXlsx } from 'hucre/xlsx';

/** One sheet as people read it: a heading and rows. Text stays text, whatever it begins with. */
export interface SheetToWrite {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const widest = 60;
const narrowest = 8;

/** Full-width characters are two wide. */
const widthOf = (value: string | number): number =>
  [...String(value)].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 2);

/**
 * An xlsx file of these sheets, the heading of each kept in sight. `at`, in ms, is the instant of which it tells: the
 * same sheets of the same instant are the same bytes.
 */
export async function writeWorkbook(
  sheets: readonly SheetToWrite[],
  at: number,
): Promise<Uint8Array> {
  const written = sheets.map(({ name, heading, rows }) => ({
    name,
    rows: [[...heading], ...rows.map((row) => [...row])],
    columns: heading.map((title, index) => {
      const widths = rows.slice(0, 200).map((row) => widthOf(row[index] ?? ''));
      return { width: Math.min(widest, Math.max(narrowest, widthOf(title), ...widths)) };
    }),
    freezePane: { rows: 1 },
  }));
  const asOf = new Date(at);
  return writeXlsx({ sheets: written, properties: { created: asOf, modified: asOf } });
}
