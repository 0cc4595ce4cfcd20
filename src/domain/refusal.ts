import type { AttachmentKind } from './attachments/attachment.js';
import type { WrittenPart } from './blind/names-proposer.js';
import type { FieldFault } from './field-fault.js';
import type { CivilDate, Instant } from './instant.js';
import type { ProposalNumber } from './proposal-number.js';
import type { ReleaseState } from './releases/release-state.js';
import type { Status } from './status.js';

/** Every reason for which the product says no. `text/refusal-texts.ts` holds a sentence per code and language. */
export type Refusal =
  | { readonly code: 'invalid-fields'; readonly fields: readonly FieldFault[] }
  | { readonly code: 'no-open-campaign' }
  | { readonly code: 'campaign-closed'; readonly closedAt: Instant }
  | {
      readonly code: 'too-many-proposals';
      readonly limit: number;
      readonly per: 'hour' | 'campaign';
    }
  | { readonly code: 'form-not-yours' }
  | { readonly code: 'too-many-drafts'; readonly limit: number }
  | { readonly code: 'draft-too-long' }
  /** Another device has saved the draft since it was looked at. */
  | { readonly code: 'draft-changed' }
  /** The list takes so long that nobody waits for it. */
  | { readonly code: 'draft-late' }
  /** What the form says was received before. */
  | { readonly code: 'already-received'; readonly number: ProposalNumber }
  | { readonly code: 'not-found' }
  | { readonly code: 'not-permitted' }
  | {
      readonly code: 'transition-not-allowed';
      readonly present: Status;
      readonly allowed: readonly Status[];
    }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'publication-pending'; readonly due: Instant }
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'no-publication-to-undo' }
  | { readonly code: 'trail-full' }
  | { readonly code: 'notice-not-held' }
  /** The item of a list is as the product wrote it, by now. */
  | { readonly code: 'nothing-to-restore' }
  /** Only a person can say what is right. */
  | { readonly code: 'restore-by-hand' }
  /** Nobody decides or confirms an own idea. */
  | { readonly code: 'conflict-of-interest' }
  /** Something waits for a second person. */
  | {
      readonly code: 'confirmation-pending';
      readonly what: 'realised' | 'difficult' | 'out-of-scope';
    }
  | { readonly code: 'nothing-to-confirm' }
  /** Nobody is due to be reminded; only the product asks. */
  | { readonly code: 'nothing-to-remind' }
  /** The second of two people must be another one. */
  | { readonly code: 'same-person' }
  | { readonly code: 'merged' }
  | { readonly code: 'not-merged' }
  /** What is told at once would tell of something that is not published yet. */
  | { readonly code: 'publish-first' }
  | { readonly code: 'merge-cycle' }
  /** What it is merged into, directly or through others, was withdrawn. */
  | { readonly code: 'survivor-withdrawn' }
  /** Others are published as merged into it, and nobody would handle them without it. */
  | { readonly code: 'survivor-of-others' }
  | { readonly code: 'too-early-to-drop'; readonly dueOn: CivilDate }
  | { readonly code: 'not-delegated' }
  | { readonly code: 'request-answered' }
  | { readonly code: 'request-open' }
  | { readonly code: 'no-published-measure' }
  | { readonly code: 'whole-coverage' }
  | { readonly code: 'already-reconsidered' }
  | { readonly code: 'review-has-begun' }
  | { readonly code: 'not-invited' }
  | { readonly code: 'too-many-co-proposers'; readonly limit: number }
  | { readonly code: 'no-such-measure' }
  | { readonly code: 'measure-withdrawn' }
  | { readonly code: 'measure-not-withdrawn' }
  /** Proposals are realised by it. */
  | { readonly code: 'measure-in-use'; readonly numbers: readonly ProposalNumber[] }
  | { readonly code: 'not-yet-published' }
  /** What a measure drives into its proposals is not carried out yet. */
  | { readonly code: 'drive-open' }
  | { readonly code: 'nothing-to-drive' }
  | { readonly code: 'already-driven' }
  | { readonly code: 'not-a-rule' }
  /** The campaign is addressed to other departments. */
  | { readonly code: 'not-addressed' }
  | { readonly code: 'nothing-changed' }
  /** No master row or campaign of that key. */
  | { readonly code: 'no-such-row' }
  /** The difference that was looked at is no longer the one there is. */
  | { readonly code: 'difference-changed' }
  | { readonly code: 'no-such-release-set' }
  | { readonly code: 'release-set-closed'; readonly state: ReleaseState }
  | { readonly code: 'release-set-full'; readonly limit: number }
  /** Its trail would not have room for what follows by itself until it is released. */
  | { readonly code: 'release-set-too-long' }
  | { readonly code: 'release-set-empty' }
  | { readonly code: 'not-in-release-set' }
  | { readonly code: 'in-release-set' }
  /** Somebody changed what a release set was to tell of an item. */
  | { readonly code: 'changed-since-chosen' }
  | { readonly code: 'quiet-time-asked' }
  | { readonly code: 'quiet-time-unconfirmed' }
  | { readonly code: 'no-such-publication' }
  /** Who proposed it supports it already. */
  | { readonly code: 'own-proposal' }
  | { readonly code: 'no-such-issue-group' }
  | { readonly code: 'issue-group-dissolved' }
  /** Who received it on behalf of somebody does not also publish an own decision on it. */
  | { readonly code: 'decided-alone' }
  /** The text names the own office or the name of who proposed it, and nobody said how an office is to read it. */
  | { readonly code: 'names-proposer'; readonly parts: readonly WrittenPart[] }
  /** Nobody confirmed who may read the file and that it holds no personal data of others. */
  | { readonly code: 'attachment-consent-missing' }
  | { readonly code: 'one-attachment-only' }
  | { readonly code: 'no-attachment' }
  | { readonly code: 'attachment-empty' }
  | { readonly code: 'attachment-too-large'; readonly limit: number }
  | { readonly code: 'attachment-kind-unknown' }
  /** The content is of another kind than the ending of its name. */
  | { readonly code: 'attachment-ending-differs'; readonly found?: AttachmentKind }
  | { readonly code: 'attachment-macros' }
  | { readonly code: 'attachment-encrypted' }
  /** It cannot be read whole, or would unpack to too much. */
  | { readonly code: 'attachment-unreadable' }
  /** What names its author cannot be taken out of it. */
  | { readonly code: 'attachment-names-author' }
  /** Pictures or films in it are of a kind of which what a camera or program wrote cannot be taken out. */
  | { readonly code: 'attachment-media-kind' }
  /** Who asks reads a copy with words blacked out, which a file cannot have. */
  | { readonly code: 'attachment-withheld' }
  /** What lies in the library is not what was kept. */
  | { readonly code: 'attachment-changed' };

/** The code of a refusal. */
export type RefusalCode = Refusal['code'];
