import type { Locale } from '../../domain/conversation.js';
import { tabTexts } from '../../text/tab-texts.js';

/** Shown where no Teams client answers, for instance when the address was opened in a plain browser window. */
export function OutsideTeams({ locale }: { locale: Locale }) {
  const { outsideTitle, outsideText } = tabTexts[locale].failure;
  return (
    <main>
      <h1>{outsideTitle}</h1>
      <p>{outsideText}</p>
    </main>
  );
}
