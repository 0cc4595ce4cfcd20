import { findBankAccounts } from './bank-accounts.js';
import { foldText } from './fold-text.js';
import { findMailAddresses } from './mail-addresses.js';
import { findMyNumbers } from './my-numbers.js';
import { findPhoneNumbers } from './phone-numbers.js';
import type { Place } from './place.js';

/** What is looked for in the texts of a proposal before it is sent. */
export const personalDataKinds = ['my-number', 'phone', 'mail', 'bank-account'] as const;

/** One of the kinds. */
export type PersonalDataKind = (typeof personalDataKinds)[number];

const searchedFields = ['title', 'currentProblem', 'proposedContent', 'expectedEffect'] as const;

/** The texts of a proposal. */
export type ProposalTexts = Readonly<Partial<Record<(typeof searchedFields)[number], string>>>;

/** What looks like personal data, where it stands, as it was written. */
export interface PersonalDataFound {
  readonly kind: PersonalDataKind;
  readonly field: (typeof searchedFields)[number];
  readonly text: string;
}

const finders: readonly [PersonalDataKind, (text: string) => readonly Place[]][] = [
  ['my-number', findMyNumbers],
  ['bank-account', findBankAccounts],
  ['phone', findPhoneNumbers],
  ['mail', findMailAddresses],
];

interface Found extends Place {
  readonly kind: PersonalDataKind;
}

const meets = (one: Place, other: Place): boolean => one.from < other.to && other.from < one.to;

function foundIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const [kind, find] of finders) {
    for (const place of find(text)) {
      if (!found.some((each) => meets(each, place))) found.push({ ...place, kind });
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/**
 * Finds what looks like personal data in the texts of a proposal: My Numbers by their check digit, telephone numbers and
 * mail addresses of people, bank accounts; in the order of the form. An office's telephone number, amounts, dates and
 * numbers of proposals are none. It warns and never decides: what is sent all the same is recorded by its kinds.
 */
export function findPersonalDetails(texts: ProposalTexts): readonly PersonalDataFound[] {
  return searchedFields.flatMap((field) => {
    const { text, writtenBetween } = foldText(texts[field] ?? '');
    return foundIn(text).map(({ kind, from, to }) => ({
      kind,
      field,
      text: writtenBetween(from, to),
    }));
  });
}

/** The kinds among what was found, each once, in their fixed order. */
export function kindsFound(found: readonly PersonalDataFound[]): readonly PersonalDataKind[] {
  return personalDataKinds.filter((kind) => found.some((each) => each.kind === kind));
}
