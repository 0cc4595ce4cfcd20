import { readFileSync } from 'node:fs';

/** Someone in the invented directory. */
export interface Person {
  /** Entra object id. */
  id: string;
  name: string;
  upn: string;
  locale: 'ja-JP' | 'en-US';
  department: string;
  section?: string;
  jobGrade: string;
  officeKind: string;
  persona?: 'staff' | 'secretariat' | 'owner' | 'head' | 'executive' | 'administrator';
  accountEnabled: boolean;
}

/** The directory: all people, findable by object id or sign-in name in any case. */
export interface Directory {
  all(): readonly Person[];
  find(idOrUpn: string): Person | undefined;
}

/** Builds the directory; throws when two people share an id or a sign-in name. */
export function openDirectory(people: readonly Person[]): Directory {
  const byKey = new Map<string, Person>();
  for (const person of people) {
    for (const key of [person.id.toLowerCase(), person.upn.toLowerCase()]) {
      if (byKey.has(key)) throw new Error(`two people share ${key}`);
      byKey.set(key, person);
    }
  }
  return { all: () => people, find: (idOrUpn) => byKey.get(idOrUpn.toLowerCase()) };
}

/** Reads a file holding a JSON array of people. */
export function readPeople(file: string | URL): Person[] {
  const read: Person[] = JSON.parse(readFileSync(file, 'utf8'));
  return read;
}
