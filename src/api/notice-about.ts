import type { HeldNoticesAnswer } from '../contract/notice-answers.js';
import { publishedVersion } from '../domain/measures/measure.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import { entryAt, type TrailEntryBase } from '../domain/trail-entry.js';
import type { StaffCall } from './call.js';

type Books = StaffCall['deps']['register'];
type Trail = readonly TrailEntryBase[];
type Shown = HeldNoticesAnswer['notices'][number];

/** What an administrator may read of what a notice is about: nothing that is still being worked on. */
export type About = Pick<Shown, 'number' | 'title' | 'kind' | 'recordedAt'>;

function aboutProposal({ number, trail }: Proposal, seq: number): About {
  const entry = entryAt(trail, seq);
  if (!entry) return { number };
  const { kind, recordedAt } = entry;
  if (kind === 'received') return { number, kind: 'receipt', recordedAt };
  return kind === 'review-begun' || kind === 'published'
    ? { number, kind, recordedAt }
    : { number, recordedAt };
}

/** What everyone may know of a measure or a release set: what was published of it. */
function aboutPublished(title: string | undefined, trail: Trail, seq: number): About {
  const recordedAt = entryAt(trail, seq)?.recordedAt;
  return {
    kind: 'published',
    ...(title !== undefined && { title }),
    ...(recordedAt !== undefined && { recordedAt }),
  };
}

/** What a row of the ledger is about. */
export function aboutOf(
  register: Books,
  { proposalId: id, seq }: Pick<LedgerRow, 'proposalId' | 'seq'>,
): About {
  const proposal = register.proposal(id)?.value;
  if (proposal) return aboutProposal(proposal, seq);
  const measure = register.measure(id)?.value;
  if (measure) {
    return aboutPublished(publishedVersion(measure)?.state.content.title, measure.trail, seq);
  }
  const set = register.releaseSet(id)?.value;
  return set ? aboutPublished(set.title, set.trail, seq) : {};
}
