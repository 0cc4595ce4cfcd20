import { useCallback, useRef, useState } from 'react';
import type { SupportState } from '../../domain/support.js';
import type { Failure } from '../exchange.js';
import type { Finder } from './finder.js';
import type { FoundRow, Supported } from './finder-state.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';

/** What a word of support is said of: a row, or the item that is open. */
export type Supportable = Pick<FoundRow, 'number'> & Supported;

/** What the reader said last, and what they had said before. */
export interface SupportAct {
  readonly of: Supportable;
  readonly before: SupportState;
  readonly after: SupportState;
  /** Whether this took back the act before it. */
  readonly isUndo: boolean;
}

/** Saying and taking back words of support. */
export interface SupportDesk {
  readonly last: SupportAct | undefined;
  readonly failure: Failure | undefined;
  /** How many words the server has answered. */
  readonly settled: number;
  readonly give: (of: Supportable, after: SupportState) => void;
  readonly undo: () => void;
  readonly close: () => void;
}

/** What somebody says of a proposal by now. */
export function stateOf({ support }: Supported): SupportState {
  return support?.state ?? 'none';
}

/** How a proposal will stand once the server took what was said. */
export function foreseen(of: Supported, after: SupportState, now: number): Supported {
  const counted = (state: SupportState): number => Number(state === 'endorsed');
  const supporters = of.supporters + counted(after) - counted(stateOf(of));
  if (after === 'none') return { supporters };
  return { supporters, support: { state: after, since: now, editedSince: false } };
}

/** Shows at once what was said, sends it one after another for each proposal, and puts it back where it failed. */
export function useSupport(finder: Pick<Finder, 'support' | 'refresh'>): SupportDesk {
  const { client, clock } = useEveryoneSurroundings();
  const [last, setLast] = useState<SupportAct>();
  const [failure, setFailure] = useState<Failure>();
  const [settled, setSettled] = useState(0);
  const sending = useRef(new Map<string, Promise<unknown>>());

  const send = useCallback(
    async (of: Supportable, after: SupportState): Promise<void> => {
      const { number } = of;
      const ahead = sending.current.get(number);
      const mine = (ahead ?? Promise.resolve()).then(() => client.support(number, after));
      sending.current.set(number, mine);
      const answer = await mine;
      if (sending.current.get(number) !== mine) return;
      sending.current.delete(number);
      setSettled((count) => count + 1);
      if (!answer.ok) {
        setFailure(answer.failure);
        setLast(undefined);
        finder.support(number, of);
        finder.refresh();
        return;
      }
      if (!('number' in answer.value)) return finder.refresh();
      const { supporters, support } = answer.value;
      finder.support(number, { supporters, ...(support && { support }) });
    },
    [client, finder],
  );

  const act = (of: Supportable, after: SupportState, isUndo: boolean) => {
    setFailure(undefined);
    setLast({ of, before: stateOf(of), after, isUndo });
    finder.support(of.number, foreseen(of, after, clock.now()));
    void send(of, after);
  };

  return {
    last,
    failure,
    settled,
    give: (of, after) => act(of, after, false),
    undo: () => {
      if (!last) return;
      const { of, before, after } = last;
      const stands = foreseen(of, after, clock.now());
      act({ number: of.number, ...stands }, before, true);
    },
    close: () => {
      setLast(undefined);
      setFailure(undefined);
    },
  };
}
