import type { AdminGraph, Row } from './admin-graph.js';
import type { SeedFiles } from './seed-files.js';

const dayMs = 24 * 60 * 60 * 1000;
const jstOffsetMs = 9 * 60 * 60 * 1000;
const openedDaysAgo = 30;
const closesInDays = 45;

/** Midnight in Tokyo some days from the day of `now`, as SharePoint stores it. */
function midnight(now: number, days: number): string {
  const day = Math.floor((now + jstOffsetMs) / dayMs) + days;
  return `${new Date(day * dayMs - jstOffsetMs).toISOString().slice(0, 19)}Z`;
}

interface Table {
  readonly list: string;
  /** Unique column by which a row that is already there is recognised. */
  readonly key: string;
  readonly rows: readonly Row[];
}

const label = (entry: { ja: string; en: string; order: number }): Row => ({
  Title: entry.ja,
  LabelEn: entry.en,
  SortOrder: entry.order,
});

function masterTables({ masters }: SeedFiles): readonly Table[] {
  return [
    {
      list: 'MebukiDepartments',
      key: 'DepartmentId',
      rows: masters.departments.map((each) => ({ DepartmentId: each.id, ...label(each) })),
    },
    {
      list: 'MebukiSections',
      key: 'SectionId',
      rows: masters.sections.map((each) => ({
        SectionId: each.id,
        DepartmentId: each.department,
        ...label(each),
      })),
    },
    {
      list: 'MebukiCategories',
      key: 'CategoryId',
      rows: masters.categories.map((each) => ({ CategoryId: each.id, ...label(each) })),
    },
    {
      list: 'MebukiJobGrades',
      key: 'GradeId',
      rows: masters.jobGrades.map((each) => ({ GradeId: each.id, ...label(each) })),
    },
  ];
}

const rolesOfPersonas = ['secretariat', 'owner', 'head', 'executive', 'administrator'];

function peopleTables({ people }: SeedFiles): readonly Table[] {
  const withRole = people.filter((person) => rolesOfPersonas.includes(person.persona ?? ''));
  return [
    {
      list: 'MebukiMembers',
      key: 'PersonId',
      rows: withRole.map((person) => ({
        Title: person.name,
        PersonId: person.id,
        Role: person.persona ?? '',
        DepartmentId: person.department,
      })),
    },
    {
      list: 'MebukiProfiles',
      key: 'PersonId',
      rows: people.map((person) => ({
        Title: person.name,
        PersonId: person.id,
        DepartmentId: person.department,
        ...(person.section === undefined ? {} : { SectionId: person.section }),
        GradeId: person.jobGrade,
        OfficeKind: person.officeKind === 'head' ? 'head-office' : 'branch',
      })),
    },
  ];
}

const staffChannel = '働き方改革のお知らせ';
const departmentChannel = '依頼された提案';
const secretariatChannel = '提案の受付';

/** What a channel of the demo's teams is used for; undefined where it is told nothing. */
function useOf(channel: string, teamKey: string) {
  switch (channel) {
    case staffChannel:
      return { MappingId: 'all-staff', Purpose: 'staff-updates' };
    case secretariatChannel:
      return { MappingId: 'secretariat', Purpose: 'secretariat' };
    case departmentChannel:
      return { MappingId: teamKey, Purpose: 'department', DepartmentId: teamKey };
    default:
      return undefined;
  }
}

function channelTable({ teams }: SeedFiles): Table {
  const rows = teams.flatMap((team) =>
    team.channels.flatMap((channel) => {
      const place = { Title: channel.name, TeamId: team.id, ChannelId: channel.id };
      const use = useOf(channel.name, team.key);
      return use ? [{ ...use, ...place }] : [];
    }),
  );
  return { list: 'MebukiChannels', key: 'MappingId', rows };
}

function campaignTable({ samples }: SeedFiles, now: number): Table {
  const campaign = {
    CampaignId: 'demo',
    Title: samples.campaign.theme,
    OpensAt: midnight(now, -openedDaysAgo),
    ClosesAt: midnight(now, closesInDays),
    Visibility: 'after-review-begins',
    IsSample: true,
  };
  return { list: 'MebukiCampaigns', key: 'CampaignId', rows: [campaign] };
}

/**
 * Fills in the lists that an administrator keeps: masters, members, staff table, channel map and an open campaign
 * around `now`. What is already there stays as it is. Answers how many items were written.
 */
export async function writeMasters(
  graph: AdminGraph,
  files: SeedFiles,
  now: number,
): Promise<number> {
  const tables = [
    ...masterTables(files),
    ...peopleTables(files),
    channelTable(files),
    campaignTable(files, now),
  ];
  let written = 0;
  for (const { list, key, rows } of tables) {
    const there = new Set(await graph.columnOf(list, key));
    const missing = rows.filter((row) => !there.has(String(row[key])));
    await graph.add(list, missing);
    written += missing.length;
  }
  // An app that starts on half a master list would refuse what the other half allows.
  if (written > 0) {
    for (const { list, rows } of tables) await graph.untilListed(list, rows.length);
  }
  return written;
}
