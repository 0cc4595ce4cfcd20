import type { Finding } from '../domain/health/finding.js';
import type { GraphTroubles } from './guarded-exchange.js';
import type { PlaceTroubleKind } from './place-troubles.js';
import type { ExistingList, SiteAddress } from './site.js';

const codeOf = {
  denied: 'place-denied',
  gone: 'place-gone',
  locked: 'place-locked',
  full: 'place-full',
} as const satisfies Readonly<Record<PlaceTroubleKind, Finding['code']>>;

/** What is wrong with Graph, the site and its lists, with lists named as people see them. */
export function troubleFindings(
  { awaySince, busySince, tokenRefused, places }: GraphTroubles,
  site: SiteAddress,
  lists: readonly ExistingList[],
): readonly Finding[] {
  const nameOf = (place: string): string => {
    const list = lists.find(({ id }) => place.endsWith(`/lists/${id}`));
    return list?.displayName ?? `https://${site.hostname}${site.path}`;
  };
  const known = new Map<string, Finding>();
  for (const { kind, place, since } of places) {
    const name = nameOf(place);
    // Told once, whether reading or writing met it.
    known.set(`${kind} ${name}`, { code: codeOf[kind], place: name, since });
  }
  return [
    ...(awaySince === undefined ? [] : [{ code: 'graph-away', since: awaySince } as const]),
    ...(tokenRefused === undefined
      ? []
      : [{ code: 'token-refused', service: 'graph', said: tokenRefused } as const]),
    ...(busySince === undefined ? [] : [{ code: 'graph-busy', since: busySince } as const]),
    ...known.values(),
  ];
}
