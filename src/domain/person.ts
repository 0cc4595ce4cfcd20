/** A person's Entra object id, a lower-case GUID. */
export type PersonId = string;

const outsideMark = 'outside:';

/** The id of a proposer who does not use Teams: nobody signs in with it, and no two proposals share it. */
export function outsideId(token: string): PersonId {
  return `${outsideMark}${token}`;
}

/** Whether it is the id of somebody who does not use Teams, and is told through the office 所属経由. */
export function isOutsideTeams(personId: PersonId): boolean {
  return personId.startsWith(outsideMark);
}

/** Who did something, as the trail keeps it: application tokens leave no human name in SharePoint itself. */
export interface Actor {
  readonly id: PersonId;
  readonly name: string;
}

/** The actor of what the product does by itself at its time. */
export const theSystem: Actor = { id: 'system', name: 'Mebuki' };

/** Head office or branch. */
export const officeKinds = ['head-office', 'branch'] as const;

/** One of the office kinds. */
export type OfficeKind = (typeof officeKinds)[number];

/** What a person last confirmed about own office and grade; fills the next form. */
export interface Profile {
  readonly personId: PersonId;
  readonly name: string;
  readonly departmentId: string;
  /** Absent where the department has no sections to choose from. */
  readonly sectionId?: string;
  readonly gradeId: string;
  readonly officeKind: OfficeKind;
}

/** The proposer as frozen at submission. Never shown to those who judge or read, unless consented. */
export type Proposer = Profile;
