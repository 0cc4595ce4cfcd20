import type { Adoption } from '../domain/casebook/adoption.js';
import type { EffectAnswer } from '../domain/measures/effect-answer.js';
import { type Measure, standingOf } from '../domain/measures/measure.js';
import type { Proposal } from '../domain/proposal.js';
import type { Held } from './held.js';
import type { Shelf } from './shelf.js';
import { createView } from './view.js';

/** The shelves that the measures stand on. */
export interface MeasureShelves {
  readonly proposals: Shelf<Proposal>;
  readonly measures: Shelf<Measure>;
  readonly casebookRules: Shelf<Measure>;
  readonly effectAnswers: Shelf<EffectAnswer>;
  readonly adoptions: Shelf<Adoption>;
}

/** Values under each of the keys that a value has. */
function gathered<T>(
  values: readonly T[],
  keysOf: (value: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const own = found.get(key) ?? [];
      own.push(value);
      found.set(key, own);
    }
  }
  return found;
}

/** The part of the register that knows measures and rules, what they realise, and what people say of their effect. */
export function openMeasureBook(
  shelves: MeasureShelves,
  proposalsInOrder: () => readonly Held<Proposal>[],
) {
  const { proposals, measures, casebookRules, effectAnswers, adoptions } = shelves;
  const measure = (id: string) => measures.byKey(id) ?? casebookRules.byKey(id);
  const all = createView([measures, casebookRules], () =>
    [...measures.values(), ...casebookRules.values()].toSorted(
      (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    ),
  );
  const inOrder = () => proposalsInOrder().map(({ value }) => value);
  const idsOf = ({ links = [] }: Pick<Proposal, 'links'>) =>
    links.map(({ measureId }) => measureId);
  const linked = createView([proposals], () => gathered(inOrder(), idsOf));
  const told = createView([proposals], () =>
    gathered(inOrder(), ({ published }) => idsOf(published)),
  );
  const answers = createView([effectAnswers], () =>
    gathered(effectAnswers.values(), ({ measureId }) => [measureId]),
  );
  const adopted = createView([adoptions], () =>
    gathered(adoptions.values(), ({ measureId }) => [measureId]),
  );

  return {
    measure,
    measures: (): readonly Measure[] => all(),
    measureState(id: string): 'draft' | 'published' | undefined {
      const held = measure(id);
      return held && standingOf(held.value);
    },
    proposalsLinkedTo: (id: string): readonly Proposal[] => linked().get(id) ?? [],
    proposalsToldWith: (id: string): readonly Proposal[] => told().get(id) ?? [],
    effectAnswer: (key: string) => effectAnswers.byKey(key),
    effectAnswersOf: (id: string): readonly EffectAnswer[] => answers().get(id) ?? [],
    adoption: (key: string) => adoptions.byKey(key),
    adoptionsOf: (id: string): readonly Adoption[] => adopted().get(id) ?? [],
    tookMeasure(held: Held<Measure>): void {
      const shelf = held.value.content.kind === 'rule' ? casebookRules : measures;
      shelf.took(held);
    },
    tookEffectAnswer: effectAnswers.took,
    tookAdoption: adoptions.took,
  };
}
