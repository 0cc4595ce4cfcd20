import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { HostMessage } from '../wire.js';
import { useDesk } from './desk.js';
import { MessageItem } from './MessageItem.js';

interface MessageListProps {
  readonly messages: readonly HostMessage[];
  readonly empty: string;
  readonly typing: boolean;
  readonly children?: ReactNode;
}

/** Messages oldest first, kept at the newest one unless the reader has scrolled up; writing leads back to the end. */
export function MessageList({ messages, empty, typing }: MessageListProps) {
  const { texts, state } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const height = useRef(0);
  const roots = messages.filter((one) => one.rootId === undefined);
  const newest = messages.at(-1);
  const newestIsMine = newest?.author.kind === 'person' && newest.author.personId === state.me.id;
  const mark = `${newest?.id}.${newest?.version}.${messages.length}.${typing}`;

  useLayoutEffect(() => {
    const element = list.current;
    if (newestIsMine) atEnd.current = true;
    if (element !== null && atEnd.current && mark !== '') element.scrollTop = element.scrollHeight;
  }, [mark, newestIsMine]);

  useLayoutEffect(() => {
    const element = list.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return undefined;
    const grown = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
      height.current = element.scrollHeight;
    });
    grown.observe(inner);
    return () => grown.disconnect();
  }, []);

  return (
    <div
      ref={list}
      className="messages"
      role="log"
      aria-label={texts.messages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: at }) => {
        // A card drawn anew shrinks and grows and moves the list; only the reader's own scrolling counts.
        if (at.scrollHeight !== height.current) return;
        atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 60;
      }}
    >
      <div className="messages-inner">
        {roots.length === 0 && <p className="quiet">{empty}</p>}
        {roots.map((root) => (
          <div key={root.id} className="thread">
            <MessageItem message={root} />
            {messages
              .filter((one) => one.rootId === root.id)
              .map((answer) => (
                <div key={answer.id} className="answer">
                  <MessageItem message={answer} />
                </div>
              ))}
          </div>
        ))}
        {typing && (
          <p className="quiet typing" role="status">
            {`${state.app?.name ?? ''} ${texts.typing}`}
            <span aria-hidden>…</span>
          </p>
        )}
      </div>
    </div>
  );
}
