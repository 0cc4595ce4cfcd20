import fc from 'fast-check';
import { MeasureWorld, rightMeasure, rightRule, type WorldPerson } from './measure-world.js';

const numbers = ['R8-0001', 'R8-0002', 'R8-0003'];
/** The measures of the world: one published, one rule, one draft. */
export const ids = ['m', 'r', 'late'];
const reason = { reason: '公表した内容に誤りがありました。' };
const today = { realisedOn: '2026-10-05' };
const people: readonly WorldPerson[] = [
  'secretary',
  'secondSecretary',
  'owner',
  'head',
  'otherOwner',
  'proposer',
];

/** One step: what is done, by whom, with which proposal and which measure. */
export interface Step {
  readonly what: string;
  readonly who: WorldPerson;
  readonly number: string;
  readonly id: string;
  readonly word: string;
  readonly flag: boolean;
}

/** Rows of 再掲 in other categories than the measure's own. */
const relistings: Readonly<Record<string, string>> = {
  一: '',
  二: 'env-duty',
  三: 'env-duty|別の題名',
};

const formOf = ({ id, word, flag }: Step) => ({
  ...(id === 'r' ? rightRule : rightMeasure),
  title: `取組${word}`,
  relistings: `${relistings[word] ?? ''}${flag ? `\n${id === 'r' ? 'paperless' : 'work'}` : ''}`,
});

/** Everything that can be done, by name; what the rules refuse changes nothing. */
export const steps: Readonly<Record<string, (world: MeasureWorld, step: Step) => unknown>> = {
  link: (world, { number, id, flag }) => world.link(number, id, flag ? 'whole' : 'part'),
  unlink: (world, { number, id, who }) =>
    world.propose(number, who, 'unlink-measure', { measure: id, ...reason }),
  start: (world, { number, who }) =>
    world.propose(number, who, 'start-work', { startedOn: '2026-10-05', firstAction: '試す。' }),
  part: (world, { number, who }) => world.propose(number, who, 'partly-realise'),
  propose: (world, { number, who }) => world.propose(number, who, 'propose-realised', today),
  confirm: (world, { number, who }) => world.propose(number, who, 'confirm'),
  decline: (world, { number, who }) => world.propose(number, who, 'decline-confirmation', reason),
  correctProposal: (world, { number, who }) =>
    world.propose(number, who, 'correct-publication', reason),
  publishProposal: (world, { number, who }) => world.propose(number, who, 'publish'),
  undoProposal: (world, { number, who }) => world.propose(number, who, 'undo-publication'),
  edit: (world, step) => world.act(step.id, step.who, 'edit', formOf(step)),
  correct: (world, step) => world.act(step.id, step.who, 'correct', { ...formOf(step), ...reason }),
  publish: (world, { id, who, flag }) => world.act(id, who, 'publish', flag ? today : {}),
  undo: (world, { id, who }) => world.act(id, who, 'undo-publication'),
  withdraw: (world, { id, who }) => world.act(id, who, 'withdraw', reason),
  reinstate: (world, { id, who }) => world.act(id, who, 'reinstate', reason),
  ask: (world, { id, who }) => world.act(id, who, 'ask-realisation', today),
  confirmAll: (world, { id, who }) => world.act(id, who, 'confirm-realisation'),
  declineAll: (world, { id, who }) => world.act(id, who, 'decline-realisation', reason),
  publishAll: (world, { id, who }) => world.act(id, who, 'publish-realised'),
  sweep: (world, { flag }) => world.drive(flag ? 1 : undefined),
  wait: (world) => {
    world.now += 10_000;
    world.release();
  },
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...Object.keys(steps)),
  who: fc.constantFrom(...people),
  number: fc.constantFrom(...numbers),
  id: fc.constantFrom(...ids),
  word: fc.constantFrom('一', '二', '三'),
  flag: fc.boolean(),
});

type Named = Pick<Step, 'what' | 'who' | 'id'> & Partial<Step>;

const likely = (what: string, who: WorldPerson = 'secretary'): Named => ({ what, who, id: 'm' });

/** The way of a proposal to its end. Left alone it would be found by chance once in a hundred runs. */
const wayToTheEnd: readonly Named[] = [
  { ...likely('link'), flag: true, number: 'R8-0001' },
  { ...likely('link'), flag: false, number: 'R8-0003' },
  likely('ask', 'owner'),
  { ...likely('sweep'), flag: false },
  likely('confirmAll', 'secondSecretary'),
  { ...likely('sweep'), flag: false },
  likely('publishAll'),
  { ...likely('sweep'), flag: false },
  likely('wait'),
  { ...likely('correctProposal'), number: 'R8-0001' },
  { ...likely('unlink'), number: 'R8-0001' },
  { ...likely('unlink'), number: 'R8-0003' },
  likely('withdraw'),
  { ...likely('publish'), flag: false },
  likely('wait'),
  { ...likely('publishProposal'), number: 'R8-0001' },
  likely('wait'),
];

/** Any steps, with those of the way to the end scattered among them, so that ends are reached and left again. */
export const lives: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    ...wayToTheEnd.map((named) =>
      fc
        .tuple(fc.array(anyStep, { maxLength: 4, size: 'max' }), anyStep)
        .map(([before, after]): readonly Step[] => [...before, { ...after, ...named }]),
    ),
    fc.array(anyStep, { maxLength: 10, size: 'max' }),
  )
  .map((parts) => parts.flat());

/** Two published measures, one draft, three decided proposals. */
export function startingWorld(): MeasureWorld {
  const world = new MeasureWorld();
  world.published('m');
  world.published('r', rightRule);
  world.create('late', 'owner');
  world.decided('R8-0001');
  world.decided('R8-0002', 'proposer');
  world.decided('R8-0003');
  return world;
}
