import type { Profile } from '../domain/person.js';
import type { Register, RegisterWriter, Store } from './ports.js';

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

/** Keeps the office and grade a person last confirmed, so that the next form is filled. No write where nothing changed. */
export async function rememberProfile(
  ports: RememberProfilePorts,
  profile: Profile,
): Promise<void> {
  const known = ports.register.profile(profile.personId);
  if (known && isSame(known.value, profile)) return;
  if (known) {
    const replaced = await ports.profiles.replace(known, profile);
    if (replaced.kind === 'stored') ports.writer.tookProfile(replaced.stored);
    return;
  }
  const created = await ports.profiles.create(profile);
  if (created.kind === 'stored') ports.writer.tookProfile(created.stored);
}
