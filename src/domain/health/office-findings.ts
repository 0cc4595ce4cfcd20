import { type ChannelMapping, type ChannelPurpose, channelsOn } from '../channel-map.js';
import type { CivilDate } from '../instant.js';
import { type Department, isValidOn, validOn } from '../masters.js';
import { holdersOf, type Member } from '../member.js';
import type { Profile } from '../person.js';
import type { Finding } from './finding.js';

/** What the lists hold that an administrator keeps, and where people said they work. */
export interface OfficeRows {
  readonly departments: readonly Department[];
  readonly members: readonly Member[];
  readonly channels: readonly ChannelMapping[];
  readonly profiles: readonly Profile[];
}

/** Whether somebody can let others in: the first administrator is entered by hand (domain 7). */
function administratorFinding(members: readonly Member[], today: CivilDate): Finding {
  const people = new Set(
    members
      .filter((member) => member.role === 'administrator' && isValidOn(member, today))
      .map(({ personId }) => personId),
  );
  return people.size > 0
    ? { code: 'has-administrator', people: people.size }
    : { code: 'no-administrator' };
}

/** Departments that could be asked and have nobody who confirms what they answer. */
function headFinding(
  departments: readonly Department[],
  members: readonly Member[],
  today: CivilDate,
): Finding {
  const headless = departments.filter(
    ({ id: departmentId }) =>
      holdersOf(members, { role: 'head', departmentId }, today).length === 0,
  );
  return headless.length === 0
    ? { code: 'departments-headed' }
    : { code: 'department-without-head', departments: headless.map(({ label }) => label) };
}

/** Where messages would go nowhere. */
function channelFindings(
  departments: readonly Department[],
  channels: readonly ChannelMapping[],
  today: CivilDate,
): readonly Finding[] {
  const open = channelsOn(channels, today);
  const has = (purpose: ChannelPurpose): boolean => open.some((each) => each.purpose === purpose);
  const mapped = new Set(
    open.flatMap(({ purpose, departmentId }) =>
      purpose === 'department' && departmentId !== undefined ? [departmentId] : [],
    ),
  );
  const unmapped = departments.filter(({ id }) => !mapped.has(id)).map(({ label }) => label);
  const lacks: readonly (Finding | undefined)[] = [
    has('staff-updates') ? undefined : { code: 'no-channel-for-staff' },
    has('secretariat') ? undefined : { code: 'no-channel-for-secretariat' },
    unmapped.length === 0
      ? undefined
      : { code: 'department-without-channel', departments: unmapped },
  ];
  const found = lacks.filter((each) => each !== undefined);
  return found.length === 0 ? [{ code: 'channels-mapped' }] : found;
}

/** Offices that people stand under and that the masters do not hold, each with how many people it concerns. */
function officeFindings(
  departments: readonly Department[],
  profiles: readonly Profile[],
): readonly Finding[] {
  const known = new Set(departments.map(({ id }) => id));
  const people = new Map<string, number>();
  for (const { departmentId } of profiles) {
    if (!known.has(departmentId)) people.set(departmentId, (people.get(departmentId) ?? 0) + 1);
  }
  if (people.size === 0) return [{ code: 'offices-known' }];
  return [...people]
    .toSorted(([, a], [, b]) => b - a)
    .map(([office, count]) => ({ code: 'office-unknown', office, people: count }));
}

/** What the lists of an office lack for everyone to be served and reached on a day. */
export function officeFindingsOn(rows: OfficeRows, today: CivilDate): readonly Finding[] {
  const departments = validOn(rows.departments, today);
  return [
    administratorFinding(rows.members, today),
    headFinding(departments, rows.members, today),
    ...officeFindings(departments, rows.profiles),
    ...channelFindings(departments, rows.channels, today),
  ];
}
