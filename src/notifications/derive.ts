import type { Instant } from '../domain/instant.js';
import { type NoticeIntent, noticesOf, receiptNotice } from '../domain/notice.js';
import type { Proposal } from '../domain/proposal.js';
import { lastSeq } from '../domain/trail-entry.js';

/** The notices that are derived and not yet in the ledger. */
export interface DerivedNotices {
  /** Looks at the entries of a proposal that were not looked at yet. */
  look(proposal: Proposal): void;
  all(): readonly NoticeIntent[];
  /** Takes up one again whose row was lost. */
  restore(intent: NoticeIntent): void;
  /** Forgets one that the ledger holds now. */
  done(key: string): void;
  /** The latest event, recorded up to `limit`, up to which all have their rows; undefined where there is none new. */
  settledThrough(limit: Instant): Instant | undefined;
  /** Forgets the events up to there. */
  passed(through: Instant): void;
}

/** Opens the derivation; `isInLedger` spares those that a row exists for. */
export function openDerivation(isInLedger: (key: string) => boolean): DerivedNotices {
  /** Per proposal, the last trail entry that was looked at. */
  const lookedAt = new Map<string, number>();
  const derived = new Map<string, NoticeIntent>();
  /** When the events were recorded that the mark has not passed yet. */
  const ahead = new Set<Instant>();

  function note(intent: NoticeIntent): void {
    if (intent.recordedAt !== undefined) ahead.add(intent.recordedAt);
    if (!isInLedger(intent.key)) derived.set(intent.key, intent);
  }

  function look(proposal: Proposal): void {
    const seen = lookedAt.get(proposal.id) ?? 0;
    const fresh = proposal.trail.filter(({ seq }) => seq > seen);
    for (const intent of fresh.flatMap((entry) => noticesOf(proposal.id, entry))) note(intent);
    if (fresh.length > 0) lookedAt.set(proposal.id, lastSeq(proposal.trail));
  }

  function settledThrough(limit: Instant): Instant | undefined {
    const open = [...derived.values()].flatMap(({ recordedAt }) => recordedAt ?? []);
    const firstOpen = open.toSorted((a, b) => a - b)[0] ?? Number.POSITIVE_INFINITY;
    const settled = [...ahead].filter((at) => at <= limit && at < firstOpen);
    return settled.toSorted((a, b) => a - b).at(-1);
  }

  return {
    look,
    all: () => [...derived.values()],
    restore: (intent) => derived.set(intent.key, intent),
    done: (key) => derived.delete(key),
    settledThrough,
    passed: (through) => {
      for (const at of ahead) if (at <= through) ahead.delete(at);
    },
  };
}

/** The intent behind a ledger row, derived again from the stored event; receipts included. */
export function intentBehind(proposal: Proposal, key: string): NoticeIntent | undefined {
  const told = proposal.trail.flatMap((entry) => noticesOf(proposal.id, entry));
  const receipt = receiptNotice(proposal.id, proposal.proposer.personId);
  return [...told, receipt].find((intent) => intent.key === key);
}
