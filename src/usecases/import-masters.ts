import type { Act } from '../domain/act.js';
import {
  type ImportFault,
  readSheets,
  type Sheet,
  type WorkbookWords,
} from '../domain/master/import-sheets.js';
import { type MasterKind, masterKinds } from '../domain/master/master-kinds.js';
import {
  changesOf,
  differenceText,
  type ImportChange,
  type ImportChoices,
  type ImportPlan,
  planImport,
} from '../domain/master/plan-import.js';
import { recordRow, valuesBeforeImport, valuesOf } from '../domain/recorded.js';
import type { Refusal } from '../domain/refusal.js';
import { allowed, type Result, refused } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import { actOf, type Keeper, type KeepPorts, masterShelf } from './keep-ports.js';
import { keepRow } from './keep-row.js';
import { someAtOnce } from './some-at-once.js';

/** A workbook that was handed in, with what decides how it is compared. */
export interface HandedIn {
  readonly sheets: readonly Sheet[];
  readonly words: WorkbookWords;
  /** The last day of rows that a sheet leaves out; without it they stay. */
  readonly endAbsentOn?: string;
}

/** A difference that was looked at. Without a token there is nothing to apply, or faults stand in the way. */
export interface LookedAt {
  readonly plan: ImportPlan;
  readonly token?: string;
}

/** What applying came to; with a refusal the difference as it is now. */
export type ImportOutcome =
  | { readonly kind: 'applied'; readonly plan: ImportPlan; readonly written: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly now: LookedAt };

const writesAtOnce = 4;

function planOf(ports: KeepPorts, act: Act, handed: HandedIn, token?: string): ImportPlan {
  const faults: ImportFault[] = [];
  const sheets = readSheets(handed.sheets, handed.words, faults);
  const { endAbsentOn } = handed;
  const choices: ImportChoices = {
    ...(endAbsentOn !== undefined && { endAbsentOn }),
    ...(token !== undefined && { token }),
  };
  return planImport(sheets, ports.register.masterRows(), act, choices, faults);
}

function tokenOf({ digest }: KeepPorts, plan: ImportPlan): string | undefined {
  const isApplicable = plan.faults.length === 0 && changesOf(plan).length > 0;
  return isApplicable ? digest(differenceText(plan)) : undefined;
}

/** 取込みの確認: the difference between a workbook and the masters, with the token under which it can be applied. */
export function previewImport(ports: KeepPorts, keeper: Keeper, handed: HandedIn): LookedAt {
  const plan = planOf(ports, actOf(ports, keeper), handed);
  const token = tokenOf(ports, plan);
  return { plan, ...(token !== undefined && { token }) };
}

/** Writes one row of the difference, unless this import has written it before. False where it is another row now. */
async function writeChange<K extends MasterKind>(
  ports: KeepPorts,
  act: Act,
  change: ImportChange<K>,
  token: string,
): Promise<boolean> {
  const shelf = masterShelf(ports, change.kind);
  let isDone = false;
  const outcome = await keepRow(shelf, change.key, (present): Result<typeof change.after> => {
    isDone = present !== undefined && valuesBeforeImport(present, token) !== undefined;
    const isSame = sameValue(present && valuesOf(present), change.before);
    const next = isSame ? recordRow(present, change.after, act, { token }) : undefined;
    return next ? allowed(next) : refused({ code: 'difference-changed' });
  });
  return outcome.kind === 'kept' || isDone;
}

async function writeKind<K extends MasterKind>(
  ports: KeepPorts,
  act: Act,
  changes: readonly ImportChange<K>[],
  token: string,
): Promise<readonly boolean[]> {
  const due = changes.filter(({ isDone }) => !isDone);
  return someAtOnce(due, writesAtOnce, (change) => writeChange(ports, act, change, token));
}

/**
 * 取込み: applies a difference if it is exactly the one that was looked at, row by row, each with its own conditional
 * write. Interrupted, it goes on where it stopped when the same workbook comes with the same token again.
 */
export async function applyImport(
  ports: KeepPorts,
  keeper: Keeper,
  handed: HandedIn,
  token: string,
): Promise<ImportOutcome> {
  const act = actOf(ports, keeper);
  const plan = planOf(ports, act, handed, token);
  const changed = (): ImportOutcome => ({
    kind: 'refused',
    refusal: { code: 'difference-changed' },
    now: previewImport(ports, keeper, handed),
  });
  if (tokenOf(ports, plan) !== token) return changed();
  let written = 0;
  for (const kind of masterKinds) {
    const results = await writeKind(ports, act, plan.changes[kind], token);
    if (results.includes(false)) return changed();
    written += results.length;
  }
  return { kind: 'applied', plan, written };
}
