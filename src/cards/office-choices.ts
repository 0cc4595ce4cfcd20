import type { Locale } from '../domain/conversation.js';
import type { CivilDate } from '../domain/instant.js';
import { type Department, type Masters, type Section, validOn } from '../domain/masters.js';
import { entryLabel } from './labels.js';

/** One entry of a choice list. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** More than these make a card too heavy; then departments alone are offered, and one's own sections. */
const mostOffices = 40;

/** Department and section as one value of a choice, `doboku/minato-doboku`. */
export function officeValue(office: {
  readonly departmentId: string;
  readonly sectionId?: string | undefined;
}): string {
  return office.sectionId ? `${office.departmentId}/${office.sectionId}` : office.departmentId;
}

/** The two parts of an office value; the domain checks whether they exist and belong together. */
export function readOfficeValue(value: string): { department: string; section?: string } {
  const [department = '', section] = value.split('/', 2);
  return section ? { department, section } : { department };
}

function officesOf(
  department: Department,
  sections: readonly Section[],
  locale: Locale,
): readonly Choice[] {
  const name = entryLabel(department, locale);
  const own = sections.filter((section) => section.departmentId === department.id);
  if (own.length === 0) return [{ title: name, value: department.id }];
  return own.map((section) => ({
    title:
      locale === 'ja'
        ? `${name}／${entryLabel(section, locale)}`
        : `${name} / ${entryLabel(section, locale)}`,
    value: officeValue({ departmentId: department.id, sectionId: section.id }),
  }));
}

/**
 * 部局／課室 as one list, because a card cannot let one list depend on another (decision 0020). A department without
 * sections is an entry of its own.
 */
export function officeChoices(
  masters: Masters,
  today: CivilDate,
  locale: Locale,
  ownDepartmentId: string | undefined,
): readonly Choice[] {
  const departments = validOn(masters.departments, today);
  const sections = validOn(masters.sections, today);
  const offered =
    sections.length <= mostOffices
      ? sections
      : sections.filter((section) => section.departmentId === ownDepartmentId);
  return departments.flatMap((department) => officesOf(department, offered, locale));
}
