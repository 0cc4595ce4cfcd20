import { changeMaster, enterMaster } from '../domain/master/change-master.js';
import type { MasterForm } from '../domain/master/master-forms.js';
import type { MasterKind, MasterOf } from '../domain/master/master-kinds.js';
import { allowed, refused } from '../domain/result.js';
import { actOf, type Keeper, type KeepPorts, masterShelf, rowVersion } from './keep-ports.js';
import { type KeepOutcome, keepRow } from './keep-row.js';

/** 登録: enters a row of a master. */
export function enterMasterRow<K extends MasterKind>(
  ports: KeepPorts,
  keeper: Keeper,
  kind: K,
  form: MasterForm,
): Promise<KeepOutcome<MasterOf[K]>> {
  const act = actOf(ports, keeper);
  const rows = ports.register.masterRows();
  return keepRow(masterShelf(ports, kind), undefined, (present) =>
    present ? refused({ code: 'changed-meanwhile' }) : enterMaster(kind, form, rows, act),
  );
}

/** A row as the editor saw it. */
export interface SeenRow {
  readonly key: string;
  readonly version: string;
}

/** 変更: changes or ends a row of a master, if it still is what the editor saw. */
export async function changeMasterRow<K extends MasterKind>(
  ports: KeepPorts,
  keeper: Keeper,
  kind: K,
  seen: SeenRow,
  form: MasterForm,
): Promise<KeepOutcome<MasterOf[K]>> {
  const act = actOf(ports, keeper);
  const rows = ports.register.masterRows();
  const shelf = masterShelf(ports, kind);
  if (!shelf.held(seen.key)) return { kind: 'refused', refusal: { code: 'no-such-row' } };
  return keepRow(shelf, seen.key, (present) => {
    if (!present) return refused({ code: 'no-such-row' });
    const result = changeMaster(kind, present, form, rows, act);
    if (!result.ok) return result;
    return rowVersion(ports.digest, present) === seen.version
      ? allowed(result.value)
      : refused({ code: 'changed-meanwhile' });
  });
}
