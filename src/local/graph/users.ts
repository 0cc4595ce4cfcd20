import type { Person } from '../people.js';
import { directoryObjectNotFound, insufficientPrivileges } from './errors.js';
import type { GraphCall } from './graph-call.js';
import type { GraphContext } from './graph-context.js';
import { readSelect } from './read-options.js';

const fullRoles = ['User.Read.All', 'Directory.Read.All'];

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

function getUser(context: GraphContext, call: GraphCall): object {
  if (!call.caller.roles.some((role) => fullRoles.includes(role))) throw insufficientPrivileges();
  const key = call.params['user'] ?? '';
  const person = context.deps.directory.find(key);
  if (person === undefined) throw directoryObjectNotFound(key);
  const whole = presentUser(person);
  const select = readSelect(call.options, Object.keys(whole)) ?? defaults;
  return {
    '@odata.context': `${call.base}/$metadata#users/$entity`,
    ...Object.fromEntries(Object.entries(whole).filter(([name]) => select.includes(name))),
  };
}

/** `GET /users/{id or sign-in name}`; properties beyond the default set come with `$select`. */
export function addUsers(context: GraphContext): void {
  context.add('GET', '/users/:user', {
    name: 'GET user',
    units: undefined,
    options: ['$select'],
    run: (call) => ({ status: 200, body: getUser(context, call) }),
  });
}
