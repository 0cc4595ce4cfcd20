import type { Locale } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';
import { formatDateTime } from './format.js';

/** Who was first and when, before the sentence that nothing was saved; without a name where the reader may not know it. */
export function changedText(locale: Locale, at: Instant, byName: string | undefined): string {
  const when = formatDateTime(at, locale);
  if (locale === 'ja') {
    return byName === undefined
      ? `${when}に先に更新されました。`
      : `${when}に${byName}が先に更新しました。`;
  }
  return byName === undefined
    ? `It was updated first at ${when}. `
    : `${byName} updated it first at ${when}. `;
}
