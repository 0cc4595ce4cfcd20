/** What a column holds. Codes are stored, labels are rendered by the product. */
export type ColumnType =
  | { readonly kind: 'text' }
  | { readonly kind: 'note' }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'dateTime' };

/** One column: ASCII name for the product, Japanese name for people who look into SharePoint. */
export interface Column {
  readonly name: string;
  readonly displayName: string;
  readonly type: ColumnType;
  readonly indexed: boolean;
  /** SharePoint demands an index for it. */
  readonly unique: boolean;
}

/** Flags of a column. */
export type ColumnFlag = 'indexed' | 'unique';

/** Longest text of a single-line column and of a multi-line one, in UTF-16 units. */
export const longestText = 255;
export const longestNote = 63_999;

function column(name: string, displayName: string, type: ColumnType, flag?: ColumnFlag): Column {
  return { name, displayName, type, indexed: flag !== undefined, unique: flag === 'unique' };
}

/** A text of one line. */
export const text = (name: string, displayName: string, flag?: ColumnFlag): Column =>
  column(name, displayName, { kind: 'text' }, flag);

/** A plain text of several lines. Cannot be indexed. */
export const note = (name: string, displayName: string): Column =>
  column(name, displayName, { kind: 'note' });

/** One of several codes. */
export const choice = (
  name: string,
  displayName: string,
  codes: readonly string[],
  flag?: ColumnFlag,
): Column => column(name, displayName, { kind: 'choice', codes }, flag);

/** A number. */
export const number = (name: string, displayName: string, flag?: ColumnFlag): Column =>
  column(name, displayName, { kind: 'number' }, flag);

/** Yes or no. */
export const boolean = (name: string, displayName: string): Column =>
  column(name, displayName, { kind: 'boolean' });

/** A point in time. SharePoint drops milliseconds. */
export const dateTime = (name: string, displayName: string, flag?: ColumnFlag): Column =>
  column(name, displayName, { kind: 'dateTime' }, flag);
