import type { ActContext } from '../../src/domain/act-context.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { MasterEntry, Masters } from '../../src/domain/masters.js';
import type { HeldRole } from '../../src/domain/member.js';
import type { Actor } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** A small generator of evenly spread numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function oneOf<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

const entry = (id: string, label: string, index: number): MasterEntry => ({
  id,
  label,
  labelEn: id,
  order: index + 1,
});

const departmentLabels: readonly (readonly [string, string, string])[] = [
  ['soumu', '総務部', '文書課'],
  ['kikaku', '総合企画部', '企画課'],
  ['sangyo', '産業労働部', '労働課'],
  ['kankyo', '環境生活部', '暮らし課'],
  ['fukushi', '健康福祉部', '福祉課'],
  ['shoko', '観光部', '観光課'],
  ['norin', '農林水産部', '農政課'],
  ['doboku', '土木建築部', '道路課'],
  ['kaikei', '会計部', '出納課'],
];

/** Masters of an invented office（架空）: nine departments with a section each. */
export const officeMasters: Masters = {
  departments: departmentLabels.map(([id, label], index) => entry(id, label, index)),
  sections: departmentLabels.map(([id, , section], index) => ({
    ...entry(`${id}-1`, section, index),
    departmentId: id,
  })),
  categories: ['ペーパーレス', 'AI', '通信', '業務改善', 'ツール', '職場環境'].map((label, index) =>
    entry(`category-${index + 1}`, label, index),
  ),
  jobGrades: ['課長級', '補佐級', '主査級', '主任級', '主事級'].map((label, index) =>
    entry(`grade-${index + 1}`, label, index),
  ),
};

/** Ids of the departments. */
export const officeDepartments: readonly string[] = departmentLabels.map(([id]) => id);

/** An invented person of the office by kind and number. */
export function officePerson(kind: number, number: number): Actor {
  const tail = `${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
  return { id: `00000000-0000-4000-8000-${tail}`, name: `職員${kind}-${number}（架空）` };
}

/** Somebody who acts, with what the Members list says of that person. */
export interface OfficeActor {
  readonly by: Actor;
  readonly roles: readonly HeldRole[];
}

/** Somebody of the secretariat. */
export function secretaryOf(number: number): OfficeActor {
  return { by: officePerson(1, number), roles: [{ role: 'secretariat' }] };
}

/** Owner or head of a department. */
export function officeOf(role: 'owner' | 'head', departmentId: string): OfficeActor {
  const number = officeDepartments.indexOf(departmentId);
  return {
    by: officePerson(role === 'owner' ? 2 : 3, number),
    roles: [{ role, departmentId }],
  };
}

/** Measures that are published from the beginning, and one that never is. */
export const officeMeasures: readonly string[] = Array.from({ length: 40 }, (_, n) => `m-${n + 1}`);

/** The call of six weeks. */
export const officeCampaign: Campaign = {
  id: 'two-years',
  title: '働き方改革のアイデア（架空）',
  opensAt: Date.parse('2026-09-15T00:00:00+09:00'),
  closesAt: Date.parse('2026-10-28T00:00:00+09:00'),
  visibility: 'after-review-begins',
  isSample: true,
};

/** What the rules may look at: `proposals` as they are known so far. */
export function officeContext(proposals: ReadonlyMap<string, Proposal>): ActContext {
  return {
    masters: officeMasters,
    members: [1, 2, 3].map((number) => {
      const { id: personId, name } = officePerson(1, number);
      return { personId, name, role: 'secretariat' as const };
    }),
    channelMap: [
      {
        id: 'all',
        purpose: 'staff-updates',
        teamId: 'team-all',
        channelId: '19:all@thread.tacv2',
        label: '働き方改革のお知らせ',
      },
    ],
    campaign: officeCampaign,
    isHoliday: (day) => /-(01-0[123]|12-29|12-30|12-31)$/.test(day),
    supportersOf: (id) => [officePerson(9, id.charCodeAt(id.length - 1))].map((each) => each.id),
    isSurvivor: () => false,
    isIdeaOf: () => false,
    proposal: (id) => proposals.get(id),
    proposalByNumber: (number) => [...proposals.values()].find((each) => each.number === number),
    measureState: (id) => (officeMeasures.includes(id) ? 'published' : undefined),
    hasIssueGroup: (id) => id.startsWith('group-'),
    issueGroupShare: ({ issueGroupId }) => (issueGroupId === undefined ? 0 : 12.5),
    releaseState: () => undefined,
  };
}
