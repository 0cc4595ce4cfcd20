import { z } from 'zod';
import type { GraphClient } from './client.js';

const holderShape = z.object({ application: z.object({ id: z.string() }).optional() });
const permissionShape = z.object({
  id: z.string().min(1),
  roles: z.array(z.string()).optional(),
  grantedToIdentitiesV2: z.array(holderShape).optional(),
  grantedToIdentities: z.array(holderShape).optional(),
});
const permissionsShape = z.object({
  value: z.array(permissionShape),
  '@odata.nextLink': z.string().optional(),
});

type Permission = z.infer<typeof permissionShape>;

/** How the grant of the app on the site stands. */
export type SiteGrant =
  | { readonly kind: 'granted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-little'; readonly permissionId: string };

const enough: ReadonlySet<string> = new Set(['write', 'manage', 'owner', 'fullcontrol']);

function isFor(appId: string, permission: Permission): boolean {
  const holders = [
    ...(permission.grantedToIdentitiesV2 ?? []),
    ...(permission.grantedToIdentities ?? []),
  ];
  return holders.some(({ application }) => application?.id.toLowerCase() === appId.toLowerCase());
}

async function readPermissions(client: GraphClient, site: string): Promise<readonly Permission[]> {
  const permissions: Permission[] = [];
  let path: string | undefined = `${site}/permissions`;
  while (path !== undefined) {
    const page: z.infer<typeof permissionsShape> = await client.read(path, permissionsShape);
    permissions.push(...page.value);
    const next = page['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
  return permissions;
}

/** Whether the runtime app may write on the site. Needs Sites.FullControl.All. */
export async function readGrant(
  client: GraphClient,
  site: string,
  appId: string,
): Promise<SiteGrant> {
  const own = (await readPermissions(client, site)).find((each) => isFor(appId, each));
  if (!own) return { kind: 'missing' };
  // The collection may leave the roles out.
  const roles =
    own.roles ?? (await client.read(`${site}/permissions/${own.id}`, permissionShape)).roles ?? [];
  return roles.some((role) => enough.has(role))
    ? { kind: 'granted' }
    : { kind: 'too-little', permissionId: own.id };
}

/** Grants the app `write` on the site. */
export async function grantWrite(
  client: GraphClient,
  site: string,
  app: { readonly id: string; readonly displayName: string },
  present: SiteGrant,
): Promise<void> {
  if (present.kind === 'too-little') {
    const path = `${site}/permissions/${present.permissionId}`;
    await client.write({ method: 'PATCH', path, body: { roles: ['write'] } }, permissionShape);
    return;
  }
  const body = { roles: ['write'], grantedToIdentities: [{ application: app }] };
  await client.write({ method: 'POST', path: `${site}/permissions`, body }, permissionShape);
}
