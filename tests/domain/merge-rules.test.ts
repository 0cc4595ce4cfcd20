import type { ActContext } from '../../src/domain/act-context.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { canPublish, releasePublication } from '../../src/domain/publication.js';
import type { Result } from '../../src/domain/result.js';
import { effectContext, reason, reviewing } from '../support/act-effect.js';
import { actsAs, done, inStatus, published } from '../support/proposal-in-status.js';
import { allowedValue, did, receivedProposal } from '../support/sample-proposals.js';

const { secretariat, proposer } = actsAs;
const into = { mergeInto: 'R8-0002', reason };

/** A context that knows these proposals, and who is published as merged into whom. */
const knowing = (...known: readonly Proposal[]): ActContext => ({
  ...effectContext,
  proposal: (id) => known.find((each) => each.id === id),
  proposalByNumber: (number) => known.find((each) => each.number === number),
  isSurvivor: (id) => known.some((each) => each.published.mergedInto === id),
});

const survivor = receivedProposal({ id: 'other', number: 'R8-0002' });
const third = receivedProposal({ id: 'third', number: 'R8-0003' });
const gone = (proposal: Proposal): Proposal => done(proposal, 'withdraw', {}, proposer);
const merged = () =>
  allowedValue(did(reviewing(), 'merge', into, secretariat, knowing(reviewing(), survivor)));
const codeOf = (result: Result<Proposal>) => (result.ok ? 'allowed' : result.refusal.code);

test('nothing is merged into what was withdrawn, directly or through others', () => {
  const tried = (...known: readonly Proposal[]) =>
    codeOf(did(reviewing(), 'merge', into, secretariat, knowing(reviewing(), ...known)));
  const pointing = { ...survivor, mergedInto: 'third' };
  expect(tried(survivor)).toBe('allowed');
  expect(tried(pointing, third)).toBe('allowed');
  expect(tried(gone(survivor))).toBe('survivor-withdrawn');
  expect(tried(pointing, gone(third))).toBe('survivor-withdrawn');
});

describe('a merge into something that was withdrawn before the merge was told', () => {
  const publish = (proposal: Proposal, ...known: readonly Proposal[]) =>
    did(proposal, 'publish', {}, secretariat, knowing(proposal, ...known));

  test('is not published until it is undone', () => {
    expect(codeOf(publish(merged(), survivor))).toBe('allowed');
    expect(codeOf(publish(merged(), gone(survivor)))).toBe('survivor-withdrawn');
    const decided = done(reviewing(), 'propose-exclusion', { exclusionReason: 'other', reason });
    expect(codeOf(publish(decided, gone(survivor)))).toBe('confirmation-pending');
    const undone = done(merged(), 'unmerge', { reason });
    expect(canPublish(undone)).toBe(false);
    expect(undone.status).toBe('reviewing');
  });

  test('is taken back instead of told where its publication was under way', () => {
    const scheduled = allowedValue(publish(merged(), survivor));
    const act = { by: theSystem, at: scheduled.publicationDue?.due ?? 0 };
    const carriedOut = (other: Proposal) =>
      allowedValue(releasePublication(scheduled, act, knowing(scheduled, other)));
    expect(carriedOut(survivor).published.mergedInto).toBe('other');
    const back = carriedOut(gone(survivor));
    expect(back.trail.at(-1)).toMatchObject({ kind: 'publication-undone', by: theSystem });
    expect(back.publicationDue).toBeUndefined();
    expect(back.published).toEqual(scheduled.published);
    expect(back.mergedInto).toBe('other');
  });

  test('is not carried out before it is due', () => {
    const scheduled = allowedValue(publish(merged(), survivor));
    const early = { by: theSystem, at: (scheduled.publicationDue?.due ?? 0) - 1 };
    const result = releasePublication(scheduled, early, knowing(scheduled, gone(survivor)));
    expect(codeOf(result)).toBe('nothing-to-publish');
  });
});

describe('what others are merged into', () => {
  const told = () => published(merged());
  const withdraw = (proposal: Proposal, ...known: readonly Proposal[]) =>
    codeOf(did(proposal, 'withdraw', {}, proposer, knowing(proposal, ...known)));

  test('is not withdrawn once that is published, until the merge is published as undone', () => {
    expect(withdraw(survivor, told())).toBe('survivor-of-others');
    const undone = done(told(), 'unmerge', { reason });
    expect(withdraw(survivor, undone)).toBe('survivor-of-others');
    expect(withdraw(survivor, published(undone))).toBe('allowed');
  });

  test('is withdrawn as before while nobody outside knows of the merge', () => {
    expect(withdraw(survivor, merged())).toBe('allowed');
    expect(withdraw(survivor, done(merged(), 'publish'))).toBe('allowed');
  });

  test('is refused in the order of every refusal: who, from where, what stands against it', () => {
    const other = { ...proposer, by: { id: 'x', name: 'ほかの人' } };
    const context = knowing(survivor, told());
    expect(codeOf(did(survivor, 'withdraw', {}, other, context))).toBe('not-permitted');
    expect(withdraw({ ...inStatus('reviewing'), id: 'other' }, told())).toBe(
      'transition-not-allowed',
    );
    const asked = done(inStatus('reviewing'), 'ask-question', { question: 'いつですか。' });
    expect(withdraw({ ...asked, id: 'other' }, told())).toBe('review-has-begun');
  });
});
