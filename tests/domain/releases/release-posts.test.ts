import { releasePosts } from '../../../src/domain/releases/release-posts.js';
import { ReleaseDesk } from '../../support/release-desk.js';
import { channels } from '../../support/release-house.js';
import { sampleNow } from '../../support/sample-proposals.js';

/** The first campaign keeps its proposals from all staff; `shown` of three are of the second, which does not. */
function deskWith(shown: readonly number[]): ReleaseDesk {
  const desk = new ReleaseDesk(3);
  for (const n of [1, 2, 3]) {
    const campaignId = shown.includes(n) ? 'open' : 'closed';
    desk.change(n, (proposal) => ({
      ...proposal,
      campaignId,
      published: { ...proposal.published, status: 'reviewing' },
    }));
  }
  return desk;
}

const oneChannel = (desk: ReleaseDesk) =>
  desk.context.channelMap.map((each) => ({ ...each, channelId: 'one' }));

function posts(
  desk: ReleaseDesk,
  ns: readonly number[],
  { channelMap = desk.context.channelMap, withProgress = false } = {},
) {
  const campaign = { title: '募集（架空）', opensAt: 0, isSample: true };
  const campaigns = [
    { ...campaign, id: 'closed', visibility: 'secretariat-only' as const },
    { ...campaign, id: 'open', visibility: 'at-once' as const },
  ];
  const context = { ...desk.context, campaigns, channelMap };
  const items = ns.map((n) => desk.item(n));
  return releasePosts(items, withProgress, context, sampleNow).map(
    ({ channelId, as, items: told }) =>
      `${channelId} ${as} ${told.map(({ id }) => id.at(-1)).join('')}`.trim(),
  );
}

test('an office is told of all its items in one post, all staff only of what their campaign shows', () => {
  expect(posts(deskWith([]), [1, 2, 3])).toStrictEqual([`${channels.soumu} owner 123`]);
  expect(posts(deskWith([2]), [1, 2, 3])).toStrictEqual([
    `${channels.soumu} owner 123`,
    `${channels.staff} staff 2`,
  ]);
});

test('a channel of all staff that is an office’s as well is told as one of all staff, in whatever order', () => {
  for (const shown of [1, 2, 3]) {
    const desk = deskWith([shown]);
    expect(posts(desk, [1, 2, 3], { channelMap: oneChannel(desk) })).toStrictEqual([
      'one staff 123',
    ]);
  }
  const desk = deskWith([]);
  const withProgress = { channelMap: oneChannel(desk), withProgress: true };
  expect(posts(desk, [1, 2], withProgress)).toStrictEqual(['one staff 12']);
});

test('the progress publication concerns all staff even where no item does', () => {
  expect(posts(deskWith([]), [1], { withProgress: true })).toStrictEqual([
    `${channels.staff} staff`,
    `${channels.soumu} owner 1`,
  ]);
  expect(posts(deskWith([]), [])).toStrictEqual([]);
});

test('nobody is told of what is not there', () => {
  const { context } = new ReleaseDesk(0);
  const items = [
    { kind: 'proposal', id: 'none', number: 'R8-0009', seq: 1 },
    { kind: 'measure', id: 'none', seq: 1 },
  ] as const;
  expect(releasePosts(items, false, context, sampleNow)).toStrictEqual([]);
});
