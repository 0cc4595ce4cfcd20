import { z } from 'zod';
import { Failure } from '../usecases/failure.js';
import type { GraphClient } from './client.js';
import { type FileHosts, fileAddressOf } from './file-address.js';
import type { FileAnswer, FileExchange } from './file-exchange.js';

/** What uploading needs. */
export interface UploadTools {
  readonly client: GraphClient;
  readonly exchange: FileExchange;
  readonly hosts: FileHosts;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** SharePoint takes ranges of multiples of 320 KiB, below 60 MiB (facts: graph-sharepoint 4.6). */
const rangeBytes = 10 * 320 * 1024;
const mostAnswer = 64 * 1024;
const mostFailures = 5;
const firstPauseMs = 150;

const sessionShape = z.object({ uploadUrl: z.string() });
const itemShape = z.object({ id: z.string().min(1), size: z.number() });
const progressShape = z.object({ nextExpectedRanges: z.array(z.string()).min(1) });

function bodyOf(answer: FileAnswer): unknown {
  if (answer.kind !== 'answered') return undefined;
  try {
    return JSON.parse(Buffer.from(answer.bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

const isStatus = (answer: FileAnswer, ...statuses: readonly number[]): boolean =>
  answer.kind === 'answered' && statuses.includes(answer.status);

/** Where the next range begins; undefined where the answer does not say. */
function nextOf(answer: FileAnswer): number | undefined {
  if (!isStatus(answer, 200, 202)) return undefined;
  const progress = progressShape.safeParse(bodyOf(answer));
  const start = progress.success ? /^\d+/.exec(progress.data.nextExpectedRanges[0] ?? '') : null;
  return start ? Number(start[0]) : undefined;
}

function putRange(exchange: FileExchange, url: URL, bytes: Uint8Array, start: number) {
  const range = bytes.subarray(start, start + rangeBytes);
  const headers = {
    'Content-Range': `bytes ${start}-${start + range.length - 1}/${bytes.length}`,
    'Content-Type': 'application/octet-stream',
  };
  return exchange({ method: 'PUT', url, bytes: range, headers, most: mostAnswer });
}

/** A session that is over: it was used up, or forgotten. What became of the file is seen in the library. */
const isOver = (answer: FileAnswer): boolean => isStatus(answer, 404, 410);

/** One step: the next range, or where `start` is not known, the question where the service stands. */
async function step(
  exchange: FileExchange,
  url: URL,
  bytes: Uint8Array,
  start: number | undefined,
): Promise<'stored' | 'unsure' | 'failed' | number> {
  if (start === undefined) {
    const answer = await exchange({ method: 'GET', url, most: mostAnswer });
    return isOver(answer) ? 'unsure' : (nextOf(answer) ?? 'failed');
  }
  const answer = await putRange(exchange, url, bytes, start);
  // Only an item says that the file lies there; an empty answer says nothing.
  if (isStatus(answer, 200, 201) && itemShape.safeParse(bodyOf(answer)).success) return 'stored';
  const next = nextOf(answer);
  if (next === undefined || next <= start || next >= bytes.length) {
    return isOver(answer) ? 'unsure' : 'failed';
  }
  return next;
}

/**
 * Sends a file in ranges to a new upload session, below `path` (`…/root:/{name}:`). A range that fails is sent again
 * from where the service says it stands. `unsure`: whether the file lies there is to be seen in the library.
 */
export async function uploadFile(
  { client, exchange, hosts, pause }: UploadTools,
  path: string,
  bytes: Uint8Array,
): Promise<'stored' | 'unsure'> {
  const body = { item: { '@microsoft.graph.conflictBehavior': 'replace' } };
  const call = { method: 'POST', path: `${path}/createUploadSession`, body } as const;
  const { uploadUrl } = await client.write(call, sessionShape);
  const url = fileAddressOf(uploadUrl, hosts);
  let start: number | undefined = 0;
  for (let failures = 0; failures < mostFailures; ) {
    const came = await step(exchange, url, bytes, start);
    if (came === 'stored' || came === 'unsure') return came;
    start = came === 'failed' ? undefined : came;
    if (came !== 'failed') continue;
    failures += 1;
    if (failures < mostFailures) await pause(firstPauseMs * 2 ** failures);
  }
  throw new Failure('unavailable', `${call.method} ${call.path}: broken off`);
}
