import { randomUUID } from 'node:crypto';
import { seed } from './seed.mjs';

/** @typedef {{ id: string, name: string, conversation: string, profile: object, form?: object }} Speaker */

function profileOf({ department, section, jobGrade, officeKind }) {
  return {
    office: section === undefined ? department : `${department}/${section}`,
    officeKind: officeKind === 'head' ? 'head-office' : 'branch',
    jobGrade,
  };
}

function speaker(id, name, office) {
  return { id, name, conversation: `a:bench-${id}`, profile: profileOf(office) };
}

/** The people of the demo as they speak to the bot. @returns {Speaker[]} */
export const staff = () => seed.people.map((person) => speaker(person.id, person.name, person));

/** People who exist for one run only; offices are those of the demo. @returns {Speaker[]} */
export function inventPeople(count) {
  return Array.from({ length: count }, (_, index) => {
    const office = seed.people[index % seed.people.length];
    return speaker(randomUUID(), `架空の職員 ${index + 1}`, office);
  });
}
