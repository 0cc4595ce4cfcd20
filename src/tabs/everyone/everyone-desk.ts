import type { Found } from './finder-state.js';
import type { SupportDesk } from './use-support.js';

/** What the list of みんなの提案 shows and does. */
export interface EveryoneDesk {
  readonly found: Found;
  /** What is shown answers the wish before this one. */
  readonly isSearching: boolean;
  readonly want: (pages: readonly number[]) => void;
  readonly open: (number: string) => void;
  readonly give: SupportDesk['give'];
}
