import { type ChannelMapping, channelsOn } from '../../src/domain/channel-map.js';

const channel = (id: string, days: Partial<ChannelMapping>): ChannelMapping => ({
  id,
  purpose: 'staff-updates',
  teamId: 't',
  channelId: id,
  label: id,
  ...days,
});

test('a channel is told on its days only', () => {
  const map = [
    channel('always', {}),
    channel('old', { validTo: '2027-03-31' }),
    channel('new', { validFrom: '2027-04-01' }),
  ];
  expect(channelsOn(map, '2027-03-31').map(({ id }) => id)).toEqual(['always', 'old']);
  expect(channelsOn(map, '2027-04-01').map(({ id }) => id)).toEqual(['always', 'new']);
});
