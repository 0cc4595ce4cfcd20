import type { MeasureContent } from './measure-content.js';

/** What is published of a measure: what it says, and whether it was withdrawn. */
export interface MeasureState {
  readonly content: MeasureContent;
  readonly withdrawn?: { readonly reason: string };
}

/** What the working state says, and nothing else. */
export function measureStateOf({ content, withdrawn }: MeasureState): MeasureState {
  return { content, ...(withdrawn && { withdrawn }) };
}
