import type { GraphContext } from '../graph-context.js';
import { presentAuthor } from '../present-author.js';
import { listUrl } from '../present-item.js';
import { presentTime } from '../present-time.js';
import type { StoredItem } from '../stored-types.js';
import { driveItemIdOf } from './drive-ids.js';
import { mimeTypeOf } from './file-name.js';
import { fileAddress } from './files.js';
import { bodyKeyOf, childrenOf, findAt, nameOf, pathOf } from './library.js';
import type { DrivePlace } from './open-drive.js';

/** The etag of a file: the guid in capitals and braces, other than a list item's. */
export function fileEtag(item: StoredItem): string {
  return `"{${item.guid.toUpperCase()}},${item.n}"`;
}

/** A drive as answered. */
export function presentDrive({ site, list, driveId }: DrivePlace): Record<string, unknown> {
  return {
    createdDateTime: presentTime(list.createdAt),
    description: list.description,
    id: driveId,
    lastModifiedDateTime: presentTime(list.modifiedAt),
    name: list.displayName,
    webUrl: listUrl(site, list),
    driveType: 'documentLibrary',
    createdBy: { user: { displayName: 'System Account' } },
    quota: {
      deleted: 0,
      remaining: 27_487_790_694_400,
      state: 'normal',
      total: 27_487_790_694_400,
    },
  };
}

function presentParent(place: DrivePlace, folder: string): Record<string, unknown> {
  const { list, site, items, driveId } = place;
  const parent = folder === '' ? undefined : findAt(items, folder);
  const encoded = folder.split('/').map(encodeURIComponent).join('/');
  return {
    driveType: 'documentLibrary',
    driveId,
    id: driveItemIdOf(list, parent?.guid ?? list.id),
    name: parent === undefined ? list.displayName : nameOf(parent),
    path: `/drives/${driveId}/root:${folder === '' ? '' : `/${encoded}`}`,
    siteId: site.id,
  };
}

function presentRoot(place: DrivePlace): Record<string, unknown> {
  const { list, site, items, driveId } = place;
  return {
    createdDateTime: presentTime(list.createdAt),
    id: driveItemIdOf(list, list.id),
    lastModifiedDateTime: presentTime(list.modifiedAt),
    name: 'root',
    webUrl: listUrl(site, list),
    size: items.all().reduce((sum, item) => sum + Number(item.fields['BodySize'] ?? 0), 0),
    parentReference: { driveType: 'documentLibrary', driveId },
    folder: { childCount: childrenOf(items, '').length },
    root: {},
  };
}

function presentKind(context: GraphContext, place: DrivePlace, item: StoredItem) {
  const bodyKey = bodyKeyOf(item);
  if (bodyKey === undefined) {
    return { folder: { childCount: childrenOf(place.items, pathOf(item)).length }, size: 0 };
  }
  const name = nameOf(item);
  const ticket = context.files.tickets.write({ bodyKey, name });
  return {
    '@microsoft.graph.downloadUrl': fileAddress(place.base, `download/${ticket}`),
    file: {
      hashes: { quickXorHash: item.fields['BodyHash'] },
      mimeType: mimeTypeOf(name),
    },
    size: Number(item.fields['BodySize'] ?? 0),
  };
}

/** A file, a folder or (undefined) the root, as answered; app-only writes name no person. */
export function presentDriveItem(
  context: GraphContext,
  place: DrivePlace,
  item: StoredItem | undefined,
): Record<string, unknown> {
  if (item === undefined) return presentRoot(place);
  const path = pathOf(item);
  const [created, modified] = [presentTime(item.createdAt), presentTime(item.modifiedAt)];
  return {
    createdDateTime: created,
    cTag: `"c:{${item.guid.toUpperCase()}},${item.n}"`,
    eTag: fileEtag(item),
    id: driveItemIdOf(place.list, item.guid),
    lastModifiedDateTime: modified,
    name: nameOf(item),
    webUrl: `${listUrl(place.site, place.list)}/${path.split('/').map(encodeURIComponent).join('/')}`,
    createdBy: presentAuthor(item.author),
    lastModifiedBy: presentAuthor(item.editor),
    parentReference: presentParent(place, String(item.fields['FileDirRef'] ?? '')),
    fileSystemInfo: { createdDateTime: created, lastModifiedDateTime: modified },
    shared: { scope: 'users' },
    ...presentKind(context, place, item),
  };
}

/** Members that `$select` may name, of files and folders together. */
export const driveItemMembers = [
  '@microsoft.graph.downloadUrl',
  'createdDateTime',
  'cTag',
  'eTag',
  'id',
  'lastModifiedDateTime',
  'name',
  'webUrl',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'fileSystemInfo',
  'shared',
  'size',
  'file',
  'folder',
  'root',
];
