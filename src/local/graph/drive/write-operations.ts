import { invalidRequest, malformedRequest, nameAlreadyExists, notSupported } from '../errors.js';
import { checkIfMatch } from '../etag.js';
import type { GraphCall, GraphReply } from '../graph-call.js';
import { authorOf, type GraphContext, operationAdder } from '../graph-context.js';
import { driveContextOf, driveItemPatterns } from './drive-operations.js';
import { checkFileName, freeName } from './file-name.js';
import { fileAddress } from './files.js';
import {
  bodyKeyOf,
  type ConflictBehavior,
  ensureFolders,
  findAt,
  nameOf,
  putFile,
} from './library.js';
import { type DrivePlace, type DriveTarget, openExisting, openTarget } from './open-drive.js';
import { presentDriveItem } from './present-drive.js';
import { quickXorHash } from './quick-xor-hash.js';
import { removeFile } from './remove-file.js';

/** The annotation that says what becomes of a second file of the same name. */
export const behaviorOption = '@microsoft.graph.conflictBehavior';

/** Reads `@microsoft.graph.conflictBehavior`. */
export function readBehavior(value: unknown, fallback: ConflictBehavior): ConflictBehavior {
  if (value === undefined) return fallback;
  if (value === 'fail' || value === 'replace' || value === 'rename') return value;
  throw malformedRequest();
}

/** Refuses with 412 when what is there is not what `If-Match` names. */
export function checkFileMatch(call: GraphCall, { item }: DriveTarget): void {
  if (item !== undefined) checkIfMatch(call.headers['if-match'], item, 'entityTagDoesNotMatch');
}

/** Refuses to write a file where the root or a folder is. */
export function checkIsFile({ isRoot, item }: DriveTarget): void {
  if (isRoot || (item !== undefined && bodyKeyOf(item) === undefined)) {
    throw invalidRequest('The resource is not a file.');
  }
}

/** Puts a whole body at a place and answers the file. */
export function commitFile(
  context: GraphContext,
  place: DrivePlace,
  file: { path: readonly string[]; behavior: ConflictBehavior; bodyKey: string; bytes: Buffer },
  author: ReturnType<typeof authorOf>,
): GraphReply {
  const folder = ensureFolders(place.items, file.path.slice(0, -1), author);
  const at = { folder, name: file.path.at(-1) ?? '', behavior: file.behavior };
  const { bytes, bodyKey } = file;
  const body = { key: bodyKey, size: bytes.length, hash: quickXorHash(bytes) };
  const { item, isNew } = putFile(place.items, at, body, author);
  return {
    status: isNew ? 201 : 200,
    body: {
      '@odata.context': `${driveContextOf(place)}/items/$entity`,
      ...presentDriveItem(context, place, item),
    },
  };
}

function putContent(context: GraphContext, call: GraphCall): GraphReply {
  const target = openTarget(context, call, 'write');
  checkIsFile(target);
  checkFileMatch(call, target);
  const behavior = readBehavior(call.options.get(behaviorOption), 'replace');
  const bytes = call.bytes();
  const bodyKey = context.deps.random.guid();
  const { bodies } = context.files;
  bodies.write(bodyKey, 0, bytes);
  try {
    const file = { path: target.names, behavior, bodyKey, bytes };
    return commitFile(context, target, file, authorOf(call));
  } catch (error) {
    bodies.remove(bodyKey);
    throw error;
  }
}

function getContent(context: GraphContext, call: GraphCall): GraphReply {
  const target = openExisting(context, call, 'read');
  checkIsFile(target);
  const { item } = target;
  const bodyKey = item === undefined ? undefined : bodyKeyOf(item);
  if (item === undefined || bodyKey === undefined) throw invalidRequest();
  const ticket = context.files.tickets.write({ bodyKey, name: nameOf(item) });
  return { status: 302, headers: { Location: fileAddress(target.base, `download/${ticket}`) } };
}

function createFolder(context: GraphContext, call: GraphCall): GraphReply {
  const target = openExisting(context, call, 'write');
  const { name, folder, [behaviorOption]: wanted, ...others } = call.body();
  if (Object.keys(others).length > 0 || typeof name !== 'string') throw malformedRequest();
  if (typeof folder !== 'object' || folder === null) throw malformedRequest();
  checkFileName(name);
  const behavior = readBehavior(wanted, 'fail');
  if (behavior === 'replace') throw notSupported();
  const isTaken = (one: string) =>
    findAt(target.items, [...target.names, one].join('/')) !== undefined;
  if (behavior === 'fail' && isTaken(name)) throw nameAlreadyExists();
  const free = isTaken(name) ? freeName(name, isTaken) : name;
  const path = ensureFolders(target.items, [...target.names, free], authorOf(call));
  return {
    status: 201,
    body: {
      '@odata.context': `${driveContextOf(target)}/items/$entity`,
      ...presentDriveItem(context, target, findAt(target.items, path)),
    },
  };
}

function deleteItem(context: GraphContext, call: GraphCall): GraphReply {
  const target = openExisting(context, call, 'write');
  if (target.item === undefined) throw invalidRequest('The root of a drive cannot be deleted.');
  checkFileMatch(call, target);
  removeFile(context.files, target.items, target.item);
  return { status: 204 };
}

function refuseChange(): GraphReply {
  throw notSupported();
}

/** Writing, reading and deleting files (facts: graph-sharepoint.md §4.6); moving is not offered. */
export function addDriveWrites(context: GraphContext): void {
  const add = operationAdder(context);
  for (const item of driveItemPatterns) {
    add('PUT', `${item}/content`, 'PUT content', 2, [behaviorOption], putContent);
    add('GET', `${item}/content`, 'GET content', 1, [], getContent);
    add('POST', `${item}/children`, 'POST children', 2, [], createFolder);
    add('DELETE', item, 'DELETE driveItem', 2, [], deleteItem);
    add('PATCH', item, 'PATCH driveItem', 2, [], refuseChange);
  }
}
