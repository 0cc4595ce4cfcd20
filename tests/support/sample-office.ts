import type { Act } from '../../src/domain/act.js';
import type { MasterRows } from '../../src/domain/master/master-kinds.js';
import type { Role } from '../../src/domain/member.js';
import { sampleMasters } from './sample-masters.js';

/** 2026-10-05 09:00 in Tokyo. */
export const officeMorning = Date.parse('2026-10-05T00:00:00Z');

/** An act of an invented person with these roles. */
export function actAs(...roles: readonly Role[]): Act {
  const by = { id: '0b6f1a52-0000-4000-8000-000000000001', name: '事務局 花子（架空）' };
  return { by, at: officeMorning, roles: roles.map((role) => ({ role })) };
}

/** All masters of an invented office, as if typed into the lists by hand. */
export const sampleRows: MasterRows = {
  ...sampleMasters,
  holidays: [],
  thesaurus: [{ id: 'paper', terms: ['ペーパーレス', '紙の削減'] }],
  members: [],
  channels: [],
};
