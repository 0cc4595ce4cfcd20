import type { Proposal } from '../domain/proposal.js';
import type { IsCommon } from '../domain/search/catalogue-search.js';
import { createNumberColumn } from '../domain/search/number-column.js';
import type { ProposalPlaces } from './proposal-places.js';

/** Which places all staff find, kept until what that depends on changes. */
export interface CommonPlaces {
  put(place: number, proposal: Proposal): void;
  remove(place: number): void;
  /** Follows a rule: where it is another function than before, all are looked at again; answers whether it was. */
  follow(rule: IsCommon): boolean;
  has(place: number): boolean;
  count(): number;
}

/** Opens it without a rule: nobody finds anything. */
export function createCommonPlaces(places: ProposalPlaces): CommonPlaces {
  let isCommon: IsCommon | undefined;
  let flags = createNumberColumn();
  let all = 0;

  function set(place: number, flag: boolean): void {
    all += Number(flag) - flags.get(place);
    flags.set(place, Number(flag));
  }

  return {
    put: (place, proposal) => set(place, isCommon?.(proposal) === true),
    remove: (place) => set(place, false),
    follow(rule) {
      if (isCommon === rule) return false;
      isCommon = rule;
      flags = createNumberColumn();
      all = 0;
      for (const [place, proposal] of places.entries()) set(place, rule(proposal));
      return true;
    },
    has: (place) => flags.get(place) === 1,
    count: () => all,
  };
}
