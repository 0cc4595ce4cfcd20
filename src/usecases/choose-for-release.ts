import type { Act } from '../domain/act.js';
import type { Actor } from '../domain/person.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import type { Refusal } from '../domain/refusal.js';
import { addItems, refuseItem, removeItems } from '../domain/releases/choose-items.js';
import type { ReleaseContext } from '../domain/releases/release-context.js';
import type { ReleaseItem } from '../domain/releases/release-item.js';
import { mayKnowOfSet } from '../domain/releases/release-permissions.js';
import { refused } from '../domain/result.js';
import { actNow } from './act-on-proposal.js';
import { actOnReleaseSet, type SeenReleaseSet } from './act-on-release-set.js';
import { type ReleaseOutcome, releaseContextOf } from './change-release-set.js';
import type { ReleasePorts } from './release-ports.js';

/** An item as people name it. */
export type ItemName =
  | { readonly kind: 'proposal'; readonly number: ProposalNumber }
  | { readonly kind: 'measure'; readonly id: string };

/** An item as the person choosing saw it: `seq` is its last trail entry then. */
export type ChosenItem = ItemName & { readonly seq: number };

/** An item that cannot be published with the set, and why; nothing of it is stored. */
export interface RefusedItem {
  readonly item: ItemName;
  readonly refusal: Refusal;
}

/** What choosing came to: the set as it is now, and the items that were left out of it. */
export interface ChoiceOutcome {
  readonly outcome: ReleaseOutcome;
  readonly refused: readonly RefusedItem[];
}

const keyOf = (item: ItemName): string => (item.kind === 'measure' ? item.id : item.number);

/** The item as a set keeps it; undefined where there is none of this number or id. */
function releaseItemOf(
  register: ReleasePorts['register'],
  item: ChosenItem,
): ReleaseItem | undefined {
  if (item.kind === 'measure') return register.measure(item.id) && item;
  const { number, seq } = item;
  const held = register.proposalByNumber(number);
  return held && { kind: 'proposal', id: held.value.id, number, seq };
}

function judge(
  register: ReleasePorts['register'],
  item: ChosenItem,
  act: Act,
  context: ReleaseContext,
): ReleaseItem | RefusedItem {
  const chosen = releaseItemOf(register, item);
  const missing = item.kind === 'measure' ? 'no-such-measure' : 'not-found';
  if (!chosen) return { item, refusal: { code: missing } };
  const refusal = refuseItem(chosen, act, context);
  return refusal ? { item, refusal } : chosen;
}

/** 入れる: those that can be published are added in one write, the others are named with their reasons. */
export async function chooseForRelease(
  ports: ReleasePorts,
  by: Actor,
  seen: SeenReleaseSet,
  items: readonly ChosenItem[],
): Promise<ChoiceOutcome> {
  const { register, clock } = ports;
  const act = actNow(register, clock, by);
  const distinct = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  const context = releaseContextOf(ports);
  const judged = distinct.map((item) => judge(register, item, act, context));
  const sound = judged.flatMap((each) => ('refusal' in each ? [] : [each]));
  const named = judged.flatMap((each) => ('refusal' in each ? [each] : []));
  const held = register.releaseSet(seen.id);
  const outcome: ReleaseOutcome =
    held && sound.length === 0 && mayKnowOfSet(held.value, act, context)
      ? { kind: 'changed', stored: held }
      : await actOnReleaseSet(ports, by, seen, (set, now, present) =>
          addItems(set, sound, now, present),
        );
  return { outcome, refused: named };
}

/** 外す. */
export function takeFromRelease(
  ports: ReleasePorts,
  by: Actor,
  seen: SeenReleaseSet,
  items: readonly ItemName[],
): Promise<ReleaseOutcome> {
  const keys = new Set(items.map(keyOf));
  return actOnReleaseSet(ports, by, seen, (set, act, context) => {
    const named = set.items.filter((item) => keys.has(keyOf(item)));
    return named.length === keys.size
      ? removeItems(set, named, act, context)
      : refused({ code: 'not-in-release-set' });
  });
}
