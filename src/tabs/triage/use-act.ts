import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import type { TriageItem } from '../../contract/triage-answers.js';
import type { Answer, Failure } from '../exchange.js';
import { useSurroundings } from '../shell/surroundings.js';
import type { Desk } from './use-desk.js';

/** An act on one proposal that was not carried out. */
export interface ActFailure {
  readonly failure: Failure;
  /** The present item, where someone else was first. */
  readonly present: TriageItem | undefined;
}

/** Runs acts on one proposal: takes over the item they answer, or keeps why they failed. */
export function useAct(desk: Desk): {
  readonly busy: boolean;
  readonly failed: ActFailure | undefined;
  readonly forget: () => void;
  /** Resolves to the item, or to undefined where the act was not carried out. `said` is announced. */
  readonly run: (
    act: () => Promise<Answer<TriageItem>>,
    said?: (item: TriageItem) => string,
  ) => Promise<TriageItem | undefined>;
} {
  const { client } = useSurroundings();
  const { announce } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ActFailure>();
  return {
    busy,
    failed,
    forget: () => setFailed(undefined),
    run: async (act, said) => {
      setBusy(true);
      setFailed(undefined);
      const answer = await act();
      setBusy(false);
      if (!answer.ok) {
        const { failure } = answer;
        setFailed({ failure, present: await client.presentItem(failure) });
        return undefined;
      }
      desk.accept([answer.value]);
      if (said) announce(said(answer.value), { polite: true });
      return answer.value;
    },
  };
}
