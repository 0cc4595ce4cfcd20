import { type Campaign, type DemandableField, themesOffered } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import type { FieldFault, FieldName } from '../domain/field-fault.js';
import { type CivilDate, civilDateOf, type Instant } from '../domain/instant.js';
import { type MasterEntry, type Masters, validOn } from '../domain/masters.js';
import { officeKinds, type Profile } from '../domain/person.js';
import { scopeHints } from '../domain/proposal-content.js';
import { type SubmissionForm, textLimits } from '../domain/submission-form.js';
import { cardTexts } from '../text/card-texts.js';
import { fieldFaultText } from '../text/field-fault-text.js';
import { formatMonthDay } from '../text/format.js';
import { terms } from '../text/terms.js';
import { sampleValues } from './card-frame.js';
import { entryLabel, profileLabel } from './labels.js';
import { type Choice, officeChoices, officeValue } from './office-choices.js';
import { plainText } from './plain-text.js';

/** The version of the form; a form of another version is not taken but reopened with its texts. */
export const formVersion = 1;

/** What a form says of its campaign. */
export type FormCampaign = Pick<
  Campaign,
  'id' | 'title' | 'closesAt' | 'themes' | 'requiredFields'
> & {
  readonly isSample?: boolean;
};

/** A form to draw: new, with a thought already in it, or refused with every text kept. */
export interface FormInput {
  readonly locale: Locale;
  readonly campaign: FormCampaign;
  readonly masters: Masters;
  readonly today: CivilDate;
  /** The submission token: one form, one proposal. */
  readonly token: string;
  readonly formOpenedAt: Instant;
  /** What the person last confirmed about own office and grade. */
  readonly profile?: Profile;
  readonly form?: SubmissionForm;
  readonly faults?: readonly FieldFault[];
  /** A line above the fields that says why the form is back. */
  readonly summary?: string;
}

interface FieldValues {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly most: number;
  readonly choices: readonly Choice[];
  readonly errorMessage: string;
  readonly fault: string;
  readonly hasFault: boolean;
  /** Whether the campaign demands it, of what others leave open. */
  readonly isRequired: boolean;
  /** A list with one choice is none. */
  readonly isOffered: boolean;
}

/** The list counts UTF-16 units, the rule counts characters as seen: the list leaves room, the rule decides. */
const unitsPerCharacter = 2;
const longestAmount = 20;
const detailFields: ReadonlySet<string> = new Set([
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'costEstimateYen',
  'scopeHint',
  'namePublication',
]);
const demandedDetails = [
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'scopeHint',
] as const satisfies readonly FieldName[];
const profileFields: ReadonlySet<string> = new Set(['department', 'section', 'jobGrade']);

/** A text cut to a number of UTF-16 units, never through a character of two. */
function cut(text: string, units: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(units - 1)) ? units - 1 : units;
  return text.slice(0, end);
}

function choicesOf(entries: readonly MasterEntry[], { today, locale }: FormInput): Choice[] {
  return validOn(entries, today).map((entry) => ({
    title: entryLabel(entry, locale),
    value: entry.id,
  }));
}

/** What is demanded only where there is a cost cannot be demanded by the card, which does not know yet. */
function isDemanded({ campaign }: FormInput, name: FieldName): boolean {
  const demanded: readonly (DemandableField | FieldName)[] = campaign.requiredFields ?? [];
  return name !== 'costEstimateYen' && demanded.includes(name);
}

function themeField(input: FormInput): FieldValues {
  const choices = themesOffered(input.campaign).map(({ id, label, labelEn }) => ({
    title: plainText(input.locale === 'ja' ? label : labelEn),
    value: id,
  }));
  const value = input.form?.theme ?? '';
  return fieldOf(input, ['theme'], { value, choices, isOffered: choices.length > 1 });
}

function fieldOf(
  input: FormInput,
  names: readonly [FieldName, ...FieldName[]],
  values: Partial<FieldValues> & { readonly value: string },
): FieldValues {
  const { locale, faults = [] } = input;
  const [name] = names;
  const fault = faults.find((each) => names.includes(each.field));
  const limit = values.most;
  const missing: FieldFault = { field: name, rule: 'required' };
  return {
    label: terms[locale].field[name],
    placeholder: cardTexts[locale].form.choose,
    choices: [],
    errorMessage: fieldFaultText(limit === undefined ? missing : { ...missing, limit }, locale),
    fault: fault ? fieldFaultText(fault, locale) : '',
    hasFault: fault !== undefined,
    isRequired: isDemanded(input, name),
    isOffered: true,
    ...values,
    most: limit === undefined ? longestAmount : limit * unitsPerCharacter,
    value: limit === undefined ? values.value : cut(values.value, limit * unitsPerCharacter),
  };
}

function textFields(input: FormInput): Record<string, FieldValues> {
  const { form = {}, locale } = input;
  const { examples } = cardTexts[locale].form;
  const text = (name: keyof typeof textLimits): FieldValues =>
    fieldOf(input, [name], {
      value: form[name] ?? '',
      most: textLimits[name],
      placeholder: examples[name],
    });
  const amount = (
    name: 'effectHoursPerYear' | 'effectYenPerYear' | 'costEstimateYen',
    placeholder: string,
  ): FieldValues =>
    fieldOf(input, [name], {
      value: cut(form[name] ?? '', longestAmount),
      placeholder,
      errorMessage: fieldFaultText({ field: name, rule: 'not-a-number' }, locale),
    });
  return {
    title: text('title'),
    currentProblem: text('currentProblem'),
    proposedContent: text('proposedContent'),
    expectedEffect: text('expectedEffect'),
    effectHoursPerYear: amount('effectHoursPerYear', examples.hours),
    effectYenPerYear: amount('effectYenPerYear', examples.yen),
    costEstimateYen: amount('costEstimateYen', examples.yen),
  };
}

function choiceFields(input: FormInput): Record<string, FieldValues> {
  const { form = {}, locale, masters } = input;
  const words = terms[locale];
  const choice = (name: FieldName, choices: readonly Choice[], preset = ''): FieldValues =>
    fieldOf(input, [name], { value: form[name] || preset, choices });
  // Two stand in one line, and on a phone a whole sentence is cut there.
  const besideAnother = cardTexts[locale].form.chooseShort;
  return {
    theme: themeField(input),
    category: choice('category', choicesOf(masters.categories, input)),
    isDigital: {
      ...choice('isDigital', [
        { title: words.digital, value: 'digital' },
        { title: words.nonDigital, value: 'non-digital' },
      ]),
      placeholder: besideAnother,
    },
    costNeeded: {
      ...choice('costNeeded', [
        { title: words.costNeeded, value: 'yes' },
        { title: words.costNotNeeded, value: 'no' },
      ]),
      placeholder: besideAnother,
    },
    scopeHint: choice(
      'scopeHint',
      scopeHints.map((value) => ({ title: words.scopeHint[value], value })),
      isDemanded(input, 'scopeHint') ? '' : 'unknown',
    ),
    namePublication: choice(
      'namePublication',
      [
        { title: words.nameNotPublished, value: 'no' },
        { title: words.namePublished, value: 'yes' },
      ],
      'no',
    ),
  };
}

function writtenOffice({ form, profile }: FormInput): string {
  if (form?.department) {
    return officeValue({ departmentId: form.department, sectionId: form.section });
  }
  return profile ? officeValue(profile) : '';
}

function officeFields(input: FormInput): Record<string, FieldValues> {
  const { form = {}, locale, masters, today, profile } = input;
  const { form: words } = cardTexts[locale];
  const office = writtenOffice(input);
  return {
    office: fieldOf(input, ['department', 'section'], {
      label: words.office,
      value: office,
      choices: officeChoices(masters, today, locale, office.split('/')[0]),
    }),
    jobGrade: fieldOf(input, ['jobGrade'], {
      value: form.jobGrade || (profile?.gradeId ?? ''),
      choices: choicesOf(masters.jobGrades, input),
    }),
    officeKind: fieldOf(input, ['department'], {
      label: words.officeKind,
      value: form.officeKind || (profile?.officeKind ?? ''),
      choices: officeKinds.map((value) => ({ title: terms[locale].officeKind[value], value })),
      fault: '',
      hasFault: false,
    }),
  };
}

/** Whether くわしく書く stands open: something in it was filled in, is wrong or is demanded. */
function showsDetails(input: FormInput): boolean {
  const { form = {}, faults = [] } = input;
  const isFilled =
    [
      form.expectedEffect,
      form.effectHoursPerYear,
      form.effectYenPerYear,
      form.costEstimateYen,
    ].some((text) => text?.trim()) || form.namePublication === 'yes';
  const isWrong = faults.some((fault) => detailFields.has(fault.field));
  const isNeeded = demandedDetails.some((name) => isDemanded(input, name));
  return isFilled || isWrong || isNeeded;
}

/** Whether the profile is one line of text: known, and neither corrected nor wrong. */
function profileLineOf(input: FormInput): string | undefined {
  const { profile, form, faults = [], masters, locale } = input;
  const isWrong = faults.some((fault) => profileFields.has(fault.field));
  const isCorrected =
    form?.department !== undefined &&
    profile !== undefined &&
    (writtenOffice(input) !== officeValue(profile) || form.jobGrade !== profile.gradeId);
  return profile && !isWrong && !isCorrected ? profileLabel(profile, masters, locale) : undefined;
}

/** The values of the form template. */
export function formValues(input: FormInput): Readonly<Record<string, unknown>> {
  const { locale, campaign, token, formOpenedAt, summary } = input;
  const texts = cardTexts[locale];
  const line = profileLineOf(input);
  const lastDay = campaign.closesAt && civilDateOf(campaign.closesAt - 1);
  return {
    campaign: plainText(campaign.title),
    until: lastDay ? texts.form.until(formatMonthDay(lastDay, locale)) : '',
    headline: texts.form.headline,
    summary: summary ?? '',
    hasSummary: summary !== undefined,
    fields: { ...textFields(input), ...choiceFields(input), ...officeFields(input) },
    detailsVisible: showsDetails(input),
    profileLine: line ?? '',
    profileLineVisible: line !== undefined,
    profileInputsVisible: line === undefined,
    caution: texts.form.caution,
    ...sampleValues(campaign, locale),
    correct: texts.action.correct,
    submit: texts.action.submit,
    writeMore: texts.action.writeMore,
    token,
    campaignId: campaign.id,
    formOpenedAt,
    formVersion,
  };
}
