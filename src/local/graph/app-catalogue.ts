import { readAppPackage } from '../teams-host/app-package.js';
import { insufficientPrivileges, invalidRequest } from './errors.js';
import { type FilterNode, parseFilter } from './filter/parse-filter.js';
import type { GraphCall } from './graph-call.js';
import type { GraphContext } from './graph-context.js';

const readers = ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'];

/** A teamsApp of the organisation's catalogue, as the list of it shows one. */
export interface CatalogueApp {
  readonly id: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly distributionMethod: 'organization';
}

/** The one app that this organisation has uploaded; none where its package cannot be read. */
export function uploadedApps({ deps }: GraphContext): readonly CatalogueApp[] {
  const { settings } = deps;
  const read = readAppPackage(settings.appFolder ?? process.cwd(), settings, 'ja');
  if (!('app' in read)) return [];
  const { id: externalId, name: displayName } = read.app;
  // The catalogue gives an id of its own; here the package's with another first digit.
  const id = `${externalId.startsWith('c') ? 'd' : 'c'}${externalId.slice(1)}`;
  return [{ id, externalId, displayName, distributionMethod: 'organization' }];
}

function isMet(node: FilterNode, app: CatalogueApp): boolean {
  if (node.kind !== 'compare') {
    const [left, right] = [isMet(node.left, app), isMet(node.right, app)];
    return node.kind === 'and' ? left && right : left || right;
  }
  const value = new Map(Object.entries(app)).get(node.path);
  if (value === undefined || node.comparison !== 'eq') {
    throw invalidRequest(`The filter on '${node.path}' is not supported.`);
  }
  return typeof node.literal === 'string' && node.literal.toLowerCase() === value.toLowerCase();
}

function listApps(context: GraphContext, call: GraphCall): object {
  if (!call.caller.roles.some((role) => readers.includes(role))) throw insufficientPrivileges();
  const filter = call.options.get('$filter');
  const node = filter === undefined ? undefined : parseFilter(filter);
  return {
    '@odata.context': `${call.base}/$metadata#appCatalogs/teamsApps`,
    value: uploadedApps(context).filter((app) => node === undefined || isMet(node, app)),
  };
}

/** `GET /appCatalogs/teamsApps`, with a filter by id, externalId, displayName or distributionMethod. */
export function addAppCatalogue(context: GraphContext): void {
  context.add('GET', '/appCatalogs/teamsApps', {
    name: 'GET catalogue',
    units: undefined,
    options: ['$filter'],
    run: (call) => ({ status: 200, body: listApps(context, call) }),
  });
}
