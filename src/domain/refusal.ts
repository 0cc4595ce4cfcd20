import type { FieldFault } from './field-fault.js';
import type { Instant } from './instant.js';
import type { ProposalNumber } from './proposal-number.js';
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
  | { readonly code: 'already-received'; readonly number: ProposalNumber }
  | { readonly code: 'form-not-yours' }
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
  | { readonly code: 'notice-not-held' };

/** The code of a refusal. */
export type RefusalCode = Refusal['code'];
