import fc from 'fast-check';
import {
  type Campaign,
  demandableFields,
  type Theme,
  visibilities,
} from '../../src/domain/campaign.js';
import { calendarPosts } from '../../src/domain/campaign-calendar.js';
import { channelPurposes } from '../../src/domain/channel-map.js';
import type { MasterKind, MasterOf } from '../../src/domain/master/master-kinds.js';
import { roles } from '../../src/domain/member.js';
import type { Recorded, RecordedEntry } from '../../src/domain/recorded.js';
import { reportClasses } from '../../src/domain/report-class.js';
import { statuses } from '../../src/domain/status.js';
import { dayKinds } from '../../src/domain/working-days.js';

const word = fc.stringMatching(/^[ぁ-ん一-龠a-z（）]{1,12}$/);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const day = fc.constantFrom('2026-04-01', '2027-03-31', '2028-02-29');
const second = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000);

function optional<T>(shape: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(shape, { requiredKeys: [] });
}

const entry: fc.Arbitrary<RecordedEntry> = fc.record({
  seq: fc.constant(1),
  occurredAt: second,
  recordedAt: second,
  by: fc.record({ id, name: word }),
  kind: fc.constant('entered' as const),
  after: fc.dictionary(id, fc.oneof(word, fc.integer(), fc.constant(null))),
});

const recorded = optional<Required<Recorded>>({ trail: fc.tuple(entry) });
const validity = optional({ validFrom: day, validTo: day });

function row<A, B>(base: fc.Arbitrary<A>, more: fc.Arbitrary<B>): fc.Arbitrary<A & B & Recorded> {
  return fc.tuple(base, more, recorded).map(([a, b, c]) => ({ ...a, ...b, ...c }));
}

const labels = { id, label: word, labelEn: word, order: fc.integer({ min: 0, max: 99_999 }) };
const entryRow = row(fc.record(labels), validity);

/** Any row of each master. */
export const masterRows: { readonly [K in MasterKind]: fc.Arbitrary<MasterOf[K]> } = {
  departments: entryRow,
  sections: row(fc.record({ ...labels, departmentId: id }), validity),
  jobGrades: entryRow,
  categories: entryRow,
  holidays: row(
    fc.record({ id: day, label: word, dayKind: fc.constantFrom(...dayKinds) }),
    fc.constant({}),
  ),
  thesaurus: row(
    fc.record({ id, terms: fc.array(word, { minLength: 1, maxLength: 5 }) }),
    validity,
  ),
  members: row(
    fc.record({ personId: fc.uuid(), name: word, role: fc.constantFrom(...roles) }),
    optional({ departmentId: id, validFrom: day, validTo: day }),
  ),
  channels: row(
    fc.record({
      id,
      label: word,
      purpose: fc.constantFrom(...channelPurposes),
      teamId: word,
      channelId: word,
    }),
    optional({ departmentId: id, validFrom: day, validTo: day }),
  ),
};

const theme: fc.Arbitrary<Theme> = fc
  .tuple(
    fc.record({ id, label: word, labelEn: word }),
    optional({ ownerDepartmentId: id, ownerSectionId: id, isClosed: fc.constant(true) }),
  )
  .map(([base, more]) => ({ ...base, ...more }));

/** Any campaign. */
export const anyCampaign: fc.Arbitrary<Campaign> = row(
  fc.record({
    id,
    title: word,
    opensAt: second,
    visibility: fc.constantFrom(...visibilities),
    isSample: fc.boolean(),
  }),
  optional({
    closesAt: second,
    ownersPublish: fc.constant(true),
    themes: fc.array(theme, { minLength: 1, maxLength: 4 }),
    targetDepartments: fc.array(id, { minLength: 1, maxLength: 4 }),
    requiredFields: fc.subarray([...demandableFields], { minLength: 1 }),
    graceMinutes: fc.nat(1_440),
    limitPerHour: fc.nat(100),
    limitPerPerson: fc.nat(100),
    reportDate: day,
    reportClasses: fc
      .tuple(fc.constantFrom(...statuses), fc.constantFrom(...reportClasses))
      .map(([status, reportClass]) => ({ [status]: reportClass })),
    calendar: fc.tuple(
      fc.record({ post: fc.constantFrom(...calendarPosts), text: word }),
      fc.record({ post: fc.constantFrom(...calendarPosts), isOff: fc.constant(true) }),
    ),
  }),
);
