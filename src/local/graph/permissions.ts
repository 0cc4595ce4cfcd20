import { itemNotFound, malformedRequest } from './errors.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import { type GraphContext, openSite, operationAdder } from './graph-context.js';
import type { StoredGrant } from './stored-types.js';

const rolesAtCreation = ['read', 'write', 'owner', 'fullcontrol'];
const rolesLater = [...rolesAtCreation, 'manage'];

function readRoles(value: unknown, allowed: readonly string[]): string[] {
  if (!Array.isArray(value) || value.length === 0) throw malformedRequest();
  return value.map((role: unknown) => {
    if (typeof role !== 'string' || !allowed.includes(role)) throw malformedRequest();
    return role;
  });
}

function readApplication(identity: unknown): { id: string; displayName: string } {
  if (typeof identity !== 'object' || identity === null) throw malformedRequest();
  const { application }: { application?: unknown } = identity;
  if (typeof application !== 'object' || application === null) throw malformedRequest();
  const { id, displayName = '' }: { id?: unknown; displayName?: unknown } = application;
  if (typeof id !== 'string' || typeof displayName !== 'string') throw malformedRequest();
  return { id, displayName };
}

/** The three ways in which the receiving application was seen named. */
function readGrantee(body: Record<string, unknown>): { id: string; displayName: string } {
  const { grantedToIdentities, grantedTo, grantedToV2 } = body;
  const given = grantedToIdentities ?? grantedTo ?? grantedToV2;
  return readApplication(Array.isArray(given) ? given[0] : given);
}

function presentGrant(grant: StoredGrant): object {
  const application = { displayName: grant.displayName, id: grant.appId };
  return {
    id: grant.id,
    roles: grant.roles,
    grantedToIdentitiesV2: [{ application }],
    grantedToIdentities: [{ application }],
  };
}

function findGrant(context: GraphContext, call: GraphCall): StoredGrant {
  const site = openSite(context, call, 'fullcontrol');
  const { permission } = call.params;
  const grant = context.store.grants.of(site.id).find((entry) => entry.id === permission);
  if (grant === undefined) throw itemNotFound();
  return grant;
}

function createGrant(context: GraphContext, call: GraphCall): GraphReply {
  const site = openSite(context, call, 'fullcontrol');
  const { roles, ...identity } = call.body();
  const application = readGrantee(identity);
  const grant: StoredGrant = {
    id: context.deps.random.guid(),
    siteId: site.id,
    appId: application.id,
    displayName: application.displayName,
    roles: readRoles(roles, rolesAtCreation),
  };
  context.store.grants.put(grant);
  return { status: 201, body: presentGrant(grant) };
}

function listGrants(context: GraphContext, call: GraphCall): GraphReply {
  const site = openSite(context, call, 'fullcontrol');
  return { status: 200, body: { value: context.store.grants.of(site.id).map(presentGrant) } };
}

function patchGrant(context: GraphContext, call: GraphCall): GraphReply {
  const grant = findGrant(context, call);
  const { roles, ...others } = call.body();
  if (Object.keys(others).length > 0) throw malformedRequest();
  const changed = { ...grant, roles: readRoles(roles, rolesLater) };
  context.store.grants.put(changed);
  return { status: 200, body: presentGrant(changed) };
}

function deleteGrant(context: GraphContext, call: GraphCall): GraphReply {
  context.store.grants.remove(findGrant(context, call).id);
  return { status: 204 };
}

/** Grants on a site, for applications with Sites.Selected (facts: §9). 5 units each. */
export function addPermissions(context: GraphContext): void {
  const permissions = '/sites/:site/permissions';
  const add = operationAdder(context);
  add('GET', permissions, 'GET permissions', 5, [], listGrants);
  add('POST', permissions, 'POST permissions', 5, [], createGrant);
  add('GET', `${permissions}/:permission`, 'GET permission', 5, [], (inner, call) => ({
    status: 200,
    body: presentGrant(findGrant(inner, call)),
  }));
  add('PATCH', `${permissions}/:permission`, 'PATCH permission', 5, [], patchGrant);
  add('DELETE', `${permissions}/:permission`, 'DELETE permission', 5, [], deleteGrant);
}
