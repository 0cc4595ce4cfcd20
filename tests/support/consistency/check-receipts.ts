import { isDeepStrictEqual } from 'node:util';
import { receiptNotice } from '../../../src/domain/notice.js';
import type { LedgerRow } from '../../../src/domain/notice-ledger.js';
import type { ProposalContent } from '../../../src/domain/proposal-content.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import { parseKeptForm } from '../../../src/spool/kept-form-shape.js';
import type { Inconsistency } from './check-consistency.js';
import type { Acknowledgement, SeenOffice } from './seen-office.js';
import { type StoredProposal, storedProposals, valuesOf } from './stored-rows.js';

/** The texts of a proposal as they stood when it was received, and after each edit. */
function textsOf({ trail }: StoredProposal): readonly (readonly string[])[] {
  const contents = trail.flatMap((entry): readonly ProposalContent[] => {
    if (entry.kind === 'received') return [entry.form.content];
    return entry.kind === 'content-edited' ? [entry.content] : [];
  });
  return contents.map(({ title, currentProblem, proposedContent, expectedEffect }) => [
    title,
    currentProblem,
    proposedContent,
    ...(expectedEffect === undefined ? [] : [expectedEffect]),
  ]);
}

function checkAcknowledged(
  { number, texts }: Acknowledgement,
  proposals: readonly StoredProposal[],
): readonly Inconsistency[] {
  const stored = proposals.find((each) => each.number === number);
  if (!stored) return [{ code: 'receipt-without-item', about: number }];
  return textsOf(stored).some((each) => isDeepStrictEqual(each, texts))
    ? []
    : [{ code: 'receipt-differs', about: number, detail: [texts, textsOf(stored)] }];
}

/** How often a receipt may have come by message: where it is unclear whether it came, once more. */
function mostMessages(row: LedgerRow | undefined): number {
  return row?.recipients.some(({ outcome }) => outcome === 'unconfirmed') ? 2 : 1;
}

function checkItem(
  office: SeenOffice,
  { token, number, trail }: StoredProposal,
  rows: readonly LedgerRow[],
): readonly Inconsistency[] {
  const first = trail[0];
  // Who received it for somebody was answered on the screen, and the office tells the proposer.
  if (first?.kind !== 'received' || first.form.receivedFor) return [];
  const own = office.acknowledgements.filter((each) => each.number === number);
  const turns = own.filter(({ via }) => via === 'turn').length;
  const messages = own.length - turns;
  const row = rows.find(({ key }) => key === receiptNotice(token, '').key);
  const isPending =
    office.kept.some((each) => each.token === token) ||
    row?.recipients.some(({ outcome }) => outcome === undefined) === true;
  const isAgain = office.sentAgain?.has(token) === true;
  const isTwice =
    messages > mostMessages(row) || (!isAgain && (turns > 1 || (turns > 0 && messages > 0)));
  return [
    ...(own.length === 0 && !isPending ? [{ code: 'no-acknowledgement', about: number }] : []),
    ...(isTwice ? [{ code: 'acknowledged-twice', about: number, detail: [turns, messages] }] : []),
  ];
}

/** Each receipt is of an item with the same texts; each item has one receipt, or one that is still to come. */
export function checkReceipts(office: SeenOffice): readonly Inconsistency[] {
  const proposals = storedProposals(office);
  const rows = valuesOf(office, allLists.notices);
  return [
    ...office.acknowledgements.flatMap((each) => checkAcknowledged(each, proposals)),
    ...proposals.flatMap((each) => checkItem(office, each, rows)),
  ];
}

/** What is kept can be read, and nothing is kept once all is done. */
export function checkKept({ kept, isSettled }: SeenOffice): readonly Inconsistency[] {
  return kept.flatMap(({ token, text }) => [
    ...(parseKeptForm(text) ? [] : [{ code: 'kept-damaged', about: token }]),
    ...(isSettled ? [{ code: 'left-in-spool', about: token }] : []),
  ]);
}
