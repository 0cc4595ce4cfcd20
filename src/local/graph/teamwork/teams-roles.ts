import type { Caller } from '../graph-call.js';
import { GraphFault } from '../graph-fault.js';

/** Refuses with 403, naming the roles that would do and those that came, as recorded. */
export function requireTeamsRole(caller: Caller, accepted: readonly string[]): void {
  if (caller.roles.some((role) => accepted.includes(role))) return;
  throw new GraphFault(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${accepted.join(', ')}'. Roles on the request '${caller.roles.join(', ')}'.`,
  );
}
