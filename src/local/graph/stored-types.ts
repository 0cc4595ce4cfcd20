/** What a column holds, by its facet. */
export type ColumnKind =
  | 'text'
  | 'note'
  | 'choice'
  | 'multiChoice'
  | 'number'
  | 'boolean'
  | 'dateTime'
  | 'person'
  | 'lookup'
  | 'computed';

/** A column of a list. */
export interface StoredColumn {
  id: string;
  name: string;
  displayName: string;
  description: string;
  columnGroup: string;
  hidden: boolean;
  readOnly: boolean;
  required: boolean;
  indexed: boolean;
  enforceUniqueValues: boolean;
  kind: ColumnKind;
  /** Name of the facet in the definition; undefined for computed columns. */
  facetName?: string;
  facet: Record<string, unknown>;
  defaultValue?: string;
}

/** A value as kept: instants are ISO texts with whole seconds, lookups the id as text. */
export type FieldValue = string | number | boolean | readonly string[];

export interface StoredSite {
  id: string;
  hostname: string;
  /** Server-relative; empty for the root site. */
  path: string;
  displayName: string;
  createdAt: number;
}

/** A grant of roles on a site to an application. */
export interface StoredGrant {
  id: string;
  siteId: string;
  appId: string;
  displayName: string;
  roles: string[];
}

/** The application an item was written by. */
export interface StoredAuthor {
  appId: string;
  displayName: string;
  /** Who was signed in to the application. */
  person?: { id: string; displayName: string; email: string };
}

export interface StoredList {
  id: string;
  siteId: string;
  /** Part of the address, fixed at creation. */
  name: string;
  displayName: string;
  description: string;
  template: 'genericList' | 'documentLibrary';
  createdAt: number;
  modifiedAt: number;
  n: number;
  author: StoredAuthor;
  columns: StoredColumn[];
  /** Raised to make every change token of the list invalid. */
  epoch: number;
}

export interface StoredItem {
  id: string;
  guid: string;
  /** Counter of the etag; grows on every write, also of the system. */
  n: number;
  /** Number of versions. */
  major: number;
  /** Controllable time, ms. */
  createdAt: number;
  modifiedAt: number;
  /** Machine time of creation, ms. */
  bornAt: number;
  author: StoredAuthor;
  editor: StoredAuthor;
  fields: Record<string, FieldValue>;
  deleted?: true;
}

/** One write: what it changed. `null` = cleared. */
export interface StoredVersion {
  item: string;
  n: number;
  major: number;
  at: number;
  editor: StoredAuthor;
  changed: Record<string, FieldValue | null>;
  /** A write of the system: raises the etag, makes no version. */
  system?: true;
}
