import { type Adoption, adoptionKey } from '../domain/casebook/adoption.js';
import { readAdoption } from '../domain/casebook/read-adoption.js';
import type { Instant } from '../domain/instant.js';
import type { MeasureForm } from '../domain/measures/measure-context.js';
import { mayKnowOfMeasure } from '../domain/measures/measure-visibility.js';
import type { Actor } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import { actNow } from './act-on-proposal.js';
import type { MeasureBookWriter, MeasurePorts } from './measure-ports.js';
import type { Store, Stored } from './ports.js';
import { keepAnswer } from './remember-row.js';

/** What answering needs. */
export interface AdoptionPorts extends Pick<MeasurePorts, 'register' | 'clock'> {
  readonly adoptions: Store<Adoption>;
  readonly writer: Pick<MeasureBookWriter, 'tookAdoption'>;
}

/** What an answer came to. */
export type AdoptionOutcome =
  | { readonly kind: 'answered'; readonly answer: Adoption }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** The answer that stands, where somebody else was first. */
      readonly present?: Adoption;
    };

/** The same answer of a later inquiry is an answer of its own: the day tells whether one is still owed. */
function saysTheSame(a: Adoption, b: Adoption): boolean {
  return a.adopted === b.adopted && a.note === b.note && a.by.id === b.by.id && a.at === b.at;
}

/**
 * Whether an answer may take the place of another one: of one's own, of what was seen, or of one that says the same.
 * What somebody else answered meanwhile is not overwritten unread.
 */
function mayReplace(answer: Adoption, seenAt: Instant | undefined, present: Adoption): boolean {
  const isSaidAlready = present.adopted === answer.adopted && present.note === answer.note;
  return present.by.id === answer.by.id || present.at === seenAt || isSaidAlready;
}

/**
 * 実践の有無: one answer per rule and department; the next one replaces it. `seenAt` is when the answer was given that
 * whoever answers now has seen, if there was one.
 */
export async function answerAdoption(
  { adoptions, register, writer, clock }: AdoptionPorts,
  by: Actor,
  measureId: string,
  form: MeasureForm,
  seenAt?: Instant,
): Promise<AdoptionOutcome> {
  const act = actNow(register, clock, by);
  const rule = register.measure(measureId)?.value;
  if (!rule || !mayKnowOfMeasure(rule, act)) {
    return { kind: 'refused', refusal: { code: 'no-such-measure' } };
  }
  const read = readAdoption(rule, form, act, register.masters());
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const place = {
    store: adoptions,
    keyOf: adoptionKey,
    held: (key: string) => register.adoption(key),
    took: (stored: Stored<Adoption>) => writer.tookAdoption(stored),
    isSame: saysTheSame,
  };
  const answer = await keepAnswer(place, read.value, (present) =>
    mayReplace(read.value, seenAt, present),
  );
  if (answer) return { kind: 'answered', answer };
  const present = register.adoption(adoptionKey(read.value))?.value;
  return {
    kind: 'refused',
    refusal: { code: 'changed-meanwhile' },
    ...(present && { present }),
  };
}
