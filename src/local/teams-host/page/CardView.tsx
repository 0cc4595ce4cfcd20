import { Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { HostActionAnswer, HostCardAction } from '../wire.js';
import { drawCard } from './draw-card.js';
import type { HostTexts } from './texts.js';

interface CardViewProps {
  readonly card: unknown;
  readonly texts: HostTexts;
  readonly onAction: (action: HostCardAction) => Promise<HostActionAnswer>;
  readonly onLink: (address: string) => void;
  /** Whether this card stands where the person pressed a button of the one before: told once. */
  readonly takesFocus: () => boolean;
}

interface Notice {
  readonly kind: 'error' | 'message';
  readonly text: string;
}

function noticeOf(answer: HostActionAnswer, texts: HostTexts): Notice | undefined {
  if (answer.kind === 'message') return { kind: 'message', text: answer.text };
  if (answer.kind === 'unreachable') return { kind: 'error', text: texts.unreachable };
  if (answer.kind === 'error') return { kind: 'error', text: texts.actionFailed };
  return undefined;
}

/** One Adaptive Card, its pending state and what Teams would say under it. */
export function CardView({ card, texts, onAction, onLink, takesFocus }: CardViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [pending, setPending] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const [fallback, setFallback] = useState<string>();
  const busy = useRef(false);
  const pressed = useRef<Element>(null);
  const latest = useRef({ onAction, onLink, takesFocus, texts });
  latest.current = { onAction, onLink, takesFocus, texts };
  // The same card read anew from the backend must not wipe what a person has typed.
  const json = JSON.stringify(card);

  useEffect(() => {
    const act = async (action: HostCardAction) => {
      if (busy.current) return;
      busy.current = true;
      pressed.current = document.activeElement;
      setPending(true);
      setNotice(undefined);
      const failed: HostActionAnswer = { kind: 'unreachable' };
      const answer = await latest.current.onAction(action).catch(() => failed);
      busy.current = false;
      setPending(false);
      setNotice(noticeOf(answer, latest.current.texts));
    };
    const drawn = drawCard(JSON.parse(json), {
      onAction: (action) => void act(action),
      onLink: (address) => latest.current.onLink(address),
    });
    setFallback(typeof drawn === 'string' ? drawn : undefined);
    if (drawn instanceof HTMLElement) place.current?.replaceChildren(drawn);
    else place.current?.replaceChildren();
    if (latest.current.takesFocus()) place.current?.focus({ preventScroll: true });
  }, [json]);

  useEffect(() => {
    // While an action runs the card is inert, which drops the focus; where the card stays, the focus comes back.
    if (pending || document.activeElement !== document.body) return;
    if (pressed.current instanceof HTMLElement) pressed.current.focus({ preventScroll: true });
  }, [pending]);

  return (
    <div className="card" aria-busy={pending}>
      <div ref={place} className="card-place" tabIndex={-1} inert={pending} />
      {fallback !== undefined && (
        <p className="card-fallback">{fallback || texts.cardUnsupported}</p>
      )}
      {pending && <Spinner className="card-pending" size="extra-tiny" label={texts.loading} />}
      {notice !== undefined && (
        <p
          className={`card-notice ${notice.kind}`}
          role={notice.kind === 'error' ? 'alert' : 'status'}
        >
          {notice.text}
        </p>
      )}
    </div>
  );
}
