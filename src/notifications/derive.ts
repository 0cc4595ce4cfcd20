import { type NoticeIntent, noticesOf, receiptNotice } from '../domain/notice.js';
import type { Proposal } from '../domain/proposal.js';

/** The notices that are derived and not yet in the ledger. */
export interface DerivedNotices {
  /** Looks at the entries of a proposal that were not looked at yet. */
  look(proposal: Proposal): void;
  all(): readonly NoticeIntent[];
  /** Forgets one that the ledger holds now. */
  done(key: string): void;
}

/** Opens the derivation; `isInLedger` spares those that a row exists for. */
export function openDerivation(isInLedger: (key: string) => boolean): DerivedNotices {
  /** Per proposal, the last trail entry that was looked at. */
  const lookedAt = new Map<string, number>();
  const derived = new Map<string, NoticeIntent>();

  function look(proposal: Proposal): void {
    const fresh = proposal.trail.slice(lookedAt.get(proposal.id) ?? 0);
    const intents = fresh.flatMap((entry) => noticesOf(proposal.id, entry));
    for (const intent of intents.filter((each) => !isInLedger(each.key))) {
      derived.set(intent.key, intent);
    }
    if (fresh.length > 0) lookedAt.set(proposal.id, proposal.trail.length);
  }

  return { look, all: () => [...derived.values()], done: (key) => derived.delete(key) };
}

/** The intent behind a ledger row, derived again from the stored event; receipts included. */
export function intentBehind(proposal: Proposal, key: string): NoticeIntent | undefined {
  const told = proposal.trail.flatMap((entry) => noticesOf(proposal.id, entry));
  const receipt = receiptNotice(proposal.id, proposal.proposer.personId);
  return [...told, receipt].find((intent) => intent.key === key);
}
