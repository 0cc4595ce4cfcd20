import { withdrawMeasure } from '../../../src/domain/measures/withdraw-measure.js';
import { MeasureWorld, type WorldPerson } from '../../support/measure-world.js';

const number = 'R8-0001';
const today = { realisedOn: '2026-10-05' };
const reason = { reason: '運用をやめることにした。' };

let world: MeasureWorld;

function pass(): void {
  world.now += 10_000;
  world.release();
}

/** A proposal that is told as realised by the measure m. */
beforeEach(() => {
  world = new MeasureWorld();
  world.published('m');
  world.decided(number);
  world.link(number, 'm', 'whole');
  world.propose(number, 'secretary', 'propose-realised', today);
  world.propose(number, 'head', 'confirm');
  world.propose(number, 'secretary', 'publish');
  pass();
  expect(world.proposal(number).published.status).toBe('realised');
});

/** What the refusal of a withdrawal names. */
function named(who: WorldPerson): readonly string[] | undefined {
  const measure = world.measure('m');
  const result = withdrawMeasure(measure, reason, world.actOf(who), world.measureContext);
  if (result.ok || result.refusal.code !== 'measure-in-use') return undefined;
  return result.refusal.numbers;
}

function correctAndUnlink(): void {
  expect(world.propose(number, 'secretary', 'correct-publication', reason)).toBe('allowed');
  expect(world.propose(number, 'secretary', 'unlink-measure', { measure: 'm', ...reason })).toBe(
    'allowed',
  );
}

test('what is told to be realised by a measure holds it until the correction is told as well', () => {
  correctAndUnlink();
  expect(world.act('m', 'owner', 'withdraw', reason)).toBe('measure-in-use');
  world.propose(number, 'secretary', 'publish');
  pass();
  expect(world.act('m', 'owner', 'withdraw', reason)).toBe('allowed');
});

test('the refusal names what is told, and a hidden proposal only to those who work on it', () => {
  expect(named('owner')).toEqual([number]);
  const { published, ...proposal } = world.proposal(number);
  const { decision: _, ...ofNoOffice } = published;
  const hidden = { reason: '個人の事情が書かれています。' };
  world.proposals.set(number, { ...proposal, hidden, published: ofNoOffice });
  expect(named('secretary')).toEqual([number]);
  expect(named('owner')).toEqual([]);
});

test('a realisation that is not told is named to nobody who does not work on the proposal', () => {
  const { published, ...proposal } = world.proposal(number);
  const { decision: _, links: __, realisation: ___, ...state } = published;
  const before = { ...state, status: 'decided' as const };
  world.proposals.set(number, { ...proposal, published: before });
  expect(named('secretary')).toEqual([number]);
  expect(named('owner')).toEqual([]);
});

/** The measure m of an office that does not own the proposal. */
function ofAnotherOffice(): void {
  const measure = world.measure('m');
  const content = { ...measure.content, owner: { departmentId: 'doboku' } };
  world.measures.set('m', { ...measure, content });
}

test('an office that has nothing to do with a proposal reads of it what everybody does', () => {
  ofAnotherOffice();
  expect(named('otherOwner')).toEqual([number]);
});

test('and nothing where its campaign shows it to nobody, or it is not told to rest on this measure', () => {
  ofAnotherOffice();
  const proposal = world.proposal(number);
  world.proposals.set(number, { ...proposal, campaignId: 'unknown' });
  expect(named('otherOwner')).toEqual([]);
  const links = [{ measureId: 'other', coverage: 'whole' as const }];
  world.proposals.set(number, { ...proposal, published: { ...proposal.published, links } });
  expect(named('otherOwner')).toEqual([]);
  expect(named('secretary')).toEqual([number]);
});
