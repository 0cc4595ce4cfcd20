import type { Locale } from '../domain/conversation.js';
import type { MasterEntry, Masters } from '../domain/masters.js';
import type { Profile } from '../domain/person.js';
import { plainText } from './plain-text.js';

/** The label of a master entry; the id where the entry is gone. */
export function labelOf(entries: readonly MasterEntry[], id: string, locale: Locale): string {
  const entry = entries.find((each) => each.id === id);
  return entry ? entryLabel(entry, locale) : id;
}

/** The label of an entry in a language. */
export function entryLabel(entry: MasterEntry, locale: Locale): string {
  return locale === 'en' && entry.labelEn ? entry.labelEn : entry.label;
}

/** Department and section, `土木建築部 みなと土木事務所`, safe in Markdown. */
export function officeLabel(
  office: { readonly departmentId: string; readonly sectionId?: string },
  masters: Masters,
  locale: Locale,
): string {
  const department = labelOf(masters.departments, office.departmentId, locale);
  if (office.sectionId === undefined) return plainText(department);
  const section = labelOf(masters.sections, office.sectionId, locale);
  return plainText(locale === 'ja' ? `${department} ${section}` : `${department}, ${section}`);
}

/** Office and grade in one line, `土木建築部 みなと土木事務所・主任級`, safe in Markdown. */
export function profileLabel(
  profile: Omit<Profile, 'personId' | 'name'>,
  masters: Masters,
  locale: Locale,
): string {
  const grade = plainText(labelOf(masters.jobGrades, profile.gradeId, locale));
  const office = officeLabel(profile, masters, locale);
  return locale === 'ja' ? `${office}・${grade}` : `${office}, ${grade}`;
}
