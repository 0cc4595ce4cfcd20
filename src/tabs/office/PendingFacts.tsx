import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { OfficeItem } from '../../contract/office-answers.js';
import { codeTexts } from '../../text/code-texts.js';
import { formatFiscalYear, formatLongDate } from '../../text/format.js';
import type { DecisionFact } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  facts: { margin: '8px 0 4px' },
});

type Pending = NonNullable<OfficeItem['pending']>;

/** What the first of two people said: nobody confirms what cannot be read. */
export function PendingFacts({ item }: { item: OfficeItem }) {
  const styles = useStyles();
  const { words, terms, locale } = useOfficeSurroundings();
  const { pending } = item;
  if (!pending) return null;

  function factsOf(asked: Pending): readonly DecisionFact[] {
    const { field } = terms;
    switch (asked.what) {
      case 'realised': {
        const { realisedOn, remaining } = asked.realisation;
        return [
          { label: field.realisedOn, value: formatLongDate(realisedOn, locale) },
          ...(remaining === undefined ? [] : [{ label: field.remaining, value: remaining }]),
        ];
      }
      case 'difficult': {
        const { reason, reexamineFiscalYear } = asked.difficulty;
        return [
          { label: field.reason, value: reason },
          {
            label: field.reexamineFiscalYear,
            value: formatFiscalYear(reexamineFiscalYear, locale),
          },
        ];
      }
      case 'out-of-scope':
        return [
          {
            label: field.exclusionReason,
            value: codeTexts[locale].exclusionReason[asked.exclusion.reasonCode],
          },
          { label: field.reason, value: asked.exclusion.reason },
        ];
    }
  }

  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {words.office.pending(codeTexts[locale].confirmable[pending.what], pending.byName)}
        </MessageBarTitle>
        <div className={styles.facts}>
          <FactList facts={factsOf(pending)} />
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
