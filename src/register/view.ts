/** What a view is made of. */
export interface ViewSource {
  values(): readonly unknown[];
}

/** A view of shelves that is worked out again only after one of them changed. */
export function createView<V>(sources: readonly ViewSource[], make: () => V): () => V {
  let seen: readonly unknown[] = [];
  let view: V | undefined;
  return () => {
    const present = sources.map((source) => source.values());
    if (view === undefined || present.some((values, index) => values !== seen[index])) {
      view = make();
      seen = present;
    }
    return view;
  };
}
