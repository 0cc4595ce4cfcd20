import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import type { Person } from '../people.js';
import type { Desk } from './desk.js';
import { HostRefusal, hostPerson } from './host-routes.js';
import type { Place } from './places.js';
import { tabsIn } from './tabs.js';
import type { HostPerson, HostState, HostTeam } from './wire.js';

const named = z.array(z.object({ id: z.string(), ja: z.string(), en: z.string() }));
const mastersShape = z.object({ departments: named, sections: named, jobGrades: named });

/** Names of departments, sections and grades, for the line under a person's name. */
export type Masters = z.infer<typeof mastersShape>;

/** Reads masters.json. */
export function readMasters(file: string | URL): Masters {
  return mastersShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function nameOf(list: Masters['sections'], id: string | undefined, locale: string): string {
  const found = list.find((one) => one.id === id);
  if (found === undefined) return id ?? '';
  return locale.startsWith('en') ? found.en : found.ja;
}

function hostPersonOf(desk: Desk, masters: Masters, person: Person, locale: string): HostPerson {
  const department = nameOf(masters.departments, person.department, locale);
  const section = nameOf(masters.sections, person.section, locale);
  const grade = nameOf(masters.jobGrades, person.jobGrade, locale);
  const joint = locale.startsWith('en') ? ', ' : '・';
  return {
    id: person.id,
    mri: desk.places.mriOf(person),
    name: person.name,
    upn: person.upn,
    locale: person.locale,
    office: `${`${department} ${section}`.trim()}${joint}${grade}`,
    ...(person.persona !== undefined && { persona: person.persona }),
  };
}

/** The places a person sees: the chat with the bot, then the channels of the teams. */
export function placesOf(desk: Desk, person: Person): Place[] {
  const conversationId = desk.places.personalConversation(person);
  const channels = desk.places.teamsOf(person).flatMap((team) =>
    team.channels.map((channel): Place => {
      return { kind: 'channel', conversationId: channel.id, team, channel };
    }),
  );
  return [{ kind: 'personal', conversationId, person }, ...channels];
}

function teamsFor(desk: Desk, person: Person): HostTeam[] {
  return desk.places.teamsOf(person).map((team) => ({
    id: team.id,
    name: team.name,
    installed: desk.installs.inTeam(team),
    channels: team.channels.map(({ id, name }) => ({ id, name, tabs: tabsIn(desk, id) })),
  }));
}

function firstPerson(desk: Desk): Person {
  const people = desk.deps.directory.all().filter((person) => person.accountEnabled);
  const first = people.find((person) => person.persona !== undefined) ?? people[0];
  if (first === undefined) throw new HostRefusal(404, 'the directory is empty');
  return first;
}

/** GET /host/state: everything one person's page shows; without a name the first persona's. */
export function hostState(desk: Desk, masters: Masters, req: LocalRequest): Reply {
  const asked = req.url.searchParams.get('person') ?? '';
  const person = asked === '' ? firstPerson(desk) : hostPerson(desk, asked);
  const { deps, places, installs } = desk;
  const read = desk.app(person.locale);
  const messages = placesOf(desk, person).flatMap((place) => desk.chats.seenBy(person, place));
  const body: HostState = {
    me: hostPersonOf(desk, masters, person, person.locale),
    people: deps.directory
      .all()
      .filter((one) => one.accountEnabled)
      .map((one) => hostPersonOf(desk, masters, one, person.locale)),
    tenantId: deps.settings.tenantId,
    ...('app' in read ? { app: read.app } : { appProblem: read.problem }),
    chat: {
      conversationId: places.personalConversation(person),
      install: installs.ofPerson(person),
    },
    teams: teamsFor(desk, person),
    messages: messages.sort((a, b) => a.seq - b.seq),
    now: new Date(deps.clock.now()).toISOString(),
  };
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body };
}
