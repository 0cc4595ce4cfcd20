import type { ItemFault, MissingNumbers, TrailedPart } from '../domain/health/item-fault.js';
import { missingNumbers, partsNotInTrail } from '../domain/health/proposal-faults.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import { BrokenTrail } from '../domain/replay.js';
import { firstSeqOf } from '../domain/trail-entry.js';
import { isFailure } from './failure.js';
import type { Register, Stored } from './ports.js';

/** What looking after hand-edited lists needs. */
export interface ListFaultPorts {
  readonly register: Pick<Register, 'proposals'> & {
    itemFaults(): readonly ItemFault[];
    heldItem(list: string, itemId: string): Stored<unknown> | undefined;
  };
  /** What was found the last time trails were looked at that reach into the archive. */
  readonly archived: readonly ItemFault[];
  /** Writes an item whole as it is shown; undefined for a list that the product does not write. */
  rewriterOf(
    list: string,
  ): ((shown: Stored<unknown>) => Promise<'rewritten' | 'changed-meanwhile'>) | undefined;
}

/** A fault, and whether the product can put the item right by itself. */
export interface ListedFault extends ItemFault {
  readonly canRestore: boolean;
}

/** Everything in the lists that is not as the product wrote it. */
export interface ListFaultReport {
  readonly faults: readonly ListedFault[];
  readonly missing: readonly MissingNumbers[];
}

/** What restoring an item came to. */
export type RestoreOutcome =
  | { readonly kind: 'restored' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What may be written back: the item as it was read with its fault, shown as its own trail says. A last readable state
 * may be older than what others have written since, of two items of one key a person must say which is the right one,
 * and a damaged trail is not made whole by writing it.
 */
function restorable(
  { register }: ListFaultPorts,
  { list, itemId, revision, problem }: ItemFault,
): Stored<unknown> | undefined {
  if (problem.code === 'not-in-trail' && problem.parts.includes('trail')) return undefined;
  const held = register.heldItem(list, itemId);
  return revision !== undefined && held?.revision === revision ? held : undefined;
}

/** Items that nobody can say the number of: as long as there are any, a number without an item may be theirs. */
function hidesNumbers({ register }: ListFaultPorts, { list, itemId }: ItemFault): boolean {
  return list === 'proposals' && register.heldItem(list, itemId) === undefined;
}

/** Lists what is not as the product wrote it: items of all lists, and numbers that nobody holds any more. */
export function listFaults(ports: ListFaultPorts): ListFaultReport {
  const { register, archived } = ports;
  const stored = register.proposals();
  const numbers = new Map(stored.map(({ itemId, value }) => [itemId, value.number]));
  return {
    faults: [...register.itemFaults(), ...archived].map((fault) => {
      const number = fault.list === 'proposals' ? numbers.get(fault.itemId) : undefined;
      const canRestore =
        restorable(ports, fault) !== undefined && ports.rewriterOf(fault.list) !== undefined;
      return { ...fault, ...(number !== undefined && { number }), canRestore };
    }),
    missing: register.itemFaults().some((fault) => hidesNumbers(ports, fault))
      ? []
      : missingNumbers(stored.map(({ value }) => value.number)),
  };
}

/**
 * Looks at the proposals whose trails reach into the archive: an item alone cannot tell whether it says what its whole
 * trail says. An archive that cannot be read now is looked at the next time.
 */
export async function checkArchived(
  stored: readonly Stored<Proposal>[],
  whole: (proposal: Proposal) => Promise<Proposal>,
): Promise<readonly ItemFault[]> {
  const faults: ItemFault[] = [];
  for (const { itemId, value } of stored) {
    if (firstSeqOf(value) === 1) continue;
    const parts = await partsOfWhole(value, whole);
    if (parts.length > 0) {
      const problem = { code: 'not-in-trail', parts } as const;
      faults.push({ list: 'proposals', itemId, number: value.number, problem });
    }
  }
  return faults;
}

async function partsOfWhole(
  proposal: Proposal,
  whole: (proposal: Proposal) => Promise<Proposal>,
): Promise<readonly TrailedPart[]> {
  try {
    return partsNotInTrail(await whole(proposal));
  } catch (fault) {
    if (fault instanceof BrokenTrail) return ['trail'];
    if (isFailure(fault, 'unavailable')) return [];
    throw fault;
  }
}

/** Writes an item that was changed by hand as it is shown: as its trail says, or as it was last read. */
export async function restoreItem(
  ports: ListFaultPorts,
  list: string,
  itemId: string,
): Promise<RestoreOutcome> {
  const fault = [...ports.register.itemFaults(), ...ports.archived].find(
    (each) => each.list === list && each.itemId === itemId,
  );
  if (!fault) return { kind: 'refused', refusal: { code: 'nothing-to-restore' } };
  const shown = restorable(ports, fault);
  const rewrite = ports.rewriterOf(list);
  if (!shown || !rewrite) {
    return { kind: 'refused', refusal: { code: 'restore-by-hand' } };
  }
  const outcome = await rewrite(shown);
  return outcome === 'rewritten'
    ? { kind: 'restored' }
    : { kind: 'refused', refusal: { code: 'changed-meanwhile' } };
}
