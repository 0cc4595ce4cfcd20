import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { SubmittedAnswer } from '../../contract/propose-answers.js';
import { formatTime } from '../../text/format.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '24px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: '20px',
    lineHeight: '28px',
    outlineStyle: 'none',
  },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  number: { fontSize: '24px', lineHeight: '32px', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A proposal that was taken, with what it said. */
export type Taken = Extract<SubmittedAnswer, { readonly kind: 'received' | 'kept' }> & {
  readonly title: string;
};

interface ReceiptPanelProps {
  readonly taken: Taken;
  /** Leads back; with a number, to that proposal. */
  readonly onClose: (number?: string) => void;
}

/** The receipt: a number, or that it is safe and the number follows. */
export function ReceiptPanel({ taken, onClose }: ReceiptPanelProps) {
  const styles = useStyles();
  const { words } = useProposeSurroundings();
  const { propose } = words;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isReceived = taken.kind === 'received';
  return (
    <section className={styles.panel}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden="true" />
        {isReceived ? propose.received : propose.kept}
      </h1>
      {isReceived && (
        <p className={styles.text}>
          {propose.number} <span className={styles.number}>{taken.number}</span>
        </p>
      )}
      <p className={styles.text}>{taken.title}</p>
      <p className={styles.text}>
        {isReceived ? propose.receivedAt(formatTime(taken.receivedAt)) : propose.keptText}
      </p>
      <div className={styles.buttons}>
        {isReceived && (
          <Button appearance="primary" onClick={() => onClose(taken.number)}>
            {propose.see}
          </Button>
        )}
        <Button onClick={() => onClose()}>{propose.toMine}</Button>
      </div>
    </section>
  );
}
