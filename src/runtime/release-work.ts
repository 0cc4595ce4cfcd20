import type { ReleaseActs } from '../api/release-deps.js';
import type { Cards } from '../cards/create-cards.js';
import { publishedView } from '../domain/published-view.js';
import { composeRelease } from '../notifications/compose-release.js';
import type { ActPorts } from '../usecases/act-on-proposal.js';
import { actOnReleaseSet } from '../usecases/act-on-release-set.js';
import { type CarryOutPorts, carryOutReleases } from '../usecases/carry-out-releases.js';
import { chooseForRelease, takeFromRelease } from '../usecases/choose-for-release.js';
import { correctProgress } from '../usecases/correct-progress.js';
import { makeReleaseSet } from '../usecases/make-release-set.js';
import type { MeasureBookWriter } from '../usecases/measure-ports.js';
import type { FaultLog } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import type { ReleaseBookWriter } from '../usecases/release-ports.js';
import type { Books } from './books.js';

/** The part of the books that release sets need. */
export interface ReleaseBooks extends Pick<Books, 'register' | 'measureArchive'> {
  readonly writer: ReleaseBookWriter & MeasureBookWriter;
  readonly graph: {
    readonly stores: Pick<
      Books['graph']['stores'],
      'measures' | 'casebookRules' | 'releaseSets' | 'publications'
    >;
  };
}

/** What is done with release sets, when somebody asks and by itself. */
export interface ReleaseWork {
  readonly acts: ReleaseActs;
  /** Brings every set that is under way as far as it goes now. */
  readonly sweep: (onFault: FaultLog) => Promise<void>;
}

/** Binds the use cases of release sets to the lists and the register. */
export function openReleaseWork(
  { register, graph, writer, measureArchive }: ReleaseBooks,
  acts: ActPorts,
  cards: Cards,
): ReleaseWork {
  const { measures, casebookRules, releaseSets, publications } = graph.stores;
  const ports: CarryOutPorts = {
    ...acts,
    measureStores: { measures, casebookRules },
    measureArchive,
    releaseStores: { releaseSets, publications },
    register,
    writer: { ...writer, ...acts.writer },
    releaseWriter: writer,
  };
  return {
    acts: {
      make: (by, id, form) => makeReleaseSet(ports, by, id, form),
      change: (by, seen, command) => actOnReleaseSet(ports, by, seen, command),
      choose: (by, seen, items) => chooseForRelease(ports, by, seen, items),
      takeOut: (by, seen, items) => takeFromRelease(ports, by, seen, items),
      correct: (by, seen, reason) => correctProgress(ports, by, seen, reason),
      personalCard: (proposal, locale) =>
        cards.status({
          locale,
          masters: register.masters(),
          view: publishedView(proposal, publishedSurroundings(register)),
          as: 'proposer',
        }).card,
      postCard: (set, post, locale) => composeRelease(cards, register, set, post, locale).card,
    },
    sweep: (onFault) => carryOutReleases(ports, onFault),
  };
}
