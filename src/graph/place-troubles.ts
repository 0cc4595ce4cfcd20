import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';
import type { GraphAnswer, GraphCall } from './answer.js';

/** What a service can say of a site or a list that only an administrator can put right. */
export type PlaceTroubleKind = 'denied' | 'gone' | 'locked' | 'full';

/** Trouble with a site or a list, from the answer that first told of it until one that shows it is over. */
export interface PlaceTrouble {
  readonly kind: PlaceTroubleKind;
  /** `/sites/{id}` or `/sites/{id}/lists/{id}`. */
  readonly place: string;
  readonly since: Instant;
}

/** Remembers which sites and lists are in trouble. */
export interface PlaceTroubles {
  heard(call: GraphCall, answer: GraphAnswer): void;
  all(): readonly PlaceTrouble[];
}

const kindOf: Readonly<Record<number, PlaceTroubleKind>> = {
  401: 'denied',
  403: 'denied',
  404: 'gone',
  423: 'locked',
  507: 'full',
};

const addressOf = ({ path }: GraphCall): string => path.split('?', 1)[0] ?? '';

/** The list of a call, or else its site; undefined for calls to neither. */
function placeOf(address: string): string | undefined {
  return /^\/sites\/[^/:]+(\/lists\/[^/]+)?/.exec(address)?.[0];
}

/** Whether an address names a list or all that is in it, so that 404 is said of the list and not of an item. */
const isWholeList = (address: string): boolean =>
  /^\/sites\/[^/]+(\/lists(\/[^/]+(\/items(\/delta)?|\/columns)?)?)?$/.test(address);

/** The trouble that an answer tells of its place; undefined where it tells of none. */
export function placeTroubleOf(call: GraphCall, answer: GraphAnswer): PlaceTroubleKind | undefined {
  if (answer.kind === 'unanswered') return undefined;
  const kind = kindOf[answer.status];
  return kind === 'gone' && !isWholeList(addressOf(call)) ? undefined : kind;
}

/** Opens an empty memory. Reading and writing are apart: a list can be read that takes nothing. */
export function createPlaceTroubles(clock: Clock): PlaceTroubles {
  const troubles = new Map<string, PlaceTrouble>();
  return {
    heard(call, answer) {
      const place = placeOf(addressOf(call));
      if (place === undefined || answer.kind === 'unanswered') return;
      const key = `${call.method === 'GET' ? 'read' : 'write'} ${place}`;
      const kind = placeTroubleOf(call, answer);
      const known = troubles.get(key);
      if (kind) troubles.set(key, { kind, place, since: known?.since ?? clock.now() });
      else if (answer.status < 300) troubles.delete(key);
    },
    all: () => [...troubles.values()],
  };
}
