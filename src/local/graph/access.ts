import { accessDenied } from './errors.js';
import type { Caller } from './graph-call.js';
import type { StoredGrant } from './stored-types.js';

/** What a call needs on its site, from least to most. */
export type AccessLevel = 'read' | 'write' | 'manage' | 'fullcontrol';

const order: readonly AccessLevel[] = ['read', 'write', 'manage', 'fullcontrol'];

const tenantWide = new Map<string, AccessLevel>([
  ['Sites.Read.All', 'read'],
  ['Sites.ReadWrite.All', 'write'],
  ['Sites.Manage.All', 'manage'],
  ['Sites.FullControl.All', 'fullcontrol'],
]);

const granted = new Map<string, AccessLevel>([
  ['read', 'read'],
  ['write', 'write'],
  ['manage', 'manage'],
  ['owner', 'fullcontrol'],
  ['fullcontrol', 'fullcontrol'],
]);

function levelsOf(caller: Caller, grants: readonly StoredGrant[]): AccessLevel[] {
  const wide = caller.roles.flatMap((role) => tenantWide.get(role) ?? []);
  if (!caller.roles.includes('Sites.Selected')) return wide;
  const own = grants.filter((grant) => grant.appId.toLowerCase() === caller.appId.toLowerCase());
  return [
    ...wide,
    ...own.flatMap((grant) => grant.roles.flatMap((role) => granted.get(role) ?? [])),
  ];
}

/** Refuses with 403 unless a role of the token, or a grant on the site, reaches the level. */
export function requireAccess(
  caller: Caller,
  grants: readonly StoredGrant[],
  needed: AccessLevel,
): void {
  const reached = levelsOf(caller, grants).some(
    (level) => order.indexOf(level) >= order.indexOf(needed),
  );
  if (!reached) throw accessDenied();
}
