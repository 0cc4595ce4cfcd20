import type { CivilDate } from './instant.js';
import type { PersonId } from './person.js';

/**
 * Who of the secretariat takes what 担当の決め方: what is of a category or an issue group goes to a section or a person.
 * A rule that names neither takes the rest. The first rule that fits in their order counts.
 */
export interface ClaimRule {
  readonly id: string;
  /** The section or person as shown, such as 人事課. */
  readonly label: string;
  readonly order: number;
  readonly categoryId?: string;
  readonly issueGroupId?: string;
  /** One person, or those of the section, who take turns. */
  readonly personIds: readonly PersonId[];
  readonly validFrom?: CivilDate;
  readonly validTo?: CivilDate;
}
