import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostEvent, HostMessage, HostState } from '../wire.js';
import { hostClient } from './host-client.js';

/** What the page shows for one person, kept up to date by server-sent events. */
export interface HostView {
  readonly state: HostState | undefined;
  readonly failed: boolean;
  readonly typing: readonly string[];
  readonly reload: () => void;
  readonly merge: (message: HostMessage) => void;
}

const typingMs = 8000;

/** Puts a message at its place; an older version never replaces a newer one. */
export function withMessage(
  messages: readonly HostMessage[],
  message: HostMessage,
): readonly HostMessage[] {
  const at = messages.findIndex(
    (one) => one.id === message.id && one.conversationId === message.conversationId,
  );
  const known = messages[at];
  if (known === undefined) return [...messages, message].sort((a, b) => a.seq - b.seq);
  if (known.version > message.version) return messages;
  return messages.with(at, message);
}

function applied(state: HostState, event: HostEvent): HostState {
  if (event.type === 'message' || event.type === 'update') {
    return { ...state, messages: withMessage(state.messages, event.message) };
  }
  if (event.type === 'delete') {
    const left = state.messages.filter(
      (one) => one.id !== event.id || one.conversationId !== event.conversationId,
    );
    return { ...state, messages: left };
  }
  return state;
}

/** Loads what `person` sees and follows it; a dropped stream is reopened and the state read anew. */
export function useHost(person: string | undefined): HostView {
  const [state, setState] = useState<HostState>();
  const [failed, setFailed] = useState(false);
  const [typing, setTyping] = useState<readonly string[]>([]);
  const current = useRef(person);
  current.current = person;

  const reload = useCallback(() => {
    hostClient.state(person ?? '').then(
      (next) => {
        if (current.current !== person) return;
        setState(next);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [person]);

  const merge = useCallback((message: HostMessage) => {
    setState((old) => old && applied(old, { type: 'update', message }));
  }, []);

  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const stopTyping = (conversation: string) => {
      clearTimeout(timers.get(conversation));
      setTyping((old) => old.filter((one) => one !== conversation));
    };
    const startTyping = (conversation: string) => {
      stopTyping(conversation);
      setTyping((old) => [...old, conversation]);
      timers.set(
        conversation,
        setTimeout(() => stopTyping(conversation), typingMs),
      );
    };
    const source = new EventSource(`/host/events?person=${encodeURIComponent(person ?? '')}`);
    source.onopen = reload;
    source.onerror = () => setFailed(true);
    source.onmessage = (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as HostEvent;
      if (news.type === 'changed') return reload();
      if (news.type === 'typing') return startTyping(news.conversationId);
      if (news.type === 'message' && news.message.author.kind === 'bot') {
        stopTyping(news.message.conversationId);
      }
      setState((old) => old && applied(old, news));
      return undefined;
    };
    return () => {
      source.close();
      for (const timer of timers.values()) clearTimeout(timer);
      setTyping([]);
    };
  }, [person, reload]);

  return { state, failed, typing, reload, merge };
}
