import { malformedRequest, notSupported } from '../errors.js';
import type { GraphCall, GraphReply } from '../graph-call.js';
import { authorOf, type GraphContext } from '../graph-context.js';
import { driveItemPatterns } from './drive-operations.js';
import { checkFileName } from './file-name.js';
import { fileAddress } from './files.js';
import type { ConflictBehavior } from './library.js';
import { openTarget } from './open-drive.js';
import type { UploadSession } from './upload-sessions.js';
import { behaviorOption, checkFileMatch, checkIsFile, readBehavior } from './write-operations.js';

interface UploadWish {
  behavior: ConflictBehavior | undefined;
  name: string | undefined;
}

const itemMembers = ['@odata.type', behaviorOption, 'name', 'fileSize', 'fileSystemInfo'];

function readItem(item: unknown): UploadWish {
  if (item === undefined) return { behavior: undefined, name: undefined };
  if (typeof item !== 'object' || item === null) throw malformedRequest();
  const members = new Map<string, unknown>(Object.entries(item));
  if ([...members.keys()].some((name) => !itemMembers.includes(name))) throw malformedRequest();
  const name = members.get('name');
  if (name !== undefined && typeof name !== 'string') throw malformedRequest();
  if (name !== undefined) checkFileName(name);
  const behavior = members.get(behaviorOption);
  return { behavior: behavior === undefined ? undefined : readBehavior(behavior, 'fail'), name };
}

function readWish(call: GraphCall): UploadWish {
  if (call.headers['content-type'] === undefined) return readItem(undefined);
  const { item, deferCommit = false, ...others } = call.body();
  if (deferCommit !== false) throw notSupported();
  if (Object.keys(others).length > 0) throw malformedRequest();
  return readItem(item);
}

/** What is told of an upload that is not finished. */
export function presentUpload(
  { deps }: GraphContext,
  session: UploadSession,
): Record<string, unknown> {
  const { received, total } = session;
  const isEndTold = total !== undefined && deps.profile.current().uploadRangesWithEnd;
  const end = isEndTold ? total - 1 : '';
  return {
    expirationDateTime: new Date(session.expiresAt).toISOString(),
    nextExpectedRanges: [`${received}-${end}`],
  };
}

function createUpload(context: GraphContext, call: GraphCall): GraphReply {
  const target = openTarget(context, call, 'write');
  checkIsFile(target);
  checkFileMatch(call, target);
  const { behavior, name = target.names.at(-1) ?? '' } = readWish(call);
  // Addressed by its own id, a file is replaced; by a path it is created.
  const fallback = call.params['path'] === undefined ? 'replace' : 'fail';
  const session = context.files.uploads.open({
    driveId: target.driveId,
    path: [...target.names.slice(0, -1), name],
    behavior: behavior ?? fallback,
    author: authorOf(call),
  });
  return {
    status: 200,
    body: {
      '@odata.context': `${call.base}/$metadata#microsoft.graph.uploadSession`,
      ...presentUpload(context, session),
      uploadUrl: fileAddress(call.base, `upload/${session.id}`),
    },
  };
}

/** `createUploadSession` of a file, new or old. */
export function addUploads(context: GraphContext): void {
  for (const item of driveItemPatterns) {
    context.add('POST', `${item}/createUploadSession`, {
      name: 'POST createUploadSession',
      units: 2,
      options: [],
      run: (call) => createUpload(context, call),
    });
  }
}
