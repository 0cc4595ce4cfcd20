import type { Instant } from '../instant.js';
import type { Department } from '../masters.js';
import type { Actor } from '../person.js';

/** What a department last answered about a rule: whether it follows it 実践の有無. The next answer replaces it. */
export interface Adoption {
  readonly measureId: string;
  readonly departmentId: string;
  readonly adopted: boolean;
  readonly note?: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** The key of an answer: one per rule and department. */
export function adoptionKey({
  measureId,
  departmentId,
}: Pick<Adoption, 'measureId' | 'departmentId'>): string {
  return `${measureId}|${departmentId}`;
}

/** Which departments follow a rule, out of how many. */
export interface AdoptionTotals {
  readonly adopted: number;
  readonly notAdopted: number;
  readonly unanswered: number;
  readonly departments: number;
}

/** Counts the departments of the master; an answer of one that is no longer there does not count. */
export function adoptionTotals(
  adoptions: readonly Adoption[],
  departments: readonly Department[],
): AdoptionTotals {
  const answers = departments.map(({ id }) => adoptions.find((each) => each.departmentId === id));
  const adopted = answers.filter((answer) => answer?.adopted === true).length;
  const notAdopted = answers.filter((answer) => answer?.adopted === false).length;
  const unanswered = departments.length - adopted - notAdopted;
  return { adopted, notAdopted, unanswered, departments: departments.length };
}

/** Whether a department still owes the answer of a progress inquiry 進捗照会 that began at `since`. */
export function owesAdoption(
  adoptions: readonly Adoption[],
  departmentId: string,
  since: Instant,
): boolean {
  const answer = adoptions.find((each) => each.departmentId === departmentId);
  return answer === undefined || answer.at < since;
}
