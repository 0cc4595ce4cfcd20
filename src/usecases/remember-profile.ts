import type { Profile } from '../domain/person.js';
import type { Register, RegisterWriter, Store, Stored } from './ports.js';
import { rememberRow } from './remember-row.js';

/** What remembering needs. */
export interface RememberProfilePorts {
  readonly profiles: Store<Profile>;
  readonly register: Register;
  readonly writer: RegisterWriter;
}

const isSame = (a: Profile, b: Profile): boolean =>
  a.departmentId === b.departmentId &&
  a.sectionId === b.sectionId &&
  a.gradeId === b.gradeId &&
  a.officeKind === b.officeKind &&
  a.name === b.name;

/** Keeps the office and grade a person last confirmed, so that the next form is filled. */
export function rememberProfile(
  { profiles: store, register, writer }: RememberProfilePorts,
  profile: Profile,
): Promise<void> {
  const place = {
    store,
    keyOf: ({ personId }: Profile) => personId,
    held: (personId: string) => register.profile(personId),
    took: (stored: Stored<Profile>) => writer.tookProfile(stored),
    isSame,
  };
  return rememberRow(place, profile);
}
