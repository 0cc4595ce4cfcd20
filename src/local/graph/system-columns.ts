import type { ColumnKind, StoredColumn } from './stored-types.js';

interface SystemColumn {
  id: string;
  name: string;
  displayName: string;
  kind: ColumnKind;
  facetName?: string;
  facet?: Record<string, unknown>;
  indexed?: true;
}

// Ids of the built-in columns are the same in every tenant.
const known: readonly SystemColumn[] = [
  {
    id: '1d22ea11-1e32-424e-89ab-9fedbadb6ce1',
    name: 'ID',
    displayName: 'ID',
    kind: 'number',
    indexed: true,
  },
  {
    id: 'c042a256-787d-4a6f-8a8a-cf6ab767f12d',
    name: 'ContentType',
    displayName: 'コンテンツ タイプ',
    kind: 'computed',
  },
  {
    id: '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f',
    name: 'Modified',
    displayName: '更新日時',
    kind: 'dateTime',
    facetName: 'dateTime',
    facet: { displayAs: 'default', format: 'dateTime' },
  },
  {
    id: '8c06beca-0777-48f7-91c7-6da68bc07b69',
    name: 'Created',
    displayName: '登録日時',
    kind: 'dateTime',
    facetName: 'dateTime',
    facet: { displayAs: 'default', format: 'dateTime' },
  },
  {
    id: '1df5e554-ec7e-46a6-901d-d85a3881cb18',
    name: 'Author',
    displayName: '登録者',
    kind: 'person',
    facetName: 'personOrGroup',
    facet: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
  },
  {
    id: 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2',
    name: 'Editor',
    displayName: '更新者',
    kind: 'person',
    facetName: 'personOrGroup',
    facet: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
  },
  {
    id: 'dce8262a-3ae9-45aa-aab4-83bd75fb738a',
    name: '_UIVersionString',
    displayName: 'バージョン',
    kind: 'computed',
    facetName: 'text',
    facet: { allowMultipleLines: false, maxLength: 255 },
  },
  {
    id: '67df98f4-9dec-48ff-a553-29bece9c5bf4',
    name: 'Attachments',
    displayName: '添付ファイル',
    kind: 'computed',
  },
  {
    id: '503f1caa-358e-4918-9094-4a2cdc4bc034',
    name: 'Edit',
    displayName: '編集',
    kind: 'computed',
  },
  {
    id: 'bc91a437-52e7-49e1-8c4e-4698904b2b6d',
    name: 'LinkTitleNoMenu',
    displayName: 'タイトル',
    kind: 'computed',
  },
  {
    id: '82642ec8-ef9b-478f-acf9-31f7d45fbc31',
    name: 'LinkTitle',
    displayName: 'タイトル',
    kind: 'computed',
  },
];

/** Names `fields` answers with that no column definition is needed for. */
const furtherNames = [
  'id',
  'Version',
  'FileLeafRef',
  'LinkFilename',
  'AuthorLookupId',
  'EditorLookupId',
  'AppAuthor',
  'AppEditor',
  'AppAuthorLookupId',
  'AppEditorLookupId',
  'ItemChildCount',
  'FolderChildCount',
  '_ComplianceFlags',
  '_ComplianceTag',
  '_ComplianceTagWrittenTime',
  '_ComplianceTagUserId',
];

/** Columns every list has beside its own; all read-only. */
export const systemColumns: readonly StoredColumn[] = known.map((column) => ({
  id: column.id,
  name: column.name,
  displayName: column.displayName,
  description: '',
  columnGroup: '_Hidden',
  hidden: false,
  readOnly: true,
  required: false,
  indexed: column.indexed === true,
  enforceUniqueValues: false,
  kind: column.kind,
  ...(column.facetName === undefined ? {} : { facetName: column.facetName }),
  facet: column.facet ?? {},
}));

const names = new Set([...systemColumns.map((column) => column.name), ...furtherNames]);

/** Whether a field is the system's: readable, never written. */
export function isSystemField(name: string): boolean {
  return names.has(name);
}

/** Whether no new column may have this name. */
export function isReservedName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'title' || [...names].some((taken) => taken.toLowerCase() === lower);
}

/** The column a generic list is born with: not indexed, 255 characters. */
export const titleColumn: StoredColumn = {
  id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
  name: 'Title',
  displayName: 'タイトル',
  description: '',
  columnGroup: 'ユーザー設定列',
  hidden: false,
  readOnly: false,
  required: true,
  indexed: false,
  enforceUniqueValues: false,
  kind: 'text',
  facetName: 'text',
  facet: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
  },
};
