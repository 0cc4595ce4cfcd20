import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import { officeKinds } from '../../domain/person.js';
import { scopeHints } from '../../domain/proposal-content.js';
import type { Choice } from './ChoiceControl.js';
import type { TypedField, TypedForm } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

type Named = MastersAnswer['categories'][number];

/** The choices of each field, in the language of the reader. */
export function useChoices(
  masters: MastersAnswer,
  campaign: ProposalFormAnswer['campaign'],
  form: TypedForm,
): Readonly<Partial<Record<TypedField, readonly Choice[]>>> {
  const { locale, terms } = useProposeSurroundings();
  const named = (entries: readonly Named[]): readonly Choice[] =>
    entries.map(({ id, label, labelEn }) => ({
      value: id,
      label: locale === 'en' && labelEn !== '' ? labelEn : label,
    }));
  const worded = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>) =>
    codes.map((code) => ({ value: code, label: names[code] }));
  return {
    theme: named(campaign?.themes ?? []),
    category: named(masters.categories),
    department: named(masters.departments),
    section: named(masters.sections.filter((each) => each.departmentId === form.department)),
    jobGrade: named(masters.jobGrades),
    officeKind: worded(officeKinds, terms.officeKind),
    scopeHint: worded(scopeHints, terms.scopeHint),
    isDigital: [
      { value: 'digital', label: terms.digital },
      { value: 'non-digital', label: terms.nonDigital },
    ],
    costNeeded: [
      { value: 'yes', label: terms.costNeeded },
      { value: 'no', label: terms.costNotNeeded },
    ],
    namePublication: [
      { value: 'no', label: terms.nameNotPublished },
      { value: 'yes', label: terms.namePublished },
    ],
  };
}
