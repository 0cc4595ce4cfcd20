import type { Instant } from '../domain/instant.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import { isFromBeforeLoss, type NoticeMark } from '../domain/notice-mark.js';
import type { Stored } from '../usecases/ports.js';
import { type DerivedNotices, intentBehind } from './derive.js';
import type { ContactState } from './first-contact.js';
import type { Holding } from './hold-lost.js';
import type { NoticePorts } from './notice-ports.js';
import { isGivenUp, mayBeToldSince } from './send-claimed.js';
import { toldOf } from './told.js';

/** Since when rows wait, which every round asks of those nobody can be reached of: what happened does not change. */
type WaitingSince = WeakMap<LedgerRow, Instant>;

function sinceOf(ports: NoticePorts, row: LedgerRow, known: WaitingSince): Instant {
  const told = known.has(row) ? undefined : toldOf(ports.register, row.proposalId);
  const since = known.get(row) ?? (told ? mayBeToldSince(ports, told, row.seq) : 0);
  if (told) known.set(row, since);
  return since;
}

/** Known of somebody without a chat, these let the notice go on or come to its end. */
const endsContact: ReadonlySet<ContactState | undefined> = new Set(['has-app', 'no-account']);

/** Whether claiming a waiting row could lead to a send: someone in it can be reached by now, or is given up. */
function isWorthClaiming(
  ports: NoticePorts,
  { value }: Stored<LedgerRow>,
  known: WaitingSince,
): boolean {
  const { register, clock, contacts } = ports;
  if (value.state !== 'due') return true;
  return value.recipients.some(
    ({ id, outcome, why }) =>
      !outcome &&
      (why !== 'no-conversation' ||
        register.conversation(id) !== undefined ||
        endsContact.has(contacts.stateOf(id)) ||
        isGivenUp(why, sinceOf(ports, value, known), clock.now())),
  );
}

/** Rows whose time has come; not those whose sending an administrator decides. */
function timelyRows(ports: NoticePorts, mark: NoticeMark): readonly Stored<LedgerRow>[] {
  const now = ports.clock.now();
  return ports.register
    .openLedgerRows()
    .filter(({ value }) => value.state !== 'held' && value.until <= now)
    .filter(({ value }) => !isFromBeforeLoss(mark, value));
}

/** Whether rows are told in quiet time too: what is asked in every round of it does not change. */
type KnownHours = WeakMap<LedgerRow, boolean>;

function intentOf({ register }: NoticePorts, row: LedgerRow): NoticeIntent | undefined {
  const told = toldOf(register, row.proposalId);
  return told && intentBehind(told, row);
}

function isAtAnyHour(ports: NoticePorts, row: LedgerRow, known: KnownHours): boolean {
  const before = known.get(row);
  if (before !== undefined) return before;
  const isSo = intentOf(ports, row)?.atAnyHour === true;
  known.set(row, isSo);
  return isSo;
}

/** What a round may tell now. */
export interface DueWork {
  /** Not in the ledger yet. */
  readonly fresh: readonly NoticeIntent[];
  /** Rows whose time has come. */
  readonly timely: readonly Stored<LedgerRow>[];
  /** What those rows tell of which nothing was sent to anybody yet, as far as that can be read. */
  readonly unsent: readonly NoticeIntent[];
}

/** Asks something of one row. Where it cannot be read now, the others are told all the same, and this is said once. */
function openAsking({ onFault }: Pick<NoticePorts, 'onFault'>) {
  const said = new Set<string>();
  return <T>(key: string, ask: () => T): T | undefined => {
    try {
      const answer = ask();
      said.delete(key);
      return answer;
    } catch (fault) {
      if (!said.has(key)) onFault(`looking at ${key}`, fault);
      said.add(key);
      return undefined;
    }
  };
}

const isUnsent = ({ state, recipients }: LedgerRow): boolean =>
  state === 'due' && recipients.some(({ outcome, attempts }) => !outcome && attempts === 0);

/** What it is found from: the parts of the teller. */
interface DueWorkParts {
  readonly ports: NoticePorts;
  readonly derived: Pick<DerivedNotices, 'all'>;
  readonly holding: Pick<Holding, 'isLost'>;
  readonly isOwed: (key: string) => boolean;
}

/** Opens the look for what is due. In quiet time that is only what is told at any hour. */
export function openDueWork(parts: DueWorkParts): (mark: NoticeMark) => DueWork {
  const { ports, derived, holding, isOwed } = parts;
  const waitingSince: WaitingSince = new WeakMap();
  const hours: KnownHours = new WeakMap();
  const asked = openAsking(ports);
  return (mark) => {
    const isQuiet = ports.quietUntil(ports.clock.now()) !== undefined;
    const fresh = derived
      .all()
      .filter((intent) => !holding.isLost(intent, mark) && (!isQuiet || intent.atAnyHour));
    const mayBeTold = (row: Stored<LedgerRow>): boolean =>
      isWorthClaiming(ports, row, waitingSince) &&
      (!isQuiet || isAtAnyHour(ports, row.value, hours));
    const timely = timelyRows(ports, mark).filter(
      (row) => !isOwed(row.value.key) && asked(row.value.key, () => mayBeTold(row)) === true,
    );
    const unsent = timely
      .filter(({ value }) => isUnsent(value))
      .flatMap(({ value }) => asked(value.key, () => intentOf(ports, value)) ?? []);
    return { fresh, timely, unsent };
  };
}
