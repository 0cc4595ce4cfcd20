import type { Person } from '../../people.js';
import { openInstalls } from '../../teams-host/installs.js';
import { type CatalogueApp, uploadedApps } from '../app-catalogue.js';
import { directoryObjectNotFound, invalidRequest, malformedRequest } from '../errors.js';
import type { GraphCall, GraphReply } from '../graph-call.js';
import type { GraphContext } from '../graph-context.js';
import { GraphFault } from '../graph-fault.js';
import { requireTeamsRole } from './teams-roles.js';

const writers = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteForUser.All',
];
const readers = [...writers, 'TeamsAppInstallation.ReadForUser.All'];

/** The person of a call; 404 when there is none. */
export function openPerson({ deps }: GraphContext, call: GraphCall): Person {
  const key = call.params['user'] ?? '';
  const person = deps.directory.find(key);
  if (person === undefined) throw directoryObjectNotFound(key);
  return person;
}

/** Whether a person has the app. */
export function hasApp({ deps }: GraphContext, person: Person): boolean {
  return openInstalls(deps.state).ofPerson(person) === 'installed';
}

function installationId(person: Person, app: CatalogueApp): string {
  return Buffer.from(`1e542550-9bf1-4d55-9a3b-2b0e2bf1d1c5##${person.id}##${app.id}`).toString(
    'base64',
  );
}

/** `…Self…` is for the app whose package names the caller; another app is not the caller's. */
function requireWriter(context: GraphContext, call: GraphCall): void {
  requireTeamsRole(call.caller, writers);
  const isOwn = call.caller.appId === context.deps.settings.appId;
  if (!isOwn) requireTeamsRole(call.caller, writers.slice(1));
}

function readBoundApp(context: GraphContext, call: GraphCall): CatalogueApp {
  const { 'teamsApp@odata.bind': bound, ...others } = call.body();
  if (Object.keys(others).length > 0 || typeof bound !== 'string') throw malformedRequest();
  const [, id] = /\/appCatalogs\/teamsApps(?:\/([^/']+)|\('([^']+)'\))$/.exec(bound) ?? [];
  const app = uploadedApps(context).find((one) => one.id === id);
  if (app !== undefined) return app;
  throw new GraphFault(404, 'NotFound', 'The app was not found in the catalogue.');
}

function install(context: GraphContext, call: GraphCall): GraphReply {
  requireWriter(context, call);
  const person = openPerson(context, call);
  readBoundApp(context, call);
  const { random, profile, installDoor, log } = context.deps;
  if (hasApp(context, person)) {
    throw new GraphFault(409, 'Conflict', 'The app is already installed in this scope.');
  }
  if (random.chance(profile.current().installRefusalChance)) {
    // Recorded: passes when tried again.
    throw new GraphFault(400, 'BadRequest', "Resource 'AppEntitlement' could not be created.");
  }
  installDoor
    .install(person, new URL(call.base).origin)
    .catch((fault: unknown) => log(`installation: ${String(fault)}`));
  return { status: 201 };
}

/** `teamsApp/externalId eq '…'` or `teamsApp/id eq '…'`: what the collection is asked by. */
function readAppFilter(text: string | undefined): (app: CatalogueApp) => boolean {
  if (text === undefined) return () => true;
  const [, member, value = ''] =
    /^\s*teamsApp\/(externalId|id|displayName)\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(text) ?? [];
  if (member === undefined) throw invalidRequest('The filter statement is not supported');
  const wanted = value.replaceAll("''", "'").toLowerCase();
  return (app) => new Map(Object.entries(app)).get(member)?.toLowerCase() === wanted;
}

function listInstalled(context: GraphContext, call: GraphCall): GraphReply {
  requireTeamsRole(call.caller, readers);
  const person = openPerson(context, call);
  const expand = call.options.get('$expand');
  if (expand !== undefined && expand !== 'teamsApp') throw invalidRequest();
  const accepts = readAppFilter(call.options.get('$filter'));
  const apps = hasApp(context, person) ? uploadedApps(context).filter(accepts) : [];
  const value = apps.map((app) => ({
    id: installationId(person, app),
    ...(expand === undefined ? {} : { teamsApp: app }),
  }));
  const odataContext = `${call.base}/$metadata#users('${person.id}')/teamwork/installedApps`;
  return { status: 200, body: { '@odata.context': odataContext, value } };
}

function uninstall(context: GraphContext, call: GraphCall): GraphReply {
  requireWriter(context, call);
  const person = openPerson(context, call);
  const isThere =
    hasApp(context, person) &&
    uploadedApps(context).some(
      (app) => installationId(person, app) === call.params['installation'],
    );
  if (!isThere) throw new GraphFault(404, 'NotFound', 'The installation was not found.');
  const { installDoor, log } = context.deps;
  installDoor
    .uninstall(person, new URL(call.base).origin)
    .catch((fault: unknown) => log(`removal: ${String(fault)}`));
  return { status: 204 };
}

/** Apps installed for a person (facts: graph-sharepoint.md §10). */
export function addInstalledApps(context: GraphContext): void {
  const installed = '/users/:user/teamwork/installedApps';
  const shared = { units: undefined, options: [] };
  context.add('POST', installed, {
    ...shared,
    name: 'POST installedApps',
    run: (call) => install(context, call),
  });
  context.add('GET', installed, {
    ...shared,
    name: 'GET installedApps',
    options: ['$expand', '$filter'],
    run: (call) => listInstalled(context, call),
  });
  context.add('DELETE', `${installed}/:installation`, {
    ...shared,
    name: 'DELETE installedApp',
    run: (call) => uninstall(context, call),
  });
}
