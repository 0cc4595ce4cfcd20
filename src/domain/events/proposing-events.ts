import type { KeptFile } from '../attachments/attachment.js';
import type { Audience } from '../audience.js';
import type { NewProposal } from '../new-proposal.js';
import type { PersonId, Proposer } from '../person.js';
import type { PersonalDataKind } from '../personal-data/find-personal-details.js';
import type { ProposalContent } from '../proposal-content.js';

/** What happens on the side of those who propose. Values are those after the event. */
export type ProposingEvent =
  | {
      readonly kind: 'received';
      readonly form: NewProposal;
      /** Whom it tells; absent where the receipt was the answer to the form. */
      readonly audience?: Audience;
      /** What its texts looked to hold: whoever sent it was warned of these kinds and sent it all the same. */
      readonly personalData?: readonly PersonalDataKind[];
    }
  | {
      readonly kind: 'content-edited';
      readonly content: ProposalContent;
      readonly proposer: Proposer;
    }
  | { readonly kind: 'file-attached'; readonly file: KeptFile }
  | { readonly kind: 'file-removed' }
  | { readonly kind: 'withdrawn'; readonly reason?: string; readonly audience: Audience }
  | {
      readonly kind: 'co-proposer-invited';
      readonly personId: PersonId;
      readonly name: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'co-proposer-answered';
      readonly personId: PersonId;
      readonly answer: 'accepted' | 'declined';
    }
  | { readonly kind: 'presentation-answered'; readonly answer: 'accepted' | 'declined' };
