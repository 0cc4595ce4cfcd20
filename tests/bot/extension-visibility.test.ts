import type { Campaign } from '../../src/domain/campaign.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { search } from '../support/extension-calls.js';
import { type OpenBot, openBot, personId, textsOf } from '../support/open-bot.js';
import { demoCampaign } from '../support/sample-cards.js';
import {
  after,
  allowedValue,
  decidedProposal,
  publishedProposal,
  receivedProposal,
  released,
  reviewedProposal,
  sampleContext,
  sampleNow,
  secretary,
} from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

const reason = '所属の調整が済むまで公開しないため。';
const survivorId = '10000000-0000-4000-8000-000000000009';
const proposerAct = { by: { id: personId, name: '若葉 みのり' }, at: sampleNow };
const survivor = (): Proposal => reviewedProposal({ id: survivorId, number: 'R8-0009' });

function merged(into: Proposal): Proposal {
  const context = {
    ...sampleContext,
    proposalByNumber: () => into,
    proposal: (id: string) => (id === into.id ? into : undefined),
  };
  const act = { by: secretary, at: sampleNow, roles: [{ role: 'secretariat' }] } as const;
  const form = { mergeInto: into.number, reason };
  return after(reviewedProposal(), 'merge', form, act, context);
}

const told = (proposal: Proposal): Proposal => allowedValue(released(after(proposal, 'publish')));
const hide = (proposal: Proposal): Proposal => after(proposal, 'hide', { hidden: 'yes', reason });

async function found(...proposals: readonly Proposal[]): Promise<string> {
  for (const proposal of proposals) await bot.proposals.store.create(proposal);
  const { hits } = await search(bot, '押印');
  return textsOf(hits.map(({ card, ...line }) => [line, card])).join('\n');
}

const campaignWith = (visibility: Campaign['visibility']): Campaign => ({
  ...demoCampaign,
  visibility,
});

test.each([
  ['its review has begun', reviewedProposal, true],
  ['it is decided and published', publishedProposal, true],
  ['its review has not begun', receivedProposal, false],
  ['it is 非公開', () => hide(reviewedProposal()), false],
  ['it was withdrawn', () => after(receivedProposal(), 'withdraw', {}, proposerAct), false],
])('a proposal of one’s own of which %s is put before others', async (_, make, isFound) => {
  expect((await found(make())).includes('R8-0001')).toBe(isFound);
  bot.members.push({ personId, name: '若葉 みのり', role: 'secretariat' });
  expect((await search(bot, '押印')).whole.includes('R8-0001')).toBe(isFound);
});

test.each([
  ['secretariat-only', publishedProposal, false],
  ['at-once', receivedProposal, true],
] as const)('the rule of the campaign holds: %s', async (visibility, make, isFound) => {
  bot.campaigns = [campaignWith(visibility)];
  expect((await found(make())).includes('R8-0001')).toBe(isFound);
});

test('over a decision that is not published the answer is equal byte for byte', async () => {
  await bot.proposals.store.create(reviewedProposal());
  const before = await search(bot, '押印');
  const [stored] = bot.proposals.items.values();
  if (!stored) throw new Error('nothing is stored');
  await bot.proposals.store.replace(stored, decidedProposal());
  expect(before.whole).toContain('検討中');
  expect((await search(bot, '押印')).whole).toBe(before.whole);
});

test('a merge is told once it is published, with what it was merged into', async () => {
  const apart = { ...survivor(), content: { ...survivor().content, title: '別の件名' } };
  expect(await found(merged(apart), apart)).not.toContain('R8-0009（');
  const [stored] = bot.proposals.items.values();
  if (!stored) throw new Error('nothing is stored');
  await bot.proposals.store.replace(stored, told(merged(apart)));
  const { hits } = await search(bot, 'R8-0001');
  expect(textsOf(hits).join('\n')).toContain('R8-0009（検討中）');
});

test.each([
  ['非公開', () => hide(survivor())],
  [
    'not under review for all to know',
    () => receivedProposal({ id: survivorId, number: 'R8-0009' }),
  ],
])('of a merge into what is %s no number is told', async (_, into) => {
  const shown = await found(told(merged(survivor())), into());
  expect(shown).toContain('R8-0001');
  expect(shown).not.toContain('R8-0009');
});

test('nobody is named who did not consent, and neither office nor grade ever is', async () => {
  const proposal = publishedProposal();
  const proposer = { ...proposal.proposer, name: '秘密 の名' };
  const shown = await found({ ...proposal, proposer });
  expect(shown).not.toMatch(/秘密|土木|みなと|主任/);
});

test('who consented is named once it is decided for all to know, and not while it is judged', async () => {
  const consent = (proposal: Proposal): Proposal => ({
    ...proposal,
    content: { ...proposal.content, namePublication: true },
    proposer: { ...proposal.proposer, name: '若葉 つむぎ' },
  });
  expect(await found(consent(reviewedProposal()))).not.toContain('若葉');
  const [stored] = bot.proposals.items.values();
  if (!stored) throw new Error('nothing is stored');
  await bot.proposals.store.replace(stored, consent(publishedProposal()));
  const { hits } = await search(bot, '押印');
  expect(textsOf(hits[0]?.card)).toContain('若葉 つむぎ');
});

test('while an office is to judge a redacted copy, everybody gets that copy in a conversation', async () => {
  const proposal = reviewedProposal();
  const content = { ...proposal.content, title: '土木建築部の押印をやめる' };
  const asked = after({ ...proposal, content }, 'request-opinion', {
    requestDepartment: 'soumu',
    requestText: '規則は何本ありますか。',
    redaction: 'redacted',
  });
  const shown = await found(asked);
  expect(shown).toContain('○○の押印をやめる');
  expect(shown).not.toContain('土木建築部');
  expect((await search(bot, '土木建築部')).hits).toStrictEqual([]);
});
