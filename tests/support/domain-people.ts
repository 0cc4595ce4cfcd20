import type { HeldRole, Member } from '../../src/domain/member.js';
import type { Actor } from '../../src/domain/person.js';

const person = (last: string, name: string): Actor => ({
  id: `00000000-0000-4000-8000-0000000000${last}`,
  name,
});

/** Invented people（架空）, one or more for every role and scope. */
export const people = {
  proposer: person('01', '若葉 みのり'),
  secretary: person('11', '木洩日 あおい'),
  secondSecretary: person('12', '朝霧 つむぎ'),
  /** Secretariat, and proposer of an idea of an own. */
  proposingSecretary: person('13', '夕凪 そら'),
  formerSecretary: person('14', '霜月 れい'),
  owner: person('21', '双葉 けん'),
  head: person('22', '楠木 はるか'),
  /** Owner and head of a department, and proposer of an idea of an own. */
  proposingHead: person('23', '青嵐 かなで'),
  otherOwner: person('31', '白樺 りく'),
  otherHead: person('32', '山吹 こはる'),
  deputyHead: person('33', '桔梗 まこと'),
  everything: person('41', '椿 ゆき'),
  executive: person('51', '松風 たける'),
  administrator: person('52', '柚木 ひかり'),
  staff: person('61', '芹沢 いろは'),
  friend: person('62', '早苗 なお'),
  friendlySecretary: person('63', '七草 めぐみ'),
} as const satisfies Readonly<Record<string, Actor>>;

/** One of them. */
export type PersonName = keyof typeof people;

function isPersonName(name: string): name is PersonName {
  return Object.hasOwn(people, name);
}

/** All of them. */
export const personNames: readonly PersonName[] = Object.keys(people).filter(isPersonName);

const rows: readonly (readonly [PersonName, HeldRole, Pick<Member, 'validFrom' | 'validTo'>?])[] = [
  ['secretary', { role: 'secretariat' }],
  ['secondSecretary', { role: 'secretariat' }],
  ['proposingSecretary', { role: 'secretariat' }],
  ['formerSecretary', { role: 'secretariat' }, { validTo: '2026-10-20' }],
  ['friendlySecretary', { role: 'secretariat' }],
  ['owner', { role: 'owner', departmentId: 'soumu' }],
  ['head', { role: 'head', departmentId: 'soumu' }],
  ['proposingHead', { role: 'owner', departmentId: 'soumu' }],
  ['proposingHead', { role: 'head', departmentId: 'soumu' }],
  ['otherOwner', { role: 'owner', departmentId: 'doboku' }],
  ['otherHead', { role: 'head', departmentId: 'doboku' }],
  [
    'deputyHead',
    { role: 'head', departmentId: 'soumu' },
    { validFrom: '2026-11-01', validTo: '2027-01-31' },
  ],
  ['everything', { role: 'secretariat' }],
  ['everything', { role: 'head', departmentId: 'doboku' }],
  ['executive', { role: 'executive' }],
  ['administrator', { role: 'administrator' }],
];

/** The Members list for them. */
export const domainMembers: readonly Member[] = rows.map(([name, held, days]) => ({
  personId: people[name].id,
  name: people[name].name,
  ...held,
  ...days,
}));
