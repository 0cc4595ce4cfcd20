import { deepLink } from '../../../src/local/teams-host/page/deep-link.js';

const context = (value: object) => encodeURIComponent(JSON.stringify(value));

test.each([
  [
    `https://teams.microsoft.com/l/entity/app/mebuki?webUrl=x&context=${context({ subPageId: 'R8-0001' })}`,
    { kind: 'tab', appId: 'app', entityId: 'mebuki', subPageId: 'R8-0001' },
  ],
  [
    `https://teams.microsoft.com/l/entity/app/triage?context=${context({ subEntityId: 'a', channelId: '19:c' })}`,
    { kind: 'tab', appId: 'app', entityId: 'triage', subPageId: 'a', channelId: '19:c' },
  ],
  [
    'https://teams.microsoft.com/l/entity/app/mebuki?context=broken',
    { kind: 'tab', appId: 'app', entityId: 'mebuki' },
  ],
  [
    'https://teams.microsoft.com/l/chat/0/0?users=a@x.example,b@x.example&message=%E4%BB%B6',
    { kind: 'chat', users: ['a@x.example', 'b@x.example'], message: '件' },
  ],
  [
    'https://teams.microsoft.com/l/message/19%3Ac%40thread.tacv2/123?groupId=g',
    { kind: 'channel', channelId: '19:c@thread.tacv2' },
  ],
  ['https://teams.microsoft.com/l/meeting/new', { kind: 'unknown' }],
  ['https://example.com/l/entity/app/mebuki', undefined],
  ['not an address', undefined],
])('%s', (address, link) => {
  expect(deepLink(address)).toEqual(link);
});
