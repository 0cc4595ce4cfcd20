/** Terms by their characters. */
export interface TermTrie {
  readonly next: Map<string, TermTrie>;
  readonly ids: Set<string>;
}

/** A place of a text where a term stands: from `start`, before `end`. */
export interface Span {
  readonly ids: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

/** An empty trie. */
export const newTrie = (): TermTrie => ({ next: new Map(), ids: new Set() });

/** Adds a term; an empty one is nowhere to be found. */
export function plant(root: TermTrie, term: string, id: string): void {
  let node = root;
  for (const unit of term.split('')) {
    const next = node.next.get(unit) ?? newTrie();
    node.next.set(unit, next);
    node = next;
  }
  if (node !== root) node.ids.add(id);
}

/** Every place of `text` where a term of the trie stands, also within longer terms. */
export function spansIn(root: TermTrie, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start += 1) {
    let node = root.next.get(text.charAt(start));
    for (let end = start + 1; node; end += 1) {
      if (node.ids.size > 0) spans.push({ ids: node.ids, start, end });
      node = node.next.get(text.charAt(end));
    }
  }
  return spans;
}
