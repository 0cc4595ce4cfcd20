import { Button } from '@fluentui/react-components';
import { formatDateTime } from '../../text/format.js';
import { DecisionSummary } from './DecisionSummary.js';
import type { DecidePartProps } from './decide-part.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

interface PublishedSummaryProps extends DecidePartProps {
  readonly onChange: () => void;
}

/** What everyone sees now, since when, and the way to correct it. */
export function PublishedSummary({ desk, item, onChange }: PublishedSummaryProps) {
  const pane = usePaneStyles();
  const { words, terms, locale } = useTriageSurroundings();
  const { published } = item;
  return (
    <div className={pane.frame}>
      <div className={pane.body}>
        <h2 className={pane.title}>{words.decide.publishedTitle}</h2>
        <p className={pane.text}>
          {words.decide.publishedAt(formatDateTime(published.at, locale))}{' '}
          {words.decide.publishedStatus(terms.status[published.status])}
        </p>
        {published.decision && (
          <DecisionSummary decision={published.decision} masters={desk.masters} />
        )}
      </div>
      {item.status === 'decided' && (
        <div className={pane.foot}>
          <Button onClick={onChange}>{words.decide.change}</Button>
        </div>
      )}
    </div>
  );
}
