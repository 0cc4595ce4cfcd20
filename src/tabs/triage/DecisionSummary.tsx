import type { DecisionAnswer } from '../../contract/proposal-answers.js';
import { decisionFacts } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { useSurroundings } from '../shell/surroundings.js';
import { TrackTag } from '../shell/TrackTag.js';
import type { Desk } from './use-desk.js';
import { usePaneStyles } from './use-pane-styles.js';

interface DecisionSummaryProps {
  readonly decision: DecisionAnswer;
  readonly masters: Desk['masters'];
}

/** A decision to be read: track, office, what the track needs, reason. */
export function DecisionSummary({ decision, masters }: DecisionSummaryProps) {
  const pane = usePaneStyles();
  const { terms, locale } = useSurroundings();
  return (
    <>
      <div>
        <TrackTag track={decision.track} />
      </div>
      <FactList facts={decisionFacts(decision, masters, locale)} />
      <div>
        <h3 className={pane.label}>{terms.field.reason}</h3>
        <p className={pane.text}>{decision.reason}</p>
      </div>
    </>
  );
}
