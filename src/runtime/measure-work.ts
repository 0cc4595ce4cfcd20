import type { MeasureActs } from '../api/deps.js';
import { actOnMeasure } from '../usecases/act-on-measure.js';
import type { ActPorts } from '../usecases/act-on-proposal.js';
import { answerAdoption } from '../usecases/answer-adoption.js';
import { answerEffect } from '../usecases/answer-effect.js';
import { carryOutDrives } from '../usecases/carry-out-drives.js';
import { makeMeasure } from '../usecases/make-measure.js';
import type { MeasureBookWriter } from '../usecases/measure-ports.js';
import type { FaultLog } from '../usecases/ports.js';
import { releaseDueMeasures } from '../usecases/release-due-measures.js';
import type { Books } from './books.js';

/** The part of the books that measures need. */
export interface MeasureBooks extends Pick<Books, 'register' | 'measureArchive'> {
  readonly writer: MeasureBookWriter;
  readonly graph: {
    readonly stores: Pick<
      Books['graph']['stores'],
      'measures' | 'casebookRules' | 'effectAnswers' | 'adoptions'
    >;
  };
}

/** What is done with measures, when somebody asks and by itself. */
export interface MeasureWork {
  readonly acts: MeasureActs;
  /** Publishes what is due, and brings the proposals of measures up to date. */
  readonly sweep: (onFault: FaultLog) => Promise<void>;
}

/** Binds the use cases of measures to the lists and the register. */
export function openMeasureWork(
  { register, writer, graph, measureArchive }: MeasureBooks,
  acts: ActPorts,
): MeasureWork {
  const { measures, casebookRules, effectAnswers, adoptions } = graph.stores;
  const { clock } = acts;
  const measureStores = { measures, casebookRules };
  const ports = { ...acts, measureStores, measureArchive, register };
  const own = { measureStores, measureArchive, register, writer, clock };
  return {
    acts: {
      make: (by, id, form) => makeMeasure(own, by, id, form),
      onOne: (by, seen, name, form) => actOnMeasure(own, by, seen, name, form),
      answerEffect: (personId, id, form) =>
        answerEffect({ ...own, effectAnswers }, personId, id, form),
      answerAdoption: (by, id, form, seenAt) =>
        answerAdoption({ ...own, adoptions }, by, id, form, seenAt),
    },
    async sweep(onFault) {
      await releaseDueMeasures(own, onFault);
      await carryOutDrives({ ...ports, writer: { ...writer, ...acts.writer } }, onFault);
    },
  };
}
