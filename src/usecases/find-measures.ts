import type { Measure, MeasureVersion } from '../domain/measures/measure.js';
import { inPublishedOrder, versionInForce } from '../domain/measures/published-measure.js';
import { holdsAllTerms, type SearchTerm, searchTerms } from '../domain/search/search-terms.js';
import type { MeasureBook } from './measure-ports.js';

/** What of the published measures is looked for. */
export interface MeasureSearch {
  readonly words: string;
  /** The rules of the casebook, or everything else that was done. */
  readonly among: 'measures' | 'rules';
  /** Place of the first one wanted, from 0. */
  readonly from: number;
  readonly limit: number;
}

/** A published measure with what holds of it. */
export interface FoundMeasure {
  readonly measure: Measure;
  readonly inForce: MeasureVersion;
}

/** What was found. */
export interface FoundMeasures {
  readonly found: number;
  readonly page: readonly FoundMeasure[];
}

function placeOf({ inForce }: FoundMeasure, terms: readonly SearchTerm[]): 0 | 1 | undefined {
  const { title, content = '' } = inForce.state.content;
  if (holdsAllTerms([title], terms)) return 0;
  return holdsAllTerms([title, content], terms) ? 1 : undefined;
}

/** Published measures, or rules, by words: where the title says them first, and of those alike the newest. */
export function findMeasures(
  register: Pick<MeasureBook, 'measures'>,
  { words, among, from, limit }: MeasureSearch,
): FoundMeasures {
  const terms = searchTerms(words);
  const published = inPublishedOrder(register.measures())
    .flatMap((measure) => {
      const inForce = versionInForce(measure);
      return inForce ? [{ measure, inForce }] : [];
    })
    .filter(({ inForce }) => (inForce.state.content.kind === 'rule') === (among === 'rules'))
    .toReversed();
  const placed = published.flatMap((each) => {
    const place = placeOf(each, terms);
    return place === undefined ? [] : [{ each, place }];
  });
  const found = placed.toSorted((a, b) => a.place - b.place).map(({ each }) => each);
  return { found: found.length, page: found.slice(from, from + limit) };
}
