import { noticesOf } from '../../src/domain/notice.js';
import { type Preference, usualChoices } from '../../src/domain/preference.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import { publishedProposal, sampleContext, sampleNow } from '../support/sample-proposals.js';
import { newWorld, rowsOf, startProcess } from '../support/telling-world.js';

const published = publishedProposal();
const entry = published.trail.findLast(({ kind }) => kind === 'published');
const [intent] = entry ? noticesOf(published.id, entry) : [];
const supporter = 'someone who endorses';

/** What is composed for a person who chose to be told of nothing that others propose. */
function composedFor(personId: string, ownIdeas: readonly string[] = [], choices = {}) {
  const value: Preference = { ...usualChoices, supported: 'none', personId, ...choices };
  const register = {
    masters: () => sampleMasters,
    campaigns: () => [
      { ...sampleContext.campaign, id: published.campaignId, visibility: 'at-once' },
    ],
    proposal: () => undefined,
    measure: () => undefined,
    members: () => [],
    conversation: () => undefined,
    isIdeaOf: (_id: string, who: string) => ownIdeas.includes(who),
    preference: () => ({ value, itemId: '1', revision: 'r' }),
  } as unknown as Register & Parameters<typeof composeNotices>[1];
  if (!intent) throw new Error('the publication tells somebody');
  return composeNotices(cards, register, { now: () => sampleNow })(
    published,
    intent,
    'ja',
    personId,
  );
}

test('who wants no news of what others propose is told none, and that counts as suppressed', () => {
  expect(composedFor(supporter)).toStrictEqual({ withheld: 'not-wanted' });
  expect(composedFor(supporter, [], { supported: 'each' })).not.toHaveProperty('withheld');
});

test('what becomes of the own idea is always told: as proposer, and as who proposed what was merged into it', () => {
  expect(composedFor(published.proposer.personId)).not.toHaveProperty('withheld');
  expect(composedFor(supporter, [supporter])).not.toHaveProperty('withheld');
});

test('who does not want the activity feed is not told there', async () => {
  const world = newWorld();
  world.conversationActive = false;
  world.withoutFeed.add(world.proposal.proposer.personId);
  await startProcess(world, 'one').sweep();
  expect(world.feed).toStrictEqual([]);
  const ends = rowsOf(world).flatMap(({ recipients }) => recipients.map(({ why }) => why));
  expect(ends).toStrictEqual(['blocked', 'blocked', undefined]);
});
