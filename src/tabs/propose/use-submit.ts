import { useState } from 'react';
import type { SubmitRequest, SubmittedAnswer } from '../../contract/propose-answers.js';
import type { Instant } from '../../domain/instant.js';
import type { PersonalDataKind } from '../../domain/personal-data/find-personal-details.js';
import type { Failure } from '../exchange.js';
import type { Taken } from './ReceiptPanel.js';
import type { TypedForm } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

type Question = Extract<SubmittedAnswer, { readonly kind: 'warned' | 'alike' }>;

/** The sending of a form. */
export interface Submitting {
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly question: Question | undefined;
  readonly endorsed: readonly string[];
  /** Sends it; `confirmed`: the kinds of personal data that go with it all the same. */
  readonly send: (form: TypedForm, confirmed?: readonly PersonalDataKind[]) => Promise<void>;
  /** Endorses what it is like; nothing of the form is sent. */
  readonly endorse: (number: string) => Promise<boolean>;
}

interface SubmitParts {
  readonly token: string;
  readonly campaignId: string;
  readonly openedAt: Instant;
  /** Keeps drafts from being written while the form is sent. */
  readonly quietly: <T>(run: () => Promise<T>) => Promise<T>;
  readonly onTaken: (taken: Taken) => void;
}

/** Sends a form, and keeps what was asked about it and answered. */
export function useSubmit(parts: SubmitParts): Submitting {
  const { token, campaignId, openedAt, quietly, onTaken } = parts;
  const { client } = useProposeSurroundings();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [question, setQuestion] = useState<Question>();
  const [confirmed, setConfirmed] = useState<readonly PersonalDataKind[]>([]);
  const [hasSeenAlike, setHasSeenAlike] = useState(false);
  const [endorsed, setEndorsed] = useState<readonly string[]>([]);

  async function send(form: TypedForm, more: readonly PersonalDataKind[] = []): Promise<void> {
    if (isBusy) return;
    const kinds = [...new Set([...confirmed, ...more])];
    const body: SubmitRequest = {
      campaignId,
      formOpenedAt: openedAt,
      form,
      confirmed: kinds,
      hasSeenAlike,
    };
    setIsBusy(true);
    setFailure(undefined);
    const answer = await quietly(() => client.submit(token, body));
    setIsBusy(false);
    setConfirmed(kinds);
    if (!answer.ok) return setFailure(answer.failure);
    const { value } = answer;
    if (value.kind === 'alike') setHasSeenAlike(true);
    if (value.kind === 'warned' || value.kind === 'alike') return setQuestion(value);
    onTaken({ ...value, title: form.title ?? '' });
  }

  async function endorse(number: string): Promise<boolean> {
    setIsBusy(true);
    setFailure(undefined);
    const answer = await client.support(number, 'endorsed');
    setIsBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return false;
    }
    setEndorsed([...endorsed, number]);
    return true;
  }

  return { isBusy, failure, question, endorsed, send, endorse };
}
