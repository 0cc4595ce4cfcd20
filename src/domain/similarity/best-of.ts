/** A text with a score. */
export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/**
 * Keeps the best `limit` of what it is offered, in the order given; `isBetter` must tell any two
 * apart, so that the outcome does not depend on the order of the offers.
 */
export function createBestOf(limit: number, isBetter: (one: Scored, other: Scored) => boolean) {
  const kept: Scored[] = [];

  function sink(scored: Scored): void {
    let at = kept.length;
    kept.push(scored);
    for (let before = kept[at - 1]; before && isBetter(scored, before); before = kept[at - 1]) {
      kept[at] = before;
      at -= 1;
    }
    kept[at] = scored;
    if (kept.length > limit) kept.pop();
  }

  return {
    /** Whether a score has a chance; saves the making of an offer. */
    mayEnter: (score: number): boolean =>
      kept.length < limit || score >= (kept[kept.length - 1]?.score ?? 0),
    offer: sink,
    list: (): readonly Scored[] => kept,
  };
}
