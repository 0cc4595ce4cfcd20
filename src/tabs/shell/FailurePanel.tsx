import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  CloudOffRegular,
  CopyRegular,
  LockClosedRegular,
} from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../exchange.js';
import { loadAnew } from './load-anew.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '48px 20px',
    textAlign: 'center',
  },
  icon: { fontSize: '36px', lineHeight: '36px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: '18px', lineHeight: '24px', wordBreak: 'auto-phrase' },
  text: { margin: 0, maxWidth: '376px', wordBreak: 'auto-phrase' },
  reference: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: '8px',
    padding: '4px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  figure: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

interface FailurePanelProps {
  readonly failure: Failure;
  /** What is missing, as a heading. */
  readonly title: string;
  /** Not asked for where the whole page is loaded anew. */
  readonly onRetry?: () => void;
  /** Whether it stands for the whole page. */
  readonly isPage?: boolean;
}

function Reference({ reference }: { reference: string }) {
  const styles = useStyles();
  const { words } = useSurroundings();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // A frame may be denied the clipboard; the figure can still be read and typed.
    void navigator.clipboard?.writeText(reference).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className={styles.reference}>
      <span>{words.failure.reference}</span>
      <span className={styles.figure}>{reference}</span>
      <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={copy}>
        {copied ? words.failure.copied : words.failure.copy}
      </Button>
    </div>
  );
}

function useFailureWords(failure: Failure, title: string): { title: string; text: string } {
  const { words } = useSurroundings();
  switch (failure.kind) {
    case 'no-right':
      return words.noRight;
    case 'offline':
      return { title: words.failure.offlineTitle, text: words.offline };
    case 'signed-out':
      return { title: words.failure.signedOutTitle, text: words.failure.signedOutText };
    case 'refused':
      return { title: words.failure.refusedTitle, text: failure.message };
    case 'outdated':
      return { title, text: words.failure.outdated };
    case 'unavailable':
      return { title, text: words.failure.text };
  }
}

/** Stands where something could not be loaded: what does not work, that nothing is lost, and a way on. */
export function FailurePanel({ failure, title, onRetry, isPage = false }: FailurePanelProps) {
  const styles = useStyles();
  const { words, shown, signInFailed } = useSurroundings();
  const headingId = useId();
  const Heading = isPage ? 'h1' : 'h2';
  const reported = useRef(false);
  const said = useFailureWords(failure, title);
  const retry = failure.kind === 'outdated' ? () => void loadAnew() : onRetry;
  // Asking again would be answered the same.
  const isFinal =
    failure.kind === 'no-right' ||
    (failure.kind === 'refused' && failure.code === 'conflict-of-interest');

  useEffect(() => {
    if (reported.current) return;
    reported.current = true;
    if (failure.kind === 'signed-out') signInFailed(failure.reason);
    else shown();
  }, [failure, shown, signInFailed]);

  return (
    <section className={styles.panel} aria-labelledby={headingId} role="alert">
      <span className={styles.icon} aria-hidden="true">
        {isFinal ? <LockClosedRegular /> : <CloudOffRegular />}
      </span>
      <Heading id={headingId} className={styles.title}>
        {said.title}
      </Heading>
      <p className={styles.text}>{said.text}</p>
      {failure.kind === 'unavailable' && failure.reference !== undefined && (
        <Reference reference={failure.reference} />
      )}
      {!isFinal && (
        <Button appearance="primary" icon={<ArrowClockwiseRegular />} onClick={retry}>
          {words.failure.retry}
        </Button>
      )}
    </section>
  );
}
