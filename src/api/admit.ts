import type { IncomingMessage } from 'node:http';
import type { Instant } from '../domain/instant.js';
import type { Role } from '../domain/member.js';
import type { Answer } from './answer.js';
import type { OpenCall, StaffCall, StaffGuard } from './call.js';
import type { SignedIn } from './deps.js';
import { effectiveRoles } from './effective-roles.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';

/** Takes one request of a person off the allowance; the seconds to wait, or 0. */
export type RateLimiter = (personId: string, at: Instant) => number;

/** The bearer token; undefined where there is none, or more than one header claims to hold it. */
function tokenOf(request: IncomingMessage): string | undefined {
  const headers = request.headersDistinct['authorization'];
  if (headers?.length !== 1) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers[0] ?? '')?.[1];
}

async function signIn(request: IncomingMessage, call: OpenCall): Promise<SignedIn | Answer> {
  const { deps, locale } = call;
  const token = tokenOf(request);
  const person = token === undefined ? 'refused' : await deps.checkUserToken(token);
  if (person === 'unavailable') return apiRefusalAnswer('sign-in-unavailable', locale, 30);
  if (person === 'refused') {
    deps.logger.info({ reason: token === undefined ? 'no-token' : 'token' }, 'sign-in refused');
    return apiRefusalAnswer('not-signed-in', locale);
  }
  return person;
}

/** Whether somebody with these roles passes a guard. */
function passes(guard: StaffGuard, roles: readonly Role[]): boolean {
  switch (guard) {
    case 'staff':
      return true;
    case 'keeper':
      return roles.includes('secretariat') || roles.includes('administrator');
    case 'head':
      return roles.includes('secretariat') || roles.includes('head');
    default:
      return roles.includes(guard);
  }
}

/**
 * Lets a member of staff in, or answers why not: the register is not ready, no sound token, too many requests, not the
 * role. Roles are read from the register at every request, so a role taken away is gone with the next one.
 */
export async function admit(
  request: IncomingMessage,
  guard: StaffGuard,
  call: OpenCall,
  limit: RateLimiter,
): Promise<StaffCall | Answer> {
  const { deps, locale, at } = call;
  const readiness = deps.readiness();
  if (!readiness.ready) return apiRefusalAnswer('not-ready', locale, 5);
  const person = await signIn(request, call);
  if ('status' in person) return person;
  const { personId } = person;
  const wait = limit(personId, at);
  if (wait > 0) {
    deps.logger.warn({ personId }, 'too many requests');
    return apiRefusalAnswer('too-many-requests', locale, wait);
  }
  const roles = effectiveRoles(deps.register, person, at);
  if (!passes(guard, roles)) {
    deps.logger.warn({ personId }, 'role missing');
    return refusalAnswer({ code: 'not-permitted' }, locale);
  }
  return { ...call, person, roles, asOf: readiness.asOf };
}
