import {
  Button,
  Field,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type DecisionField, type Track, tracks } from '../../domain/decision.js';
import { countGraphemes } from '../../domain/written-text.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { ActFailureBar } from './ActFailureBar.js';
import { ConflictNotice } from './ConflictNotice.js';
import type { DecidePartProps } from './decide-part.js';
import {
  changedDraft,
  type DecisionDraft,
  fieldsOf,
  formOf,
  standingFaults,
  startingDraft,
  trackOf,
} from './decision-draft.js';
import { KeyCap } from './KeyCap.js';
import { fieldId, places } from './places.js';
import { neighbourOf } from './queue-view.js';
import { TrackFields } from './TrackFields.js';
import { type ActFailure, useAct } from './use-act.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  tracks: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  key: { marginLeft: '8px' },
  count: {
    display: 'block',
    textAlign: 'end',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  summary: { outlineStyle: 'none' },
  links: { margin: '4px 0 0', padding: 0, listStyleType: 'none' },
  link: { textAlign: 'start', minHeight: '24px' },
  reason: { minHeight: '96px' },
});

interface DecisionFormProps extends DecidePartProps {
  /** Told when a change of an earlier decision is given up or stored; absent for a first decision. */
  readonly onDone: (() => void) | undefined;
}

type FieldErrors = Readonly<Record<string, string>>;

function errorsOf(failed: ActFailure | undefined): FieldErrors {
  return failed?.failure.kind === 'refused' ? failed.failure.fields : {};
}

/** Every fault that the last attempt had, with a link to its field. */
function ErrorSummary({ errors }: { errors: FieldErrors }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const named = Object.entries(errors);
  return (
    <div id={places.faults} tabIndex={-1} role="alert" className={styles.summary}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.decide.check(named.length)}</MessageBarTitle>
          <ul className={styles.links}>
            {named.map(([field, sentence]) => (
              <li key={field}>
                <Link
                  as="button"
                  className={styles.link}
                  onClick={() => document.getElementById(`decision-${field}`)?.focus()}
                >
                  {sentence}
                </Link>
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

function TrackChoice(props: {
  readonly track: Track | undefined;
  readonly error: string | undefined;
  readonly onChoose: (track: string) => void;
}) {
  const styles = useStyles();
  const { terms } = useTriageSurroundings();
  return (
    <Field
      className={styles.tracks}
      label={terms.field.track}
      required
      validationMessage={props.error ?? null}
    >
      <RadioGroup
        id={fieldId('track')}
        tabIndex={-1}
        value={props.track ?? ''}
        onChange={(_, { value }) => props.onChoose(value)}
      >
        {tracks.map((track, index) => (
          <Radio
            key={track}
            value={track}
            label={
              <>
                {terms.track[track]}
                <KeyCap className={styles.key}>{String(index + 1)}</KeyCap>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

function useDecide({ desk, item, onDone }: DecisionFormProps) {
  const { client, words, terms } = useTriageSurroundings();
  const act = useAct(desk);
  const [sent, setSent] = useState<DecisionDraft>({});
  const starting = startingDraft(item, desk.masters.defaultReplyDue);
  const draft = desk.drafts.get(item.number) ?? starting;
  const change = (field: DecisionField, value: string) =>
    desk.keepDraft(item.number, changedDraft(draft, field, value));

  const submit = async () => {
    if (act.busy) return;
    const next = neighbourOf(desk.visible, item.number);
    setSent(draft);
    const decided = await act.run(
      () => client.decide(item.number, { seq: item.seq, form: formOf(draft) }),
      ({ number, decision }) =>
        words.decide.decided(number, decision ? terms.track[decision.track] : ''),
    );
    if (!decided) {
      focusWhenDrawn(places.faults);
      return;
    }
    desk.keepDraft(item.number, undefined);
    onDone?.();
    if (next !== undefined) desk.open(next);
    focusWhenDrawn(places.item);
  };
  return { act, sent, draft, change, submit };
}

/** The tracks, then only the fields this track needs, then the reason. */
export function DecisionForm(props: DecisionFormProps) {
  const { desk, item, onReload, onDone } = props;
  const styles = useStyles();
  const pane = usePaneStyles();
  const { words } = useTriageSurroundings();
  const { act, sent, draft, change, submit } = useDecide(props);
  const track = trackOf(draft);
  const faults = errorsOf(act.failed);
  const hasFaults = Object.keys(faults).length > 0;
  const errors = standingFaults(faults, sent, draft);
  const isAnyLeft = Object.keys(errors).length > 0;
  const giveUp = () => {
    desk.keepDraft(item.number, undefined);
    onDone?.();
  };
  return (
    <form
      id={places.form}
      className={pane.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={pane.body}>
        <h2 className={pane.title}>{onDone ? words.decide.changeTitle : words.decide.title}</h2>
        {isAnyLeft && <ErrorSummary errors={standingFaults(faults, sent, sent)} />}
        <TrackChoice
          track={track}
          error={errors['track']}
          onChoose={(value) => change('track', value)}
        />
        {track && (
          <TrackFields
            fields={fieldsOf(track)}
            draft={draft}
            errors={errors}
            masters={desk.masters}
            onChange={change}
          />
        )}
        <Field
          label={words.decide.reasonLabel}
          required
          validationMessage={errors['reason'] ?? null}
          hint={
            <span className={styles.count}>
              {words.decide.reasonCount(countGraphemes(draft.reason ?? ''))}
            </span>
          }
        >
          <Textarea
            id={fieldId('reason')}
            textarea={{ className: styles.reason }}
            value={draft.reason ?? ''}
            onChange={(_, { value }) => change('reason', value)}
          />
        </Field>
      </div>
      <div className={pane.foot}>
        {act.failed?.present && (
          <ConflictNotice
            desk={desk}
            present={act.failed.present}
            own={draft}
            onRead={() => {
              desk.keepDraft(item.number, draft);
              act.forget();
            }}
          />
        )}
        {!act.failed?.present && !hasFaults && (
          <ActFailureBar failed={act.failed} onReload={onReload} />
        )}
        <p className={pane.quiet}>
          <EyeOffRegular aria-hidden="true" />
          {words.decide.hidden}
        </p>
        <div className={pane.buttons}>
          <Button type="submit" className={pane.main} appearance="primary" disabled={act.busy}>
            {act.busy ? words.decide.saving : words.decide.submit}
          </Button>
          {onDone && <Button onClick={giveUp}>{words.decide.cancelChange}</Button>}
        </div>
      </div>
    </form>
  );
}
