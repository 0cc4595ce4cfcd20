import type { ChannelMapping } from '../../src/domain/channel-map.js';
import { createRegister } from '../../src/register/register.js';
import { measureContextOf } from '../../src/usecases/change-measure.js';
import { releaseContextOf } from '../../src/usecases/change-release-set.js';
import { sampleNow } from '../support/sample-proposals.js';

const channels: readonly ChannelMapping[] = [
  { validTo: '2020-03-31' },
  { validFrom: '2026-04-01', validTo: '2027-03-31' },
  { validFrom: '2099-04-01' },
].map((valid, index) => ({
  id: String(index),
  purpose: 'staff-updates',
  teamId: 't',
  channelId: `19:${index}`,
  label: '全職員',
  ...valid,
}));

test('a channel that is no longer used, or not yet, is told of no measure and no release set', () => {
  const register = createRegister({ versionOf: () => 1 });
  for (const value of channels) {
    const stored = { value, itemId: value.id, revision: '1' };
    register.changes.channels({ kind: 'stored', stored, version: 1 });
  }
  const ports = { register, clock: { now: () => sampleNow } };
  expect(measureContextOf(ports).channelMap).toEqual([channels[1]]);
  expect(releaseContextOf(ports).channelMap).toEqual([channels[1]]);
});
