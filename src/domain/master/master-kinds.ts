import type { ChannelMapping } from '../channel-map.js';
import type { CivilDate } from '../instant.js';
import type { Category, Department, JobGrade, Section } from '../masters.js';
import type { Member, Role } from '../member.js';
import type { Recorded } from '../recorded.js';
import type { ThesaurusRow } from '../thesaurus.js';
import type { OfficeDay } from '../working-days.js';

/** The masters, in the order in which they depend on each other. */
export const masterKinds = [
  'departments',
  'sections',
  'jobGrades',
  'categories',
  'holidays',
  'thesaurus',
  'members',
  'channels',
] as const;

/** One of the masters. */
export type MasterKind = (typeof masterKinds)[number];

/** What the rows of each master are. */
export interface MasterOf {
  readonly departments: Department & Recorded;
  readonly sections: Section & Recorded;
  readonly jobGrades: JobGrade & Recorded;
  readonly categories: Category & Recorded;
  readonly holidays: OfficeDay & Recorded;
  readonly thesaurus: ThesaurusRow & Recorded;
  readonly members: Member & Recorded;
  readonly channels: ChannelMapping & Recorded;
}

/** All rows of all masters, those of other days included. */
export type MasterRows = { readonly [K in MasterKind]: readonly MasterOf[K][] };

/** Days between which a row is valid. A holiday is valid on its own day. */
export interface Validity {
  readonly validFrom?: CivilDate;
  readonly validTo?: CivilDate;
}

/** A row as far as every master has it. */
export type AnyMasterRow = Recorded & Validity;

/** Who keeps a master. Roles and channels decide who may do and hear what, so that they are the administrator's. */
export const keepersOf: Readonly<Record<MasterKind, readonly Role[]>> = {
  departments: ['secretariat', 'administrator'],
  sections: ['secretariat', 'administrator'],
  jobGrades: ['secretariat', 'administrator'],
  categories: ['secretariat', 'administrator'],
  holidays: ['secretariat', 'administrator'],
  thesaurus: ['secretariat', 'administrator'],
  members: ['administrator'],
  channels: ['administrator'],
};

/** The key of a member: who, as what, for which department, since when. A person can hold a role twice, at different times. */
export function memberKey({ personId, role, departmentId = '', validFrom = '' }: Member): string {
  return [personId, role, departmentId, validFrom].join('|');
}

type KeyOf = { readonly [K in MasterKind]: (row: MasterOf[K]) => string };

const ofId = ({ id }: { readonly id: string }): string => id;

/** The key of a row within its master: never used again for another one. */
export const masterKeys: KeyOf = {
  departments: ofId,
  sections: ofId,
  jobGrades: ofId,
  categories: ofId,
  holidays: ofId,
  thesaurus: ofId,
  members: memberKey,
  channels: ofId,
};
