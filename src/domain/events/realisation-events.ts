import type { Audience } from '../audience.js';
import type { Priority } from '../commitments.js';
import type { CivilDate } from '../instant.js';
import type { MeasureLink, Realisation, Start } from '../proposal-state.js';

/** What is done about a proposal. Values are those after the event. */
export type RealisationEvent =
  | ({ readonly kind: 'started' } & Start)
  | { readonly kind: 'measure-linked'; readonly link: MeasureLink }
  | { readonly kind: 'measure-unlinked'; readonly measureId: string; readonly reason: string }
  | { readonly kind: 'partly-realised' }
  | { readonly kind: 'realised'; readonly realisation: Realisation }
  /** T14 公表の訂正. */
  | { readonly kind: 'corrected'; readonly reason: string }
  | { readonly kind: 'priority-set'; readonly priority?: Priority }
  | {
      readonly kind: 'presentation-invited';
      readonly meeting: string;
      readonly heldOn: CivilDate;
      readonly audience?: Audience;
    };
