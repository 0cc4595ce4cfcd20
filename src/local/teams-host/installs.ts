import type { Person } from '../people.js';
import type { State } from '../state.js';
import type { Place, Team } from './places.js';
import type { InstallState } from './wire.js';

/** Where the app is installed: for people and in teams, kept over restarts. */
export interface Installs {
  ofPerson(person: Person): InstallState;
  inTeam(team: Team): boolean;
  setPerson(person: Person, install: InstallState): void;
  setTeam(team: Team, installed: boolean): void;
  /** Whether the bot may write there. */
  reaches(place: Place): boolean;
}

/** Opens the record of installations. */
export function openInstalls(state: State): Installs {
  const kept = state.collection<InstallState>('app-installs');
  const ofPerson = (person: Person) => kept.get(`person:${person.id}`) ?? 'never';
  const inTeam = (team: Team) => kept.get(`team:${team.id}`) === 'installed';
  return {
    ofPerson,
    inTeam,
    setPerson: (person, install) => kept.set(`person:${person.id}`, install),
    setTeam: (team, installed) => kept.set(`team:${team.id}`, installed ? 'installed' : 'removed'),
    reaches: (place) =>
      place.kind === 'personal' ? ofPerson(place.person) === 'installed' : inTeam(place.team),
  };
}
