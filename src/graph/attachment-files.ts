import { z } from 'zod';
import type { AttachmentLibrary, ListedFile } from '../usecases/attachment-ports.js';
import { Failure } from '../usecases/failure.js';
import { failureOf, type GraphAnswer, type GraphCall } from './answer.js';
import { fileAddressOf } from './file-address.js';
import type { ListPath } from './list-items.js';
import { type UploadTools, uploadFile } from './upload-file.js';

/** Above this a file is sent in ranges. */
const mostAtOnce = 4 * 1024 * 1024;
const mostTries = 2;
/** A few megabytes over a slow line. */
const timeoutMs = 60_000;

const sizeShape = z.object({ size: z.number() });
const pageShape = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      lastModifiedDateTime: z.string(),
      file: z.looseObject({}).optional(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

const isStatus = (answer: GraphAnswer, ...statuses: readonly number[]): boolean =>
  answer.kind === 'answered' && statuses.includes(answer.status);

/** After these nothing is known: the file may have been written. */
const isUnknown = (answer: GraphAnswer): boolean =>
  answer.kind === 'unanswered' ||
  answer.status < 400 ||
  (answer.status >= 500 && answer.status !== 507);

interface Library extends UploadTools {
  /** `…/drive/root:/{name}` */
  readonly fileAt: (name: string) => string;
}

/** Whether a file lies there. Nothing else is ever written under its name, and never a part of it. */
async function lies({ client, fileAt }: Library, name: string): Promise<boolean> {
  const call: GraphCall = { method: 'GET', path: `${fileAt(name)}?$select=size` };
  const answer = await client.exchange(call);
  if (isStatus(answer, 404)) return false;
  const item = answer.kind === 'answered' ? sizeShape.safeParse(answer.body) : undefined;
  if (isStatus(answer, 200) && item?.success) return item.data.size > 0;
  throw failureOf(call, answer);
}

async function putWhole(
  { client, fileAt }: Library,
  name: string,
  bytes: Uint8Array,
): Promise<'stored' | 'unsure'> {
  const call: GraphCall = { method: 'PUT', path: `${fileAt(name)}:/content`, bytes, timeoutMs };
  const answer = await client.exchange(call);
  const item = answer.kind === 'answered' ? sizeShape.safeParse(answer.body) : undefined;
  if (isStatus(answer, 200, 201) && item?.success) return 'stored';
  if (isUnknown(answer)) return 'unsure';
  throw failureOf(call, answer);
}

async function put(library: Library, name: string, bytes: Uint8Array): Promise<void> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const put =
      bytes.length > mostAtOnce
        ? await uploadFile(library, `${library.fileAt(name)}:`, bytes)
        : await putWhole(library, name, bytes);
    if (put === 'stored' || (await lies(library, name))) return;
  }
  throw new Failure('unavailable', 'a file was not taken by its library');
}

/** The address from which a file can be fetched now; undefined where there is none. */
async function placeOf({ client, fileAt, hosts }: Library, name: string): Promise<URL | undefined> {
  const call: GraphCall = { method: 'GET', path: `${fileAt(name)}:/content` };
  const answer = await client.exchange(call);
  if (isStatus(answer, 404)) return undefined;
  if (answer.kind === 'answered' && answer.status === 302) {
    return fileAddressOf(answer.location, hosts);
  }
  throw failureOf(call, answer);
}

async function read(library: Library, name: string, most: number): Promise<Uint8Array | undefined> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const url = await placeOf(library, name);
    if (!url) return undefined;
    const answer = await library.exchange({ method: 'GET', url, most });
    if (answer.kind === 'too-large') return undefined;
    if (answer.kind === 'answered' && answer.status === 200) return answer.bytes;
  }
  throw new Failure('unavailable', 'a file could not be fetched');
}

async function remove({ client, fileAt }: Library, name: string): Promise<void> {
  const call: GraphCall = { method: 'DELETE', path: fileAt(name) };
  const answer = await client.exchange(call);
  if (!isStatus(answer, 200, 204, 404)) throw failureOf(call, answer);
}

async function list({ client }: Library, root: string): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const select = '$select=name,lastModifiedDateTime,file&$top=200';
  let path: string | undefined = `${root}/children?${select}`;
  while (path !== undefined) {
    const page: z.infer<typeof pageShape> = await client.read(path, pageShape);
    for (const { name, lastModifiedDateTime, file } of page.value) {
      if (file) files.push({ name, at: Date.parse(lastModifiedDateTime) });
    }
    const next = page['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
  return files;
}

/** The library of attachments behind its port. */
export function createAttachmentLibrary(path: ListPath, tools: UploadTools): AttachmentLibrary {
  const fileAt = (name: string): string => `${path()}/drive/root:/${encodeURIComponent(name)}`;
  const library: Library = { ...tools, fileAt };
  return {
    put: (name, bytes) => put(library, name, bytes),
    read: (name, most) => read(library, name, most),
    remove: (name) => remove(library, name),
    list: () => list(library, `${path()}/drive/root`),
  };
}
