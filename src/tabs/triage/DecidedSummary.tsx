import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { ReachAnswer } from '../../contract/triage-answers.js';
import { formatDayAndTime } from '../../text/format.js';
import { heldTexts } from '../../text/held-texts.js';
import type { Answer } from '../exchange.js';
import { ActFailureBar } from './ActFailureBar.js';
import { ConflictNotice } from './ConflictNotice.js';
import { DecisionSummary } from './DecisionSummary.js';
import type { DecidePartProps } from './decide-part.js';
import { useAct } from './use-act.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** Whom a publication would tell, asked for anew when the item changed. */
function Reach({ number, seq }: { number: string; seq: number }) {
  const pane = usePaneStyles();
  const { client, words } = useTriageSurroundings();
  const [asked, setAsked] = useState<{ readonly seq: number; answer: Answer<ReachAnswer> }>();
  useEffect(() => {
    let isWanted = true;
    void client.reach(number).then((answer) => {
      if (isWanted) setAsked({ seq, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [client, number, seq]);

  if (!asked || asked.seq !== seq) return <p className={pane.text}>{words.loading}</p>;
  if (!asked.answer.ok) return <p className={pane.text}>{words.decide.reachUnknown}</p>;
  const { people, channels } = asked.answer.value;
  const kinds = {
    staff: words.decide.reachStaff,
    owner: words.decide.reachOwner,
    secretariat: words.decide.reachSecretariat,
    'through-office': words.decide.reachThroughOffice,
  };
  return (
    <div>
      <p className={pane.text}>
        <b>{words.decide.reach(people, channels.length)}</b>
      </p>
      <ul className={pane.list}>
        {channels.map(({ label, as }) => (
          <li key={`${as}-${label}`}>{`${kinds[as]}　${label}`}</li>
        ))}
      </ul>
    </div>
  );
}

interface DecidedSummaryProps extends DecidePartProps {
  readonly onChange: () => void;
}

/** Decided and not yet published: see before anyone sees. */
export function DecidedSummary({ desk, item, onReload, onChange }: DecidedSummaryProps) {
  const pane = usePaneStyles();
  const { client, words, locale } = useTriageSurroundings();
  const { publication } = item;
  const held = publication.state === 'unpublished' ? publication.held : undefined;
  const act = useAct(desk);
  const publish = async () => {
    const pending = await act.run(() => client.publish(item.number, item.seq));
    if (!pending) return;
    desk.noteStarted(item.number);
    if (desk.page === 'decide') desk.setPage('item');
  };
  const isConflict = act.failed?.present !== undefined;
  return (
    <div className={pane.frame}>
      <div className={pane.body}>
        <h2 className={pane.title}>{words.decide.decidedTitle}</h2>
        {held && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{heldTexts[locale][held]}</MessageBarBody>
          </MessageBar>
        )}
        {item.decision && <DecisionSummary decision={item.decision} masters={desk.masters} />}
        <Reach number={item.number} seq={item.seq} />
        {desk.quietUntil !== undefined && (
          <p className={pane.text}>
            {words.decide.quietText(formatDayAndTime(desk.quietUntil, locale))}
          </p>
        )}
      </div>
      <div className={pane.foot}>
        {act.failed?.present ? (
          <ConflictNotice
            desk={desk}
            present={act.failed.present}
            own={undefined}
            onRead={act.forget}
          />
        ) : (
          <ActFailureBar failed={act.failed} onReload={onReload} />
        )}
        <p className={pane.quiet}>
          <EyeOffRegular aria-hidden="true" />
          {words.decide.hidden}
        </p>
        <div className={pane.buttons}>
          <Button
            className={pane.main}
            appearance="primary"
            disabled={act.busy || isConflict}
            onClick={() => void publish()}
          >
            {act.busy ? words.decide.saving : words.decide.publish}
          </Button>
          <Button disabled={act.busy} onClick={onChange}>
            {words.decide.change}
          </Button>
        </div>
      </div>
    </div>
  );
}
