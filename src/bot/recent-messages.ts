const mostKept = 2000;

/** Remembers messages that were taken, because a slow turn is delivered again under the same id. */
export interface RecentMessages {
  /** False where the id is known already. */
  take(id: string): boolean;
  /** For a turn that failed: its repetition is welcome. */
  forget(id: string): void;
}

/** Opens an empty memory of bounded size; the oldest ids fall out first. */
export function openRecentMessages(): RecentMessages {
  const ids = new Set<string>();
  return {
    take: (id) => {
      if (ids.has(id)) return false;
      const [oldest] = ids;
      if (ids.size >= mostKept && oldest !== undefined) ids.delete(oldest);
      ids.add(id);
      return true;
    },
    forget: (id) => {
      ids.delete(id);
    },
  };
}
