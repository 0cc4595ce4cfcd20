import type { GraphReply } from './graph-call.js';
import { GraphFault } from './graph-fault.js';

/** One member of a batch, checked. */
export interface BatchMember {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  dependsOn: string[];
}

const mostMembers = 20;
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

const malformedBatch = (message: string) => new GraphFault(400, 'BadRequest', message);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isObject(value)) throw malformedBatch('Invalid batch payload format.');
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]),
  );
}

function readDependsOn(value: unknown): string[] {
  if (value === undefined) return [];
  const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  if (!isTexts) throw malformedBatch('Invalid batch payload format.');
  return value.map((entry: string) => entry.toLowerCase());
}

function readMember(value: unknown): BatchMember {
  if (!isObject(value)) throw malformedBatch('Invalid batch payload format.');
  const { id, method, url, body } = value;
  if (typeof id !== 'string' || id === '' || typeof url !== 'string') {
    throw malformedBatch('Invalid batch payload format.');
  }
  if (typeof method !== 'string' || !methods.includes(method.toUpperCase())) {
    throw malformedBatch('Invalid batch payload format.');
  }
  if (/^[a-z]+:/i.test(url)) throw malformedBatch('Batch member urls must be relative.');
  const headers = readHeaders(value['headers']);
  if (body !== undefined && headers['content-type'] === undefined) {
    throw malformedBatch('Content-Type header must be specified for requests with a body.');
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers,
    body,
    dependsOn: readDependsOn(value['dependsOn']),
  };
}

/** Reads the body of a batch; anything wrong refuses the whole batch with 400. */
export function readBatch(body: Record<string, unknown>): BatchMember[] {
  const { requests, ...others } = body;
  if (!Array.isArray(requests) || Object.keys(others).length > 0) {
    throw malformedBatch('Invalid batch payload format.');
  }
  if (requests.length > mostMembers) {
    throw malformedBatch(
      `Number of batch request steps exceeds the maximum value of ${mostMembers}.`,
    );
  }
  const members = requests.map(readMember);
  const seen = new Set<string>();
  for (const member of members) {
    if (member.dependsOn.some((id) => !seen.has(id))) {
      throw malformedBatch(`Request '${member.id}' depends on a request that does not precede it.`);
    }
    const id = member.id.toLowerCase();
    if (seen.has(id)) throw malformedBatch(`Duplicate request id '${member.id}'.`);
    seen.add(id);
  }
  return members;
}

const failedDependency = {
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code: 'FailedDependency', message: 'A request this one depends on failed.' } },
};

/** Carries the members out one after the other; 424 where a dependency failed. */
export async function runBatch(
  members: readonly BatchMember[],
  carry: (member: BatchMember) => Promise<GraphReply>,
): Promise<object[]> {
  const failed = new Set<string>();
  const responses: object[] = [];
  for (const member of members) {
    const isBlocked = member.dependsOn.some((id) => failed.has(id));
    const reply = isBlocked ? failedDependency : await carry(member);
    if (reply.status >= 400) failed.add(member.id.toLowerCase());
    responses.push({
      id: member.id,
      status: reply.status,
      headers: {
        'Cache-Control': 'no-cache',
        'Content-Type': 'application/json',
        ...reply.headers,
      },
      ...(reply.body === undefined ? {} : { body: reply.body }),
    });
  }
  return responses;
}
