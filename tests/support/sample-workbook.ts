import { type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** An xlsx file with these sheets. */
export async function workbookOf(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [...sheets] });
}
