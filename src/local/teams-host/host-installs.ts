import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import type { Person } from '../people.js';
import { installActivity, membersActivity } from './activities.js';
import type { Desk } from './desk.js';
import { HostRefusal, hostBase, hostBody, hostPerson } from './host-routes.js';
import type { Place, Team } from './places.js';

/** Installs the app for one person: both documented activities, in the documented order. */
export async function installForPerson(desk: Desk, person: Person, base: string): Promise<void> {
  const first = desk.installs.ofPerson(person) === 'never';
  const conversationId = desk.places.personalConversation(person);
  const place: Place = { kind: 'personal', conversationId, person };
  desk.installs.setPerson(person, 'installed');
  desk.chats.changed(place);
  const added = desk.door.deliver(installActivity(desk.origin(person, place, base), 'add'));
  // The bot meets the person only once; a later installation is not a new conversation.
  if (first) {
    await desk.door.deliver(membersActivity(desk.origin(person, place, base), 'membersAdded'));
  }
  await added;
}

/** Removes the app for one person. */
export async function uninstallForPerson(desk: Desk, person: Person, base: string): Promise<void> {
  const conversationId = desk.places.personalConversation(person);
  const place: Place = { kind: 'personal', conversationId, person };
  desk.installs.setPerson(person, 'removed');
  desk.chats.changed(place);
  await desk.door.deliver(installActivity(desk.origin(person, place, base), 'remove'));
}

async function setInTeam(
  desk: Desk,
  person: Person,
  team: Team,
  base: string,
  installed: boolean,
): Promise<void> {
  const [channel] = team.channels;
  if (channel === undefined || !team.members.includes(person.id)) {
    throw new HostRefusal(403, `${person.upn} is not in ${team.name}`);
  }
  const place: Place = { kind: 'channel', conversationId: channel.id, team, channel };
  desk.installs.setTeam(team, installed);
  desk.chats.changed(place);
  const { door } = desk;
  const change = installed ? 'membersAdded' : 'membersRemoved';
  const action = installed ? 'add' : 'remove';
  await Promise.all([
    door.deliver(membersActivity(desk.origin(person, place, base), change)),
    door.deliver(installActivity(desk.origin(person, place, base), action)),
  ]);
}

const shape = z.object({ person: z.string(), team: z.string().optional() });

/** POST (install) and DELETE (uninstall) of /host/installs, for the person or in one team. */
export async function changeInstall(
  desk: Desk,
  req: LocalRequest,
  installed: boolean,
): Promise<Reply> {
  const { person: who, team: teamId } = hostBody(shape, req);
  const person = hostPerson(desk, who);
  const base = hostBase(desk, req);
  if (teamId !== undefined) {
    const team = desk.places.teams.find((one) => one.id === teamId);
    if (team === undefined) throw new HostRefusal(404, `there is no team ${teamId}`);
    if (desk.installs.inTeam(team) !== installed) {
      await setInTeam(desk, person, team, base, installed);
    }
    return { status: 204 };
  }
  const has = desk.installs.ofPerson(person) === 'installed';
  if (installed && !has) await installForPerson(desk, person, base);
  if (!installed && has) await uninstallForPerson(desk, person, base);
  return { status: 204 };
}
