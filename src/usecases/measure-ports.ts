import type { Adoption } from '../domain/casebook/adoption.js';
import type { EffectAnswer } from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { Proposal } from '../domain/proposal.js';
import type { Clock, Register, Store, Stored } from './ports.js';
import type { MeasureArchive } from './trail-archive.js';

/** Measures lie in two lists: the rules of the casebook in one, all others in the other. */
export interface MeasureStores {
  readonly measures: Store<Measure>;
  readonly casebookRules: Store<Measure>;
}

/** The part of the register that knows measures. */
export interface MeasureBook {
  /** A measure, or a rule of the casebook, which is one. */
  measure(id: string): Stored<Measure> | undefined;
  /** Measures and rules, in the order in which they were made. */
  measures(): readonly Measure[];
  /** The proposals whose working state names a measure as realising them, in the order of their numbers. */
  proposalsLinkedTo(measureId: string): readonly Proposal[];
  /** The proposals whose published state names it, in the same order. */
  proposalsToldWith(measureId: string): readonly Proposal[];
  effectAnswer(key: string): Stored<EffectAnswer> | undefined;
  effectAnswersOf(measureId: string): readonly EffectAnswer[];
  adoption(key: string): Stored<Adoption> | undefined;
  adoptionsOf(measureId: string): readonly Adoption[];
}

/** Takes the reply of an own write into it, ahead of the change feed. */
export interface MeasureBookWriter {
  tookMeasure(stored: Stored<Measure>): void;
  tookEffectAnswer(stored: Stored<EffectAnswer>): void;
  tookAdoption(stored: Stored<Adoption>): void;
}

/** What working on measures needs. */
export interface MeasurePorts {
  readonly measureStores: MeasureStores;
  readonly measureArchive: MeasureArchive;
  readonly register: Register & MeasureBook;
  readonly writer: MeasureBookWriter;
  readonly clock: Clock;
}
