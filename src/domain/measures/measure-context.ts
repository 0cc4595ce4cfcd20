import type { Act } from '../act.js';
import type { Campaign } from '../campaign.js';
import type { ChannelMapping } from '../channel-map.js';
import type { FieldName } from '../field-fault.js';
import type { Masters } from '../masters.js';
import type { Proposal } from '../proposal.js';
import type { ReleaseState } from '../releases/release-state.js';
import type { Result } from '../result.js';
import type { Measure } from './measure.js';

/** What a rule about measures may look at besides the measure itself, read from memory as of one instant. */
export interface MeasureContext {
  readonly masters: Masters;
  readonly campaigns: readonly Campaign[];
  readonly channelMap: readonly ChannelMapping[];
  /** The proposals that name a measure as realising them, in the order of their numbers. */
  readonly proposalsLinkedTo: (measureId: string) => readonly Proposal[];
  /** Those whose published state names it, in the same order; the working state may have left it already. */
  readonly proposalsToldWith: (measureId: string) => readonly Proposal[];
  /** How far a release set is; undefined where there is none of this id. */
  readonly releaseState: (setId: string) => ReleaseState | undefined;
}

/** What a person filled in, as typed. */
export type MeasureForm = Readonly<Partial<Record<FieldName, string>>>;

/** One thing that can be done with a measure: the measure after it, or the reason why not. */
export type MeasureCommand = (
  measure: Measure,
  form: MeasureForm,
  act: Act,
  context: MeasureContext,
) => Result<Measure>;
