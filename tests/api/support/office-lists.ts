import type { Campaign } from '../../../src/domain/campaign.js';
import type { ChannelMapping } from '../../../src/domain/channel-map.js';
import type { Member, Role } from '../../../src/domain/member.js';
import type { createRegister } from '../../../src/register/register.js';
import { type KeptLists, openKeptLists } from '../../support/kept-lists.js';
import { sampleRows } from '../../support/sample-office.js';
import { type PersonName, people } from './api-people.js';

type Register = ReturnType<typeof createRegister>;

const roleOf: Readonly<Partial<Record<PersonName, Role>>> = {
  secretary: 'secretariat',
  owner: 'owner',
  head: 'head',
  executive: 'executive',
  administrator: 'administrator',
};

/** The campaign and the masters of the office, with a role for each person who has one. */
export function openOfficeLists(
  register: Register,
  visibility: Campaign['visibility'],
): Promise<KeptLists> {
  const campaign: Campaign = {
    id: 'demo',
    title: '働き方改革のアイデア（架空）',
    opensAt: Date.parse('2026-09-01T00:00:00Z'),
    closesAt: Date.parse('2026-11-30T15:00:00Z'),
    visibility,
    isSample: true,
  };
  const members = Object.entries(roleOf).map(([name, role]): Member => {
    const personId = people[name as PersonName];
    return { personId, name, role };
  });
  const former: Member = {
    personId: people.former,
    name: 'former',
    role: 'secretariat',
    validTo: '2026-09-30',
  };
  const everyone: ChannelMapping = {
    id: 'all',
    purpose: 'staff-updates',
    teamId: 'team-all',
    channelId: '19:all@thread.tacv2',
    label: '働き方改革のお知らせ',
  };
  const rows = { ...sampleRows, members: [...members, former], channels: [everyone] };
  return openKeptLists(register, rows, [campaign]);
}
