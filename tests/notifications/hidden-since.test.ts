import { type NoticeIntent, noticesOf } from '../../src/domain/notice.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import { composePost, type Shelves } from '../../src/notifications/compose-release.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after,
  allowedValue,
  receivedProposal,
  sampleContext,
  sampleDecision,
  sampleDecisionForm,
  sampleNow,
  secretary,
} from '../support/sample-proposals.js';
import { newWorld, openProcess, rowsOf, type World } from '../support/telling-world.js';

const ownerId = sampleDecision.owner.departmentId;
const mapping = { id: 'm', teamId: 't', label: '連絡' };
const context = {
  ...sampleContext,
  channelMap: [
    ...sampleContext.channelMap,
    { ...mapping, purpose: 'department', departmentId: ownerId, channelId: '19:owner' } as const,
    { ...mapping, purpose: 'secretariat', channelId: '19:desk' } as const,
  ],
  supportersOf: () => ['supporter', secretary.id, 'colleague'],
};
const [{ channelId: staffChannel = '' } = {}] = sampleContext.channelMap;
const proposer = receivedProposal().proposer.personId;
const throttled = { kind: 'not-sent', why: 'throttled', retryAfterMs: 30_000 } as const;

/** A proposal with a co-proposer whose decision was just published to all staff. */
function publishedToAll(): Proposal {
  const person = '00000000-0000-4000-8000-00000000aaaa';
  const invited = after(
    receivedProposal(),
    'invite-co-proposer',
    { person, personName: '招かれた人' },
    { by: { id: proposer, name: '' }, at: sampleNow },
  );
  const joined = after(
    invited,
    'answer-invitation',
    { invitation: 'accepted' },
    { by: { id: person, name: '' }, at: sampleNow },
  );
  const decided = after(after(joined, 'begin-review'), 'decide-track', sampleDecisionForm);
  const act = { by: { id: 'system', name: '' }, at: sampleNow + 10_000 };
  return allowedValue(releasePublication(after(decided, 'publish'), act, context));
}

const hide = (proposal: Proposal, hidden: 'yes' | 'no') =>
  after(proposal, 'hide', { hidden, reason: '個人が分かるため、公開しません。' });

/** The register around a proposal as it is in a world. */
function registerAround(proposal: () => Proposal, campaign = context.campaign) {
  return {
    masters: () => sampleMasters,
    campaigns: () => (campaign ? [{ ...campaign, id: proposal().campaignId }] : []),
    members: () => [
      { id: 'm', personId: secretary.id, name: secretary.name, role: 'secretariat' as const },
    ],
    preference: () => undefined,
    conversation: () => undefined,
    proposal: (id: string) =>
      id === proposal().id ? { value: proposal(), itemId: '1', revision: 'r' } : undefined,
    measure: () => undefined,
  } as unknown as Register & Shelves;
}

/** A world in which the publication is on its way and nobody could be reached at first. */
async function throttledWorld(): Promise<{ world: World; sweep: () => Promise<void> }> {
  const world = newWorld();
  world.proposal = publishedToAll();
  const clock = { now: () => world.now };
  world.compose = composeNotices(
    cards,
    registerAround(() => world.proposal),
    clock,
  );
  world.answers = Array.from({ length: 40 }, () => throttled);
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  expect(world.sends.every(({ outcome }) => outcome.kind === 'not-sent')).toBe(true);
  world.sends.splice(0);
  world.answers = [];
  world.now += 60_000;
  const sweep = async () => {
    await teller.sweep();
    const balance = teller.balance();
    const all = Object.values(balance).reduce((sum, count) => sum + count, 0);
    const told = rowsOf(world).flatMap(({ recipients }) => recipients);
    expect(all).toBe(told.length);
    expect(balance.pending).toBe(0);
  };
  return { world, sweep };
}

const published = (world: World) =>
  rowsOf(world)
    .filter(({ seq }) => seq === world.proposal.published.seq)
    .flatMap(({ recipients }) => recipients);
const withheld = (world: World) =>
  published(world)
    .filter(({ outcome }) => outcome === 'suppressed')
    .map(({ id, why, attempts }) => [id, why, attempts])
    .toSorted();

test('what is hidden while its notice waits is told to those who work on it and who proposed it alone', async () => {
  const { world, sweep } = await throttledWorld();
  world.proposal = hide(world.proposal, 'yes');
  await sweep();
  expect(withheld(world)).toEqual([
    [staffChannel, 'hidden', 0],
    ['colleague', 'hidden', 0],
    ['supporter', 'hidden', 0],
  ]);
  const reached = published(world).filter(({ outcome }) => outcome === 'delivered');
  expect(reached.map(({ id }) => id).toSorted()).toEqual(
    [proposer, '00000000-0000-4000-8000-00000000aaaa', '19:owner', secretary.id].toSorted(),
  );
  const places = world.sends.map(({ place }) => place);
  for (const place of [staffChannel, 'colleague', 'supporter']) expect(places).not.toContain(place);
});

test('nothing that is withheld is sent later, when it is shown again', async () => {
  const { world, sweep } = await throttledWorld();
  world.proposal = hide(world.proposal, 'yes');
  await sweep();
  world.proposal = hide(world.proposal, 'no');
  world.now += 60_000;
  const before = world.sends.length;
  await sweep();
  expect(world.sends).toHaveLength(before);
  expect(world.told.filter((line) => line.startsWith('suppressed'))).toEqual([]);
});

test('what is hidden and shown again before its time comes is told to everyone', async () => {
  const { world, sweep } = await throttledWorld();
  world.proposal = hide(hide(world.proposal, 'yes'), 'no');
  await sweep();
  expect(withheld(world)).toEqual([]);
  expect(published(world).every(({ outcome }) => outcome === 'delivered')).toBe(true);
});

test('hiding between two recipients of one row counts from there on', async () => {
  const { world, sweep } = await throttledWorld();
  const push = world.sends.push.bind(world.sends);
  world.sends.push = (...sends) => {
    if (sends.some(({ place }) => place === 'supporter'))
      world.proposal = hide(world.proposal, 'yes');
    return push(...sends);
  };
  await sweep();
  const outcomes = published(world).map(({ id, outcome }) => [id, outcome]);
  expect(outcomes).toContainEqual(['supporter', 'delivered']);
  expect(outcomes).toContainEqual(['colleague', 'suppressed']);
});

test('a campaign that is closed to all but the secretariat withholds what is on its way', () => {
  const proposal = publishedToAll();
  const campaign = context.campaign && {
    ...context.campaign,
    visibility: 'secretariat-only' as const,
  };
  const compose = composeNotices(
    cards,
    registerAround(() => proposal, campaign),
    { now: () => sampleNow },
  );
  const entry = proposal.trail.find(({ seq }) => seq === proposal.published.seq);
  const intents: readonly NoticeIntent[] = entry ? noticesOf(proposal.id, entry) : [];
  const told = intents.flatMap((intent) =>
    intent.place.kind === 'channel'
      ? [[intent.place.channel.channelId, compose(proposal, intent, 'ja')] as const]
      : intent.place.people.map(
          ({ personId }) => [personId, compose(proposal, intent, 'ja', personId)] as const,
        ),
  );
  const kept = told.flatMap(([id, notice]) =>
    'withheld' in notice ? [[id, notice.withheld]] : [],
  );
  expect(kept.toSorted()).toEqual([
    [staffChannel, 'not-visible'],
    ['colleague', 'not-visible'],
    ['supporter', 'not-visible'],
  ]);
});

describe('the post of a set', () => {
  const proposal = publishedToAll();
  const { title } = proposal.content;
  const item = { kind: 'proposal' as const, id: proposal.id };
  const set = {
    id: 's',
    title: '第一次公表',
    createdAt: sampleNow,
    withProgress: false,
    state: 'released',
    items: [{ ...item, seq: 1 }],
    exceptions: [],
    posts: [
      { channelId: staffChannel, as: 'staff', items: [item] },
      { channelId: '19:owner', as: 'owner', items: [item] },
    ],
    released: { at: sampleNow, seq: 1, audience: { people: [], channels: [], asOf: sampleNow } },
    trail: [],
  } as unknown as ReleaseSet;

  function posted(present: Proposal, as: 'staff' | 'owner', withProgress = false): string {
    const channelId = as === 'staff' ? staffChannel : '19:owner';
    const place = { kind: 'channel', channel: { channelId, as } } as const;
    const intent = { key: 'k', proposalId: 's', seq: 1, place };
    const register = registerAround(() => present);
    return JSON.stringify(composePost(cards, register, { ...set, withProgress }, intent, 'ja'));
  }

  test('names what all staff may see', () => {
    expect(posted(proposal, 'staff')).toContain(title);
  });

  test('is withheld from all staff where everything in it was hidden since, and not from the owner', () => {
    const hidden = hide(proposal, 'yes');
    expect(posted(hidden, 'staff')).toBe('{"withheld":"nothing-left"}');
    expect(posted(hidden, 'owner')).toContain(title);
  });

  test('tells of the progress alone where nothing else is left', () => {
    const post = posted(hide(proposal, 'yes'), 'staff', true);
    expect(post).toContain('第一次公表');
    expect(post).not.toContain(title);
  });
});
