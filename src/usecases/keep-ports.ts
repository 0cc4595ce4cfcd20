import type { Act } from '../domain/act.js';
import type { Campaign } from '../domain/campaign.js';
import { canonicalText } from '../domain/canonical-text.js';
import { wholeSecond } from '../domain/instant.js';
import { type MasterKind, type MasterOf, masterKeys } from '../domain/master/master-kinds.js';
import type { Role } from '../domain/member.js';
import type { Actor } from '../domain/person.js';
import { type Recorded, valuesOf } from '../domain/recorded.js';
import type { RowShelf } from './keep-row.js';
import type {
  Clock,
  KeptRows,
  KeptRowsWriter,
  MasterStores,
  Pause,
  Register,
  Store,
} from './ports.js';

/** What keeping masters and campaigns needs. */
export interface KeepPorts {
  readonly clock: Clock;
  readonly register: Register & KeptRows;
  readonly writer: KeptRowsWriter;
  readonly masters: MasterStores;
  readonly campaigns: Store<Campaign>;
  readonly pause: Pause;
  /** A digest of a text that nobody can find another text for. */
  readonly digest: (text: string) => string;
}

/** Who keeps something, with the roles held now; the first administrator holds one that is in no list. */
export interface Keeper {
  readonly by: Actor;
  readonly roles: readonly Role[];
}

/** The act of a keeper, now. */
export function actOf({ clock }: Pick<KeepPorts, 'clock'>, { by, roles }: Keeper): Act {
  return { by, at: wholeSecond(clock.now()), roles: roles.map((role) => ({ role })) };
}

/** The state of a row in a few characters, by which an editor says what it looked at. */
export function rowVersion(digest: KeepPorts['digest'], row: Recorded): string {
  return digest(canonicalText(valuesOf(row))).slice(0, 16);
}

/** The shelf of a master. */
export function masterShelf<K extends MasterKind>(
  { register, writer, masters, pause }: KeepPorts,
  kind: K,
): RowShelf<MasterOf[K]> {
  return {
    store: masters[kind],
    keyOf: masterKeys[kind],
    held: (key) => register.masterRow(kind, key),
    took: (stored) => writer.tookMaster(kind, stored),
    pause,
  };
}

/** The shelf of the campaigns. */
export function campaignShelf({
  register,
  writer,
  campaigns,
  pause,
}: KeepPorts): RowShelf<Campaign> {
  return {
    store: campaigns,
    keyOf: ({ id }) => id,
    held: (id) => register.campaign(id),
    took: (stored) => writer.tookCampaign(stored),
    pause,
  };
}
