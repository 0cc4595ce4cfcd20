import type { Person } from '../people.js';
import { directoryObjectNotFound, insufficientPrivileges, invalidRequest } from './errors.js';
import { type FilterNode, type Literal, parseFilter } from './filter/parse-filter.js';
import type { GraphCall } from './graph-call.js';
import type { GraphContext } from './graph-context.js';
import { linkOf, readSkipToken, writeSkipToken } from './paging.js';
import { readSelect, readTop } from './read-options.js';

const fullRoles = ['User.Read.All', 'Directory.Read.All'];

const filterable = [
  'accountEnabled',
  'department',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'surname',
  'userPrincipalName',
];

const listOptions = ['$select', '$filter', '$top', '$skiptoken'];
const defaultPage = 100;
const largestPage = 999;

const unsupportedFilter = () => invalidRequest('Unsupported or invalid query filter clause.');

function isSame(value: unknown, literal: Literal): boolean {
  const isText = typeof value === 'string' && typeof literal === 'string';
  return isText ? value.toLowerCase() === literal.toLowerCase() : value === literal;
}

function chosen(whole: Record<string, unknown>, select: readonly string[]) {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => select.includes(name)));
}

const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

function presentUser(person: Person): Record<string, unknown> {
  const [surname = null, givenName = null] = person.name.split(/\s+/);
  return {
    businessPhones: [],
    displayName: person.name,
    givenName,
    jobTitle: person.jobGrade,
    mail: person.upn,
    mobilePhone: null,
    officeLocation: person.officeKind,
    preferredLanguage: person.locale,
    surname,
    userPrincipalName: person.upn,
    id: person.id,
    department: person.department,
    employeeId: null,
    accountEnabled: person.accountEnabled,
  };
}

/**
 * Members a caller may read; 403 without a role for the whole. The application form of
 * `User.ReadBasic.All` was reported as refused, so it is here.
 */
function readable({ caller }: GraphCall, all: readonly string[]): readonly string[] {
  if (caller.roles.some((role) => fullRoles.includes(role))) return all;
  throw insufficientPrivileges();
}

function isMet(node: FilterNode, user: Record<string, unknown>): boolean {
  if (node.kind !== 'compare') {
    const [left, right] = [isMet(node.left, user), isMet(node.right, user)];
    return node.kind === 'and' ? left && right : left || right;
  }
  const { path, comparison, literal } = node;
  if (!filterable.includes(path)) throw unsupportedFilter();
  const value = user[path];
  if (comparison === 'eq') return isSame(value, literal);
  if (comparison !== 'startswith') throw unsupportedFilter();
  return String(value).toLowerCase().startsWith(String(literal).toLowerCase());
}

function listUsers(context: GraphContext, call: GraphCall): object {
  const people = context.deps.directory.all().map(presentUser);
  const known = readable(call, Object.keys(people[0] ?? {}));
  const select = readSelect(call.options, known) ?? defaults;
  const filter = call.options.get('$filter');
  const node = filter === undefined ? undefined : parseFilter(filter);
  const top = Math.min(readTop(call.options, defaultPage), largestPage);
  const token = call.options.get('$skiptoken');
  const start = token === undefined ? 0 : readSkipToken(token, 0).id;
  const found = people.filter((user) => node === undefined || isMet(node, user));
  const page = found.slice(start, start + top);
  const next = writeSkipToken({ id: start + top, values: [] });
  const hasMore = found.length > start + top;
  return {
    '@odata.context': `${call.base}/$metadata#users`,
    ...(hasMore ? { '@odata.nextLink': linkOf(call, listOptions, { $skiptoken: next }) } : {}),
    value: page.map((user) => chosen(user, select)),
  };
}

function getUser(context: GraphContext, call: GraphCall): object {
  const key = call.params['user'] ?? '';
  const person = context.deps.directory.find(key);
  const whole = person === undefined ? {} : presentUser(person);
  const known = readable(call, Object.keys(whole));
  if (person === undefined) throw directoryObjectNotFound(key);
  const select = readSelect(call.options, known) ?? defaults;
  return { '@odata.context': `${call.base}/$metadata#users/$entity`, ...chosen(whole, select) };
}

/** `GET /users` and `/users/{id or sign-in name}`; what is beyond the default comes with `$select`. */
export function addUsers(context: GraphContext): void {
  context.add('GET', '/users', {
    name: 'GET users',
    units: undefined,
    options: listOptions,
    run: (call) => ({ status: 200, body: listUsers(context, call) }),
  });
  context.add('GET', '/users/:user', {
    name: 'GET user',
    units: undefined,
    options: ['$select'],
    run: (call) => ({ status: 200, body: getUser(context, call) }),
  });
}
