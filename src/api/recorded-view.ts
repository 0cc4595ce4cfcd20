import type { MasterRowAnswer } from '../contract/keep-answers.js';
import type { Locale } from '../domain/conversation.js';
import type { Recorded } from '../domain/recorded.js';
import { valuesText } from '../text/recorded-text.js';

/** The trail of a row as it travels. */
export function recordedView({ trail = [] }: Recorded, locale: Locale): MasterRowAnswer['trail'] {
  return trail.map((entry) => ({
    seq: entry.seq,
    kind: entry.kind,
    occurredAt: entry.occurredAt,
    byName: entry.by.name,
    after: { ...entry.after },
    text: valuesText(entry.after, locale),
    ...(entry.kind === 'changed' && entry.reason !== undefined && { reason: entry.reason }),
  }));
}
