import { unzipSync, zipSync } from 'fflate';
import { type CellValue, readXlsx, type Sheet as WorkbookSheet } from 'hucre/xlsx';
import { type CellMark, mostSheetRows, type Sheet } from '../domain/master/import-sheets.js';

/** What a file came to: its sheets as text, or why it is not read. */
export type WorkbookOutcome =
  | { readonly kind: 'read'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'too-large' | 'not-a-workbook' };

/** Largest file in bytes, largest content once unpacked, and most parts inside it. */
export const workbookLimits = {
  bytes: 1024 * 1024,
  unpackedBytes: 20 * 1024 * 1024,
  parts: 200,
} as const;

/** More columns than any master has; what stands further right is no cell of ours. */
const lastColumn = 'AD';

/** A row for the heading, and one by which too many are noticed. */
const mostRows = mostSheetRows + 2;

class TooLarge extends Error {}

/**
 * Unpacks a file within the limits and packs it again without compression: what the reader of workbooks gets cannot
 * grow any more. The sizes a file claims bound the memory, whatever its content would unpack to.
 */
function repacked(bytes: Uint8Array): Uint8Array {
  let unpacked = 0;
  let parts = 0;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      parts += 1;
      if (unpacked > workbookLimits.unpackedBytes || parts > workbookLimits.parts) {
        throw new TooLarge();
      }
      return true;
    },
  });
  return zipSync(files, { level: 0 });
}

/** A cell as it is typed: days as `YYYY-MM-DD`, numbers without separators. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

function cellMarks({ cells }: WorkbookSheet): readonly CellMark[] {
  return [...(cells ?? [])].flatMap(([place, { type, formula }]): CellMark[] => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const at = { row: row + 1, column: column + 1 };
    if (formula !== undefined || type === 'formula') return [{ ...at, rule: 'formula' }];
    return type === 'error' ? [{ ...at, rule: 'error-value' }] : [];
  });
}

function sheetOf(sheet: WorkbookSheet): Sheet {
  const merged = (sheet.merges ?? []).map(
    ({ startRow, startCol }): CellMark => ({
      row: startRow + 1,
      column: startCol + 1,
      rule: 'merged',
    }),
  );
  return {
    name: sheet.name,
    rows: sheet.rows.map((cells, index) => ({ number: index + 1, cells: cells.map(textOf) })),
    marks: [...cellMarks(sheet), ...merged],
  };
}

/** Reads an xlsx file of at most 1 MB into sheets of text. Formulas are never worked out, only marked. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookOutcome> {
  if (bytes.length > workbookLimits.bytes) return { kind: 'too-large' };
  try {
    const { sheets } = await readXlsx(repacked(bytes), {
      range: `A1:${lastColumn}${mostRows}`,
      maxRows: mostRows,
    });
    return { kind: 'read', sheets: sheets.map(sheetOf) };
  } catch (fault) {
    // Whatever a broken file does to the reader, it is the file that is at fault.
    return { kind: fault instanceof TooLarge ? 'too-large' : 'not-a-workbook' };
  }
}
