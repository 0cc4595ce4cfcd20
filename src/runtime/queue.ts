/** Runs works one after another, in the order in which they were given; a failing one does not stop the next. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Opens a queue. */
export function openQueue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
