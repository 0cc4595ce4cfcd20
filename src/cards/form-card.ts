import { type Campaign, type DemandableField, themesOffered } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import type { FieldFault, FieldName } from '../domain/field-fault.js';
import { type CivilDate, civilDateOf, type Instant } from '../domain/instant.js';
import { type MasterEntry, type Masters, validOn } from '../domain/masters.js';
import { officeKinds, type Profile } from '../domain/person.js';
import type {
  PersonalDataFound,
  PersonalDataKind,
} from '../domain/personal-data/find-personal-details.js';
import { scopeHints } from '../domain/proposal-content.js';
import { type SubmissionForm, textLimits } from '../domain/submission-form.js';
import { cardTexts } from '../text/card-texts.js';
import { fieldFaultText } from '../text/field-fault-text.js';
import { formatMonthDay } from '../text/format.js';
import { terms } from '../text/terms.js';
import { type AlikeRow, alikeValues } from './alike-notice.js';
import { type CardFrame, sampleValues } from './card-frame.js';
import { draftButtons, wideFormLink } from './draft-buttons.js';
import { entryLabel, profileLabel } from './labels.js';
import { type Choice, officeChoices, officeValue } from './office-choices.js';
import { personalDataValues } from './personal-data-warning.js';
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
  /** Whether that line says that something was done, and not what is wrong. */
  readonly isGood?: boolean;
  /** What looks like personal data in it; then the form asks whether to send it all the same. */
  readonly found?: readonly PersonalDataFound[];
  /** What is like it; then the form asks whether to propose it all the same or only to endorse. */
  readonly alike?: readonly AlikeRow[];
  /** What the person was warned of, and goes on with. */
  readonly confirmed?: readonly PersonalDataKind[];
  /** Whether what is like it was seen before. */
  readonly hasSeenAlike?: boolean;
  /** The version of its draft, where it is one. */
  readonly draftSeq?: number;
}

interface FieldValues {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly most: number;
  readonly choices: readonly Choice[];
  readonly fault: string;
  readonly hasFault: boolean;
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
const alwaysAsked: ReadonlySet<FieldName> = new Set([
  'title',
  'currentProblem',
  'proposedContent',
  'theme',
  'category',
  'isDigital',
  'costNeeded',
  'jobGrade',
]);
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

/**
 * Whether its label says that it has to be filled in. The card itself demands nothing, because then an unfinished form
 * could not be put aside: a host checks its inputs before any button that sends them.
 */
function isAsked(input: FormInput, name: FieldName): boolean {
  return alwaysAsked.has(name) || isDemanded(input, name);
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
  const { [name]: label } = terms[locale].field;
  const fault = faults.find((each) => names.includes(each.field));
  const limit = values.most;
  return {
    label: isAsked(input, name) ? cardTexts[locale].form.required(label) : label,
    placeholder: cardTexts[locale].form.choose,
    choices: [],
    fault: fault ? fieldFaultText(fault, locale) : '',
    hasFault: fault !== undefined,
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
      label: words.required(words.office),
      value: office,
      choices: officeChoices(masters, today, locale, office.split('/')[0]),
    }),
    jobGrade: fieldOf(input, ['jobGrade'], {
      value: form.jobGrade || (profile?.gradeId ?? ''),
      choices: choicesOf(masters.jobGrades, input),
    }),
    officeKind: fieldOf(input, ['department'], {
      label: words.required(words.officeKind),
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

/** What the buttons of a form send along: one form, one proposal, and what was chosen about it so far. */
function pressOf(input: FormInput): Readonly<Record<string, string | number>> {
  const { token, campaign, formOpenedAt, draftSeq, confirmed = [], alike = [] } = input;
  const hasSeenAlike = input.hasSeenAlike || alike.length > 0;
  return {
    token,
    campaignId: campaign.id,
    formOpenedAt,
    formVersion,
    ...(confirmed.length > 0 && { confirmed: confirmed.join(',') }),
    ...(hasSeenAlike && { seen: 'alike' }),
    ...(draftSeq !== undefined && { draftSeq }),
  };
}

/** The values of the form template. */
export function formValues(frame: CardFrame, input: FormInput): Readonly<Record<string, unknown>> {
  const { locale, campaign, summary } = input;
  const texts = cardTexts[locale];
  const line = profileLineOf(input);
  const press = pressOf(input);
  const lastDay = campaign.closesAt && civilDateOf(campaign.closesAt - 1);
  return {
    campaign: plainText(campaign.title),
    until: lastDay ? texts.form.until(formatMonthDay(lastDay, locale)) : '',
    headline: texts.form.headline,
    summary: summary ?? '',
    hasSummary: summary !== undefined,
    summaryStyle: input.isGood ? 'emphasis' : 'attention',
    fields: { ...textFields(input), ...choiceFields(input), ...officeFields(input) },
    detailsVisible: showsDetails(input),
    profileLine: line ?? '',
    profileLineVisible: line !== undefined,
    profileInputsVisible: line === undefined,
    caution: texts.form.caution,
    ...sampleValues(campaign, locale),
    correct: texts.action.correct,
    ...personalDataValues(input, press),
    ...alikeValues(frame, input, press),
    press,
    asides: draftButtons(input, press),
    wideForm: wideFormLink(frame, input),
    // Three buttons have no room beside each other on a phone.
    writeMore: input.found ? [] : [{ title: texts.action.writeMore }],
  };
}
