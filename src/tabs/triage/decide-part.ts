import type { TriageItem } from '../../contract/triage-answers.js';
import type { Desk } from './use-desk.js';

/** What every part of the decision pane is given. */
export interface DecidePartProps {
  readonly desk: Desk;
  readonly item: TriageItem;
  /** Fetches the item again. */
  readonly onReload: () => void;
}
