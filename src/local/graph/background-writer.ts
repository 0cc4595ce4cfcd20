import type { GraphContext } from './graph-context.js';

const checkEveryMs = 250;

/** Bumps the etag of one random item of one random list, as the system does now and then. */
export function bumpRandomItem({ deps, store }: GraphContext): void {
  const filled = store.lists
    .all()
    .map((list) => store.items(list))
    .filter((items) => items.size > 0);
  if (filled.length === 0) return;
  const items = deps.random.pick(filled);
  items.bump(deps.random.pick(items.all()));
}

/** Starts the background writer of the pessimistic profile; returns how to stop it. */
export function startBackgroundWriter(context: GraphContext): () => void {
  let lastAt = context.deps.clock.real();
  const timer = setInterval(() => {
    const every = context.deps.profile.current().backgroundWriterMs;
    const now = context.deps.clock.real();
    if (every === 0 || now - lastAt < every) return;
    lastAt = now;
    bumpRandomItem(context);
  }, checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
