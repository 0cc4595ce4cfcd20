import { type NoticeBalance, noticeBalance } from './notice-balance.js';
import type { LedgerRecipient, LedgerRow } from './notice-ledger.js';

/** How a notice stands for one recipient: an outcome, or that it waits or is held. */
export type DeliveryEnd = keyof NoticeBalance;

/** How many notices, counted by recipient, stand so for one reason. */
export interface DeliveryClass {
  readonly end: DeliveryEnd;
  /** A code; absent where none is told, as of what arrived in the chat. */
  readonly why?: string;
  readonly count: number;
}

/** What became of the notices of one event, in the chats of people or in channels. */
export interface DeliveryLine {
  /** Of a proposal, a measure or a release set. */
  readonly aboutId: string;
  readonly seq: number;
  readonly place: 'people' | 'channel';
  readonly planned: number;
  readonly classes: readonly DeliveryClass[];
}

/** What became of all notices. `planned` is the sum of all classes, at every instant. */
export interface DeliveryReport {
  readonly planned: number;
  readonly classes: readonly DeliveryClass[];
}

const order: readonly DeliveryEnd[] = [
  'delivered',
  'unconfirmed',
  'undeliverable',
  'suppressed',
  'held',
  'pending',
];

/** Counts under an end and a reason. */
function openTally() {
  const counts = new Map<string, DeliveryClass>();
  return {
    add(end: DeliveryEnd, why: string | undefined, count = 1): void {
      const key = `${end} ${why ?? ''}`;
      const before = counts.get(key)?.count ?? 0;
      counts.set(key, { end, ...(why !== undefined && { why }), count: before + count });
    },
    classes: (): readonly DeliveryClass[] =>
      [...counts.values()].toSorted(
        (a, b) => order.indexOf(a.end) - order.indexOf(b.end) || b.count - a.count,
      ),
  };
}

type Tally = ReturnType<typeof openTally>;

function endOf({ outcome }: LedgerRecipient, { state }: LedgerRow): DeliveryEnd {
  return outcome ?? (state === 'held' ? 'held' : 'pending');
}

const placeOf = ({ key }: LedgerRow): DeliveryLine['place'] =>
  key.split('|')[1] === 'channel' ? 'channel' : 'people';

interface OpenLine extends Omit<DeliveryLine, 'planned' | 'classes'> {
  readonly tally: Tally;
}

const eventOf = ({ proposalId, seq }: LedgerRow): string => `${proposalId} ${seq}`;

const isWhole = ({ recipients }: LedgerRow): boolean =>
  recipients.every(({ outcome }) => outcome === 'delivered' || outcome === 'suppressed');

/** The rows of events of which somebody is not told, or not surely. */
export function rowsOfOpenEvents(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const open = new Set(rows.filter((row) => !isWhole(row)).map(eventOf));
  return rows.filter((row) => open.has(eventOf(row)));
}

/** What became of the notices of these rows, by event and kind of place, in the order of the rows. */
export function deliveryLines(rows: readonly LedgerRow[]): readonly DeliveryLine[] {
  const lines = new Map<string, OpenLine>();
  for (const row of rows) {
    const { proposalId: aboutId, seq } = row;
    const place = placeOf(row);
    const key = `${aboutId} ${seq} ${place}`;
    const line = lines.get(key) ?? { aboutId, seq, place, tally: openTally() };
    lines.set(key, line);
    for (const each of row.recipients) line.tally.add(endOf(each, row), each.why);
  }
  return [...lines.values()].map(({ tally, ...line }) => {
    const classes = tally.classes();
    return { ...line, planned: classes.reduce((sum, { count }) => sum + count, 0), classes };
  });
}

/**
 * What became of every notice, by class. `balance` is the teller's at the same instant: what it counts
 * beyond the rows is derived and not in the ledger yet, and waits.
 */
export function deliveryReport(rows: readonly LedgerRow[], balance: NoticeBalance): DeliveryReport {
  const tally = openTally();
  for (const row of rows) for (const each of row.recipients) tally.add(endOf(each, row), each.why);
  const notYetInLedger = balance.pending - noticeBalance(rows, []).pending;
  if (notYetInLedger > 0) tally.add('pending', 'not-begun', notYetInLedger);
  const classes = tally.classes();
  const planned = classes.reduce((sum, { count }) => sum + count, 0);
  return { planned, classes };
}
