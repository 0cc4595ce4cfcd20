import type { FrozenPart } from '../domain/audience.js';
import type { FrozenChunk } from '../domain/frozen-audience.js';
import type { Instant } from '../domain/instant.js';
import {
  frozenPartOf,
  isDespiteQuietTime,
  type NoticeIntent,
  noticeKeysOf,
  noticesOf,
  receiptNotice,
} from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import type { TrailEntry } from '../domain/trail.js';
import { eventIdOf } from '../domain/trail.js';
import { lastSeqOf } from '../domain/trail-entry.js';
import type { FaultLog } from '../usecases/ports.js';
import { channelNoticesAfter, isProposal, type Told } from './told.js';

/** The notices that are derived and not yet in the ledger. */
export interface DerivedNotices {
  /** Looks at the entries of a proposal, a measure or a release set that were not looked at yet. */
  look(told: Told): void;
  /** Reads the frozen people of events that name more than their entry holds. What cannot be read waits. */
  unfreeze(): Promise<void>;
  all(): readonly NoticeIntent[];
  /** How many people are told of events whose frozen people are not read yet. */
  waiting(): number;
  /** Takes up one again whose row was lost. */
  restore(intent: NoticeIntent): void;
  /** Forgets one that the ledger holds now. */
  done(key: string): void;
  /** The latest event, recorded up to `limit`, up to which all have their rows; undefined where there is none new. */
  settledThrough(limit: Instant): Instant | undefined;
  /** When the first event was recorded that has not all its rows in the ledger; undefined where all have. */
  firstOpen(): Instant | undefined;
  /** Forgets the events up to there. */
  passed(through: Instant): void;
}

/** What deriving needs. */
export interface DerivePorts {
  /** Spares notices that a row exists for. */
  readonly isInLedger: (key: string) => boolean;
  /** The frozen chunks that an event refers to. Rejects where one cannot be read now. */
  readonly frozenOf: (proposalId: string, part: FrozenPart) => Promise<readonly FrozenChunk[]>;
  readonly onFault: FaultLog;
}

interface Frozen {
  readonly proposalId: string;
  readonly entry: TrailEntry;
  readonly part: FrozenPart;
}

/** Opens the derivation. */
export function openDerivation({ isInLedger, frozenOf, onFault }: DerivePorts): DerivedNotices {
  /** By id, the last trail entry that was looked at. */
  const lookedAt = new Map<string, number>();
  const derived = new Map<string, NoticeIntent>();
  /** Events whose frozen people are not read yet, by event id. */
  const frozen = new Map<string, Frozen>();
  /** When the events were recorded that the mark has not passed yet. */
  const ahead = new Set<Instant>();

  function note(intent: NoticeIntent): void {
    if (intent.recordedAt !== undefined) ahead.add(intent.recordedAt);
    if (!isInLedger(intent.key)) derived.set(intent.key, intent);
  }

  function lookAt(proposalId: string, entry: TrailEntry): void {
    const part = frozenPartOf(entry);
    const isWhole = !part || noticeKeysOf(proposalId, entry).every(isInLedger);
    if (!isWhole) frozen.set(eventIdOf(proposalId, entry.seq), { proposalId, entry, part });
    else if (!part) for (const intent of noticesOf(proposalId, entry)) note(intent);
  }

  function lookAtProposal({ id, trail }: Proposal, seen: number): void {
    for (const entry of trail.filter(({ seq }) => seq > seen)) lookAt(id, entry);
  }

  function look(told: Told): void {
    const { id } = told;
    const seen = lookedAt.get(id) ?? 0;
    const last = lastSeqOf(told);
    if (last <= seen) return;
    if (isProposal(told)) lookAtProposal(told, seen);
    else channelNoticesAfter(told, seen).forEach(note);
    lookedAt.set(id, last);
  }

  async function unfreeze(): Promise<void> {
    for (const [eventId, { proposalId, entry, part }] of [...frozen]) {
      try {
        const chunks = await frozenOf(proposalId, part);
        for (const intent of noticesOf(proposalId, entry, chunks)) note(intent);
        frozen.delete(eventId);
      } catch (fault) {
        onFault(`reading the audience of ${eventId}`, fault);
      }
    }
  }

  function firstOpen(): Instant | undefined {
    const waiting = [...frozen.values()].map(({ entry }) => entry.recordedAt);
    const open = [...derived.values()].flatMap(({ recordedAt }) => recordedAt ?? []);
    return [...open, ...waiting].toSorted((a, b) => a - b)[0];
  }

  function settledThrough(limit: Instant): Instant | undefined {
    const first = firstOpen() ?? Number.POSITIVE_INFINITY;
    const settled = [...ahead].filter((at) => at <= limit && at < first);
    return settled.toSorted((a, b) => a - b).at(-1);
  }

  return {
    look,
    unfreeze,
    all: () => [...derived.values()],
    waiting: () => [...frozen.values()].reduce((sum, { part }) => sum + part.people, 0),
    restore: (intent) => derived.set(intent.key, intent),
    done: (key) => derived.delete(key),
    settledThrough,
    firstOpen,
    passed: (through) => {
      for (const at of ahead) if (at <= through) ahead.delete(at);
    },
  };
}

/** The notice of a frozen chunk, from its row: the row holds the very people the chunk names. */
function frozenIntent(
  proposalId: string,
  entry: TrailEntry,
  { key, recipients }: Pick<LedgerRow, 'key' | 'recipients'>,
): NoticeIntent {
  const people = recipients.map(({ id }) => ({ personId: id, as: 'supporter' as const }));
  const chunk = Number(key.slice(key.lastIndexOf('|') + 1));
  const { seq, recordedAt } = entry;
  return {
    key,
    proposalId,
    seq,
    recordedAt,
    place: { kind: 'people', chunk, people },
    ...(isDespiteQuietTime(entry) && { atAnyHour: true }),
  };
}

/** The intent behind a ledger row, derived again from the stored event; receipts included. */
export function intentBehind(
  told: Told,
  row: Pick<LedgerRow, 'key' | 'recipients'>,
): NoticeIntent | undefined {
  if (isProposal(told)) return proposalIntent(told, row);
  return channelNoticesAfter(told, 0).find(({ key }) => key === row.key);
}

function proposalIntent(
  { id, trail, proposer }: Proposal,
  row: Pick<LedgerRow, 'key' | 'recipients'>,
): NoticeIntent | undefined {
  const told = trail.flatMap((entry) => noticesOf(id, entry));
  const intent = [...told, receiptNotice(id, proposer.personId)].find(({ key }) => key === row.key);
  if (intent) return intent;
  const frozen = trail.find((entry) => noticeKeysOf(id, entry).includes(row.key));
  return frozen && frozenIntent(id, frozen, row);
}
