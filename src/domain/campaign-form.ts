import { type Campaign, type DemandableField, demands, themesOffered } from './campaign.js';
import type { FieldName } from './field-fault.js';
import type { CivilDate } from './instant.js';
import { type Masters, validOn } from './masters.js';
import { textLimits } from './submission-form.js';

/** A choice with its names. */
interface NamedChoice {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

/** A field of the form of a campaign, as proposers get it. */
export interface CampaignFormField {
  readonly field: FieldName;
  readonly isRequired: boolean;
  /** Longest text in user-visible characters. */
  readonly most?: number;
  readonly choices?: readonly NamedChoice[];
}

const always = (field: FieldName, more: Partial<CampaignFormField> = {}): CampaignFormField => ({
  field,
  isRequired: true,
  ...more,
});

/** The fields of the form of a campaign in their order, on a day. An estimate is asked only where there is a cost. */
export function formOf(
  campaign: Campaign,
  masters: Masters,
  today: CivilDate,
): readonly CampaignFormField[] {
  const open = (field: DemandableField, most?: number): CampaignFormField => ({
    field,
    isRequired: demands(campaign, field),
    ...(most !== undefined && { most }),
  });
  const themes = themesOffered(campaign);
  const targets = campaign.targetDepartments ?? [];
  const departments = validOn(masters.departments, today).filter(
    ({ id }) => targets.length === 0 || targets.includes(id),
  );
  return [
    ...(themes.length > 1 ? [always('theme', { choices: themes })] : []),
    always('title', { most: textLimits.title }),
    always('currentProblem', { most: textLimits.currentProblem }),
    always('proposedContent', { most: textLimits.proposedContent }),
    always('category', { choices: validOn(masters.categories, today) }),
    always('isDigital'),
    always('costNeeded'),
    open('costEstimateYen'),
    open('expectedEffect', textLimits.expectedEffect),
    open('effectHoursPerYear'),
    open('effectYenPerYear'),
    open('scopeHint'),
    { field: 'namePublication', isRequired: false },
    always('department', { choices: departments }),
    open('section'),
    always('jobGrade', { choices: validOn(masters.jobGrades, today) }),
  ];
}
