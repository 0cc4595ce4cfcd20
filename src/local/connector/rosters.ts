import type { Reply } from '../http.js';
import type { Person } from '../people.js';
import { type Place, type Team, threadOf } from '../teams-host/places.js';
import {
  type ConnectorCall,
  ConnectorRefusal,
  countCall,
  mustReach,
  placeOf,
} from './connector-call.js';
import { refusals } from './refusals.js';

function memberOf(call: ConnectorCall, person: Person): object {
  const [surname = person.name, givenName = ''] = person.name.split(' ');
  return {
    id: call.desk.places.mriOf(person),
    aadObjectId: person.id,
    name: person.name,
    givenName,
    surname,
    email: person.upn,
    userPrincipalName: person.upn,
    tenantId: call.desk.deps.settings.tenantId,
    userRole: 'user',
  };
}

function roster(call: ConnectorCall): Person[] {
  const place: Place = placeOf(call);
  mustReach(call, place);
  countCall(call, 'read', place.conversationId);
  return place.kind === 'personal' ? [place.person] : call.desk.places.membersOf(place.team);
}

/** GET …/members (deprecated in Teams, still answered). */
export function members(call: ConnectorCall): Reply {
  return { status: 200, body: roster(call).map((person) => memberOf(call, person)) };
}

const fewestPerPage = 50;
const mostPerPage = 500;
const usualPerPage = 200;

/** GET …/pagedmembers: between 50 and 500 a page, whatever was asked for. */
export function pagedMembers(call: ConnectorCall): Reply {
  const all = roster(call);
  const query = call.req.url.searchParams;
  const asked = Number(query.get('pageSize') || usualPerPage);
  const token = query.get('continuationToken') ?? '';
  const from = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(from) || from < 0 || Number.isNaN(asked)) {
    throw new ConnectorRefusal(refusals.badArgument('Invalid page size or continuation token.'));
  }
  const until = from + Math.min(mostPerPage, Math.max(fewestPerPage, Math.trunc(asked)));
  const next = Buffer.from(String(until), 'utf8').toString('base64url');
  return {
    status: 200,
    body: {
      ...(until < all.length && { continuationToken: next }),
      members: all.slice(from, until).map((person) => memberOf(call, person)),
    },
  };
}

/** GET …/members/{id}: by id for this bot, object id or sign-in name. */
export function member(call: ConnectorCall): Reply {
  const asked = call.req.params['member'] ?? '';
  const found = roster(call).find(
    (person) =>
      call.desk.places.mriOf(person) === asked ||
      [person.id, person.upn].includes(asked.toLowerCase()),
  );
  if (found === undefined) throw new ConnectorRefusal(refusals.memberNotFound());
  return { status: 200, body: memberOf(call, found) };
}

function teamOf(call: ConnectorCall): Team {
  const team = call.desk.places.teamOf(call.req.params['team'] ?? '');
  if (team === undefined) throw new ConnectorRefusal(refusals.conversationNotFound());
  if (!call.desk.installs.inTeam(team)) throw new ConnectorRefusal(refusals.notInRoster());
  countCall(call, 'read', threadOf(team));
  return team;
}

/** GET /v3/teams/{team}. */
export function teamDetails(call: ConnectorCall): Reply {
  const team = teamOf(call);
  return {
    status: 200,
    body: {
      id: threadOf(team),
      name: team.name,
      aadGroupId: team.id,
      type: 'standard',
      memberCount: call.desk.places.membersOf(team).length,
      channelCount: team.channels.length,
    },
  };
}

/** GET /v3/teams/{team}/conversations: the general channel comes without a name. */
export function teamConversations(call: ConnectorCall): Reply {
  const conversations = teamOf(call).channels.map(({ id, name, general }) =>
    general ? { id } : { id, name },
  );
  return { status: 200, body: { conversations } };
}
