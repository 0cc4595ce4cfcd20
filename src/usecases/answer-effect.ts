import { wholeSecond } from '../domain/instant.js';
import {
  type EffectAnswer,
  effectKey,
  readEffectAnswer,
} from '../domain/measures/effect-answer.js';
import type { MeasureForm } from '../domain/measures/measure-context.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { PersonId } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import type { MeasureBook, MeasureBookWriter } from './measure-ports.js';
import type { Clock, Store, Stored } from './ports.js';
import { keepAnswer } from './remember-row.js';

/** What answering needs. */
export interface EffectPorts {
  readonly effectAnswers: Store<EffectAnswer>;
  readonly register: MeasureBook;
  readonly writer: MeasureBookWriter;
  readonly clock: Clock;
}

/** What an answer came to. */
export type EffectOutcome =
  | { readonly kind: 'answered'; readonly answer: EffectAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

function saysTheSame(a: EffectAnswer, b: EffectAnswer): boolean {
  return a.felt === b.felt && a.hours === b.hours && a.yen === b.yen && a.text === b.text;
}

/** 効果の回答: one per person and published measure; the next one replaces it. */
export async function answerEffect(
  { effectAnswers, register, writer, clock }: EffectPorts,
  personId: PersonId,
  measureId: string,
  form: MeasureForm,
): Promise<EffectOutcome> {
  const held = register.measure(measureId);
  if (!held || !versionInForce(held.value)) {
    return { kind: 'refused', refusal: { code: 'no-such-measure' } };
  }
  const answeredAt = wholeSecond(clock.now());
  const read = readEffectAnswer(form, { measureId, personId, answeredAt });
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const place = {
    store: effectAnswers,
    keyOf: effectKey,
    held: (key: string) => register.effectAnswer(key),
    took: (stored: Stored<EffectAnswer>) => writer.tookEffectAnswer(stored),
    isSame: saysTheSame,
  };
  const answer = await keepAnswer(place, read.value);
  return answer
    ? { kind: 'answered', answer }
    : { kind: 'refused', refusal: { code: 'changed-meanwhile' } };
}
