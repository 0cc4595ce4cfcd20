import { unknownField } from './errors.js';
import { etagOf } from './etag.js';
import { fieldNameOf } from './field-input.js';
import { appPrincipalLookupId } from './present-author.js';
import { presentTime } from './present-time.js';
import type { FieldValue, StoredColumn, StoredItem } from './stored-types.js';
import { isSystemField } from './system-columns.js';

/** What the system itself answers for an item. */
export function systemFields(item: StoredItem): Record<string, FieldValue> {
  const title = item.fields['Title'];
  const links: Record<string, FieldValue> =
    title === undefined ? {} : { LinkTitleNoMenu: title, LinkTitle: title };
  const name = item.fields['FileLeafRef'];
  const contentType = item.fields['BodyKey'] === undefined ? 'Folder' : 'Document';
  return {
    id: item.id,
    ContentType: name === undefined ? 'Item' : contentType,
    ...(name === undefined ? {} : { FileLeafRef: name, LinkFilename: name }),
    Modified: presentTime(item.modifiedAt),
    Created: presentTime(item.createdAt),
    AuthorLookupId: appPrincipalLookupId,
    EditorLookupId: appPrincipalLookupId,
    _UIVersionString: `${item.major}.0`,
    Attachments: false,
    Edit: '',
    ...links,
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
    _ComplianceTag: '',
    _ComplianceTagWrittenTime: '',
    _ComplianceTagUserId: '',
    AppAuthorLookupId: appPrincipalLookupId,
    AppEditorLookupId: appPrincipalLookupId,
  };
}

/** Refuses names of `fields($select=…)` that are neither columns nor of the system. */
export function checkSelectedFields(
  columns: readonly StoredColumn[],
  select: readonly string[] | undefined,
): void {
  for (const name of select ?? []) {
    const isColumn = columns.some((column) => column.name === name || fieldNameOf(column) === name);
    if (!isColumn && !isSystemField(name)) throw unknownField(name);
  }
}

/**
 * The `fields` of an item. Columns without a value are left out; hidden columns appear only
 * when selected.
 */
export function presentFields(
  columns: readonly StoredColumn[],
  item: StoredItem,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const system = systemFields(item);
  const shown: Record<string, unknown> = { '@odata.etag': etagOf(item) };
  const isChosen = (name: string, isHidden: boolean) =>
    select === undefined ? !isHidden : select.includes(name);
  for (const column of columns) {
    const value = item.fields[column.name];
    const name = fieldNameOf(column);
    if (value !== undefined && isChosen(name, column.hidden)) shown[name] = value;
  }
  for (const [name, value] of Object.entries(system)) {
    if (isChosen(name, false)) shown[name] = value;
  }
  if (select?.includes('ID')) shown['ID'] = Number(item.id);
  return shown;
}
