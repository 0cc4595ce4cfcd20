import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Directory, Person } from '../people.js';

/** A channel of the invented office. */
export interface Channel {
  id: string;
  name: string;
  general: boolean;
}

/** A team: `id` is its Microsoft 365 group; Teams names the team itself by its general channel. */
export interface Team {
  id: string;
  key: string;
  name: string;
  channels: Channel[];
  members: string[];
}

/** Where a conversation id leads. */
export type Place =
  | { kind: 'personal'; conversationId: string; person: Person }
  | { kind: 'channel'; conversationId: string; team: Team; channel: Channel; rootId?: string };

/** Ids of people and conversations as Teams forms them: per bot, opaque, stable. */
export interface Places {
  teams: readonly Team[];
  mriOf(person: Person): string;
  personByMri(mri: string): Person | undefined;
  personalConversation(person: Person): string;
  /** Understands `a:…`, `19:…@thread.tacv2` and `19:…;messageid=…`. */
  find(conversationId: string): Place | undefined;
  teamOf(generalChannelId: string): Team | undefined;
  teamsOf(person: Person): Team[];
  membersOf(team: Team): Person[];
}

function opaque(prefix: string, ...parts: string[]): string {
  return prefix + createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** Reads a file holding a JSON array of teams. */
export function readTeams(file: string | URL): Team[] {
  const read: Team[] = JSON.parse(readFileSync(file, 'utf8'));
  return read;
}

/** Id of the team in bot messages: that of its general channel. */
export function threadOf(team: Team): string {
  const general = team.channels.find((channel) => channel.general) ?? team.channels[0];
  if (general === undefined) throw new Error(`team ${team.name} has no channel`);
  return general.id;
}

/** Builds the places for one bot; members who are not in the directory are left out. */
export function openPlaces(directory: Directory, teams: readonly Team[], botId: string): Places {
  const mriOf = (person: Person) => opaque('29:', botId, person.id);
  const personalConversation = (person: Person) => opaque('a:', botId, person.id);
  const people = directory.all();
  const byMri = new Map(people.map((person) => [mriOf(person), person]));
  const byChat = new Map(people.map((person) => [personalConversation(person), person]));
  const byChannel = new Map(
    teams.flatMap((team) => team.channels.map((channel) => [channel.id, { team, channel }])),
  );
  const byThread = new Map(teams.map((team) => [threadOf(team), team]));
  return {
    teams,
    mriOf,
    personByMri: (mri) => byMri.get(mri),
    personalConversation,
    find(conversationId) {
      const person = byChat.get(conversationId);
      if (person !== undefined) return { kind: 'personal', conversationId, person };
      const [id = '', rootId] = conversationId.split(';messageid=');
      const found = byChannel.get(id);
      if (found === undefined) return undefined;
      const place = { kind: 'channel', conversationId: id, ...found } as const;
      return rootId === undefined ? place : { ...place, rootId };
    },
    teamOf: (generalChannelId) => byThread.get(generalChannelId),
    teamsOf: (person) => teams.filter((team) => team.members.includes(person.id)),
    membersOf: (team) =>
      people.filter((person) => person.accountEnabled && team.members.includes(person.id)),
  };
}
