import {
  type NoticeIntent,
  noticesOf,
  receiptNotice,
  recipientIdsOf,
} from '../../../src/domain/notice.js';
import type { LedgerRow } from '../../../src/domain/notice-ledger.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import { channelNoticesAfter } from '../../../src/notifications/told.js';
import type { Inconsistency } from './check-consistency.js';
import type { SeenOffice } from './seen-office.js';
import { storedProposals, valuesOf } from './stored-rows.js';

/** Every notice that follows from what is stored. */
function intentsOf(office: SeenOffice): ReadonlyMap<string, NoticeIntent> {
  const frozen = valuesOf(office, allLists.audiences);
  const ofProposals = storedProposals(office).flatMap(({ token, trail }) =>
    trail.flatMap((entry) =>
      noticesOf(
        token,
        entry,
        frozen.filter((each) => each.proposalId === token),
      ),
    ),
  );
  const others = [
    ...valuesOf(office, allLists.measures),
    ...valuesOf(office, allLists.casebookRules),
    ...valuesOf(office, allLists.releaseSets),
  ].flatMap((told) => channelNoticesAfter(told, 0));
  return new Map([...ofProposals, ...others].map((intent) => [intent.key, intent]));
}

/** The receipts that kept forms owe: only their rows say that there are any. */
function receiptsOf(office: SeenOffice): ReadonlyMap<string, NoticeIntent> {
  const receipts = storedProposals(office).map(({ token, fields }) =>
    receiptNotice(token, String(fields['ProposerId'])),
  );
  return new Map(receipts.map((intent) => [intent.key, intent]));
}

const namesOf = (ids: readonly string[]): string => [...ids].sort().join();

function checkRow(row: LedgerRow, intent: NoticeIntent | undefined): readonly Inconsistency[] {
  const { key: about, recipients, state } = row;
  if (!intent) return [{ code: 'notice-without-event', about }];
  const ids = recipients.map(({ id }) => id);
  const isOther = namesOf(ids) !== namesOf(recipientIdsOf(intent));
  const isOpen = recipients.some(({ outcome }) => outcome === undefined);
  return [
    ...(isOther ? [{ code: 'recipients-differ', about, detail: ids }] : []),
    ...(new Set(ids).size < ids.length ? [{ code: 'told-twice', about, detail: ids }] : []),
    ...((state === 'closed') === isOpen ? [{ code: 'row-state-wrong', about, detail: state }] : []),
    ...(recipients.some(({ attempts }) => attempts > 2)
      ? [{ code: 'too-many-attempts', about }]
      : []),
  ];
}

/** No place of an event has two rows: whoever could not create the row never sends. */
function checkPlaces(rows: readonly LedgerRow[]): readonly Inconsistency[] {
  const keys = rows.map(({ key }) => key);
  return [...new Set(keys)]
    .filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key))
    .map((about) => ({ code: 'row-twice', about }));
}

/** intents = delivered + unconfirmed + undeliverable + suppressed + pending; nothing is pending once all is done. */
function checkBalance(
  office: SeenOffice,
  intents: ReadonlyMap<string, NoticeIntent>,
  rows: readonly LedgerRow[],
): readonly Inconsistency[] {
  const recipients = rows.flatMap((row) => row.recipients);
  const ended = recipients.filter(({ outcome }) => outcome !== undefined).length;
  const inLedger = new Set(rows.map(({ key }) => key));
  const missing = [...intents.values()].filter(({ key }) => !inLedger.has(key));
  const notYet = missing.reduce((sum, intent) => sum + recipientIdsOf(intent).length, 0);
  const pending = recipients.length - ended + notYet;
  const receipts = rows
    .filter(({ key }) => !intents.has(key))
    .reduce((sum, row) => sum + row.recipients.length, 0);
  const intended = [...intents.values()].reduce(
    (sum, intent) => sum + recipientIdsOf(intent).length,
    receipts,
  );
  const detail = { intended, ended, pending };
  return [
    ...(intended === ended + pending ? [] : [{ code: 'imbalance', about: 'ledger', detail }]),
    ...(office.isSettled && pending > 0
      ? [{ code: 'not-told', about: missing[0]?.key ?? 'ledger', detail }]
      : []),
  ];
}

/** What is recorded as delivered was accepted by the connector, and channels got no more than was tried. */
function checkDelivered(
  { deliveries }: SeenOffice,
  rows: readonly LedgerRow[],
): readonly Inconsistency[] {
  const recipients = rows.flatMap((row) => row.recipients);
  return [...new Set(recipients.map(({ id }) => id))].flatMap((about) => {
    const own = recipients.filter(({ id }) => id === about);
    const said = own.filter(({ outcome }) => outcome === 'delivered').length;
    const tried = own.reduce((sum, { attempts }) => sum + attempts, 0);
    const accepted = deliveries.filter(
      ({ method, personId, channelId }) =>
        (method === 'POST' || method === 'CREATE') && (personId === about || channelId === about),
    );
    const posts = accepted.filter(({ channelId }) => channelId === about).length;
    return [
      ...(accepted.length < said ? [{ code: 'delivered-never', about }] : []),
      ...(posts > tried ? [{ code: 'posted-unrecorded', about, detail: [posts, tried] }] : []),
    ];
  });
}

/** Every row is of something that happened and tells those whom it concerns, once; the balance holds. */
export function checkLedger(office: SeenOffice): readonly Inconsistency[] {
  const rows = valuesOf(office, allLists.notices);
  const intents = intentsOf(office);
  const receipts = receiptsOf(office);
  return [
    ...rows.flatMap((row) => checkRow(row, intents.get(row.key) ?? receipts.get(row.key))),
    ...checkPlaces(rows),
    ...checkBalance(office, intents, rows),
    ...checkDelivered(office, rows),
  ];
}
