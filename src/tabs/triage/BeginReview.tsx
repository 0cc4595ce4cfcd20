import { Button } from '@fluentui/react-components';
import type { TriageItem } from '../../contract/triage-answers.js';
import type { Answer } from '../exchange.js';
import { ActFailureBar } from './ActFailureBar.js';
import type { DecidePartProps } from './decide-part.js';
import { useAct } from './use-act.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** From 受付済 the review can be begun, and nothing else. */
export function BeginReview({ desk, item, onReload }: DecidePartProps) {
  const pane = usePaneStyles();
  const { client, words } = useTriageSurroundings();
  const act = useAct(desk);

  const beginOne = async (): Promise<Answer<TriageItem>> => {
    const answer = await client.beginReview([item.number]);
    if (!answer.ok) return answer;
    const [result] = answer.value.results;
    if (result?.kind === 'changed') return { ok: true, value: result.item };
    if (!result) return { ok: false, failure: { kind: 'unavailable' } };
    const refused = {
      kind: 'refused',
      fields: {},
      present: result.item,
      ...result.refusal,
    } as const;
    return { ok: false, failure: refused };
  };
  const begin = () => act.run(beginOne, ({ number }) => words.decide.begun(number));

  return (
    <div className={pane.frame}>
      <div className={pane.body}>
        <h2 className={pane.title}>{words.decide.beginTitle}</h2>
        <p className={pane.text}>{words.decide.beginText}</p>
      </div>
      <div className={pane.foot}>
        <ActFailureBar failed={act.failed} onReload={onReload} />
        <Button appearance="primary" disabled={act.busy} onClick={() => void begin()}>
          {act.busy ? words.decide.saving : words.decide.begin}
        </Button>
      </div>
    </div>
  );
}
