import type { Proposal } from '../../src/domain/proposal.js';
import { createRegister } from '../../src/register/register.js';
import { openIssueGroupOffers } from '../../src/usecases/propose-issue-groups.js';
import { sampleTexts } from '../domain/similarity/sample-texts.js';
import { receivedProposal, sampleNow } from '../support/sample-proposals.js';

const token = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function sample(n: number, changes: Partial<Proposal> = {}): Proposal {
  const received = receivedProposal({ id: token(n), number: `R8-${String(n).padStart(4, '0')}` });
  const words = sampleTexts[n - 1]?.words;
  return { ...received, content: { ...received.content, ...words }, ...changes };
}

/** An office whose slices of work go on only when they are let, and whose patience ends when it is told. */
function open() {
  const register = createRegister({ versionOf: Number });
  let version = 0;
  const waiting: (() => void)[] = [];
  const impatient: (() => void)[] = [];
  let isHeld = false;
  const offers = openIssueGroupOffers({
    register,
    clock: { now: () => sampleNow },
    breathe: () => (isHeld ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    pause: () => new Promise((resolve) => impatient.push(resolve)),
  });
  return {
    offers,
    have(proposal: Proposal): void {
      version += 1;
      register.tookProposal({ value: proposal, itemId: proposal.id, revision: String(version) });
    },
    hold: () => {
      isHeld = true;
    },
    goOn: () => {
      isHeld = false;
      for (const resolve of waiting.splice(0)) resolve();
    },
    losePatience: () => {
      for (const resolve of impatient.splice(0)) resolve();
    },
  };
}

function openWithSamples() {
  const office = open();
  for (const [index] of sampleTexts.entries()) office.have(sample(index + 1));
  return office;
}

test('with nothing to group, nothing is offered', async () => {
  const { offers } = open();
  expect(await offers.offer()).toEqual({ drafts: [], asOf: sampleNow, isCurrent: true });
});

test('who asks while it takes long is told so, and gets the groups once they are there', async () => {
  const { offers, hold, goOn, losePatience } = openWithSamples();
  hold();
  const asked = offers.offer();
  losePatience();
  expect(await asked).toBe('working');
  const again = offers.offer();
  goOn();
  expect(await again).toMatchObject({ isCurrent: true });
});

test('all who ask at once share one piece of work', async () => {
  const { offers } = openWithSamples();
  const [one, other] = await Promise.all([offers.offer(), offers.offer()]);
  if (one === 'working' || other === 'working') throw new Error('46 proposals take no time');
  expect(other.drafts).toEqual(one.drafts);
  expect(other.drafts[0]?.label).toBe(one.drafts[0]?.label);
});

test('while it is looked at again, the former groups are offered without what has its place', async () => {
  const { offers, have, hold, losePatience } = openWithSamples();
  const before = await offers.offer();
  if (before === 'working') throw new Error('46 proposals take no time');
  const pair = before.drafts.find(({ ids }) => ids.length === 2);
  hold();
  have(sample(sampleTexts.length - 1, { status: 'realised' }));
  const gone = pair?.ids[0] ?? '';
  have(sample(Number(gone.slice(-4)), { status: 'difficult' }));
  const asked = offers.offer();
  losePatience();
  const now = await asked;
  if (now === 'working') throw new Error('the former groups are there');
  expect(now.isCurrent).toBe(false);
  expect(now.drafts.flatMap(({ ids }) => ids)).not.toContain(gone);
  expect(now.drafts).toHaveLength(before.drafts.length - 1);
});

test('a draft is found by all its proposals, not by some of them or by others', async () => {
  const { offers } = openWithSamples();
  const offered = await offers.offer();
  if (offered === 'working') throw new Error('46 proposals take no time');
  const [first, second] = offered.drafts;
  if (!first || !second) throw new Error('too few groups');
  expect(offers.draftOf(first.ids)).toEqual(first);
  expect(offers.draftOf(first.ids.toReversed())).toEqual(first);
  expect(offers.draftOf(first.ids.slice(1))).toBeUndefined();
  expect(offers.draftOf([...first.ids, ...second.ids])).toBeUndefined();
  expect(offers.draftOf([])).toBeUndefined();
});
