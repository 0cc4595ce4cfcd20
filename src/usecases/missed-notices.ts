import type { Act } from '../domain/act.js';
import { redactedFor } from '../domain/blind/redact.js';
import type { Instant } from '../domain/instant.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { entryAt } from '../domain/trail-entry.js';
import { mayKnowOf } from '../domain/visibility.js';
import { actNow } from './act-on-proposal.js';
import type { Clock, Register } from './ports.js';

/** News of a proposal that did not reach somebody, or of which that is not known. */
export interface MissedNotice {
  /** As this person may read it now. */
  readonly proposal: Proposal;
  /** When what was to be told happened. */
  readonly at: Instant;
  /** Whether it surely did not arrive. */
  readonly isCertain: boolean;
}

/** What did not reach a person since this person last saw such a list. */
export interface MissedNotices {
  /** The latest of each proposal, latest first. */
  readonly notices: readonly MissedNotice[];
  /** Up to which rows this counts: to be kept once the person has seen it. Absent where nothing was missed. */
  readonly through?: Instant;
}

const missedEnds: ReadonlySet<string | undefined> = new Set(['undeliverable', 'unconfirmed']);

function endFor({ recipients }: LedgerRow, personId: PersonId) {
  const outcome = recipients.find(({ id }) => id === personId)?.outcome;
  return missedEnds.has(outcome) ? outcome : undefined;
}

/** A person, as the rules look at this person now, and what may be looked at. */
interface Reader {
  readonly register: Register;
  readonly act: Act;
}

function missedOf({ register, act }: Reader, row: LedgerRow): readonly MissedNotice[] {
  const proposal = register.proposal(row.proposalId)?.value;
  const campaign = register.campaigns().find(({ id }) => id === proposal?.campaignId);
  if (!proposal || !mayKnowOf(proposal, act, campaign)) return [];
  const isCertain = endFor(row, act.by.id) === 'undeliverable';
  const at = entryAt(proposal.trail, row.seq)?.occurredAt ?? row.until;
  return [{ proposal: redactedFor(proposal, act), at, isCertain }];
}

/**
 * What did not reach a person and was not shown to this person yet, of proposals that this person may still know of.
 * A card of the present state makes good for it, so each proposal stands there once.
 */
export function missedNotices(
  { register, clock }: { readonly register: Register; readonly clock: Clock },
  personId: PersonId,
): MissedNotices {
  const seen = register.preference(personId)?.value.missedSeenThrough ?? 0;
  const rows = register
    .undeliveredRows()
    .filter((row) => row.until > seen && endFor(row, personId) !== undefined);
  if (rows.length === 0) return { notices: [] };
  const act = actNow(register, clock, { id: personId, name: '' });
  const oldestFirst = rows
    .flatMap((row) => missedOf({ register, act }, row))
    .toSorted((a, b) => a.at - b.at);
  const latest = new Map(oldestFirst.map((each) => [each.proposal.id, each]));
  const notices = [...latest.values()].toSorted((a, b) => b.at - a.at);
  return { notices, through: Math.max(...rows.map(({ until }) => until)) };
}
