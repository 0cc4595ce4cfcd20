/** A dead process's files are taken over within half a minute; so many forms are not answered in that time. */
const most = 10_000;

/** Tokens that were finished here lately. */
export interface RecentTokens {
  add(token: string): void;
  has(token: string): boolean;
}

/** Opens an empty set that forgets its oldest tokens. */
export function openRecentTokens(): RecentTokens {
  const tokens = new Set<string>();
  return {
    add: (token) => {
      tokens.add(token);
      const [oldest] = tokens;
      if (tokens.size > most && oldest !== undefined) tokens.delete(oldest);
    },
    has: (token) => tokens.has(token),
  };
}
