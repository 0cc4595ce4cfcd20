import type { TriageTexts } from '../../text/triage-texts.js';

/** One line of the list of keys: the keys, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  /** Whether the keys are the ends of a range. */
  readonly isRange?: boolean;
  readonly does: string;
}

/** All keys of the desk, the most used first. */
export function keyList({ keys }: Pick<TriageTexts, 'keys'>): readonly KeyLine[] {
  return [
    { keys: ['J', 'K'], does: keys.move },
    { keys: ['X'], does: keys.select },
    { keys: ['1', '4'], isRange: true, does: keys.track },
    { keys: ['R'], does: keys.reason },
    { keys: ['/'], does: keys.search },
    { keys: ['Ctrl', 'Enter'], does: keys.submit },
    { keys: ['Esc'], does: keys.leave },
    { keys: ['?'], does: keys.list },
  ];
}
