import { useEffect, useMemo, useState } from 'react';
import type { HostMessage } from '../wire.js';

type Read = Readonly<Record<string, number>>;

const keyOf = (person: string) => `mebuki.host.read.${person}`;

function readOf(person: string): Read {
  const kept = localStorage.getItem(keyOf(person));
  return kept === null ? {} : (JSON.parse(kept) as Read);
}

/** Conversations with bot messages newer than what `person` has had on screen in this browser. */
export function useUnread(
  person: string,
  messages: readonly HostMessage[],
  onScreen: readonly string[],
): ReadonlySet<string> {
  const [kept, setKept] = useState<{ person: string; read: Read }>({ person, read: {} });
  const read = kept.person === person ? kept.read : readOf(person);
  const shown = onScreen.join(' ');

  useEffect(() => {
    const next: Record<string, number> = { ...readOf(person) };
    for (const conversation of shown.split(' ')) {
      const seqs = messages.filter((one) => one.conversationId === conversation);
      next[conversation] = Math.max(next[conversation] ?? 0, seqs.at(-1)?.seq ?? 0);
    }
    localStorage.setItem(keyOf(person), JSON.stringify(next));
    setKept({ person, read: next });
  }, [person, messages, shown]);

  return useMemo(() => {
    const fresh = messages.filter(
      (one) => one.author.kind === 'bot' && one.seq > (read[one.conversationId] ?? 0),
    );
    return new Set(fresh.map((one) => one.conversationId));
  }, [messages, read]);
}
