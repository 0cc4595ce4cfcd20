import { type Campaign, campaignRules, demandableFields, isOpen, type Theme } from './campaign.js';
import { type CalendarChange, calendarPosts } from './campaign-calendar.js';
import type { FieldFault, FieldName } from './field-fault.js';
import { readLine, readOptionalText } from './form-fields.js';
import { type CivilDate, civilDateOf, type Instant, isCivilDate, wholeSecond } from './instant.js';
import { isValidOn, type Masters } from './masters.js';
import type { Recorded } from './recorded.js';

/** A campaign as an editor sends it, whole. What is absent is as usual. */
export type CampaignDraft = Omit<Campaign, keyof Recorded | 'isSample'> &
  Partial<Pick<Campaign, 'isSample'>>;

/** Bounds of a campaign's settings. */
export const campaignBounds = {
  title: 60,
  theme: 60,
  themes: 20,
  graceMinutes: { least: 0, most: 1_440 },
  limitPerHour: { least: 1, most: 1_000 },
  limitPerPerson: { least: 1, most: 1_000 },
  postText: 1_000,
} as const;

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const placeholders: ReadonlySet<string> = new Set(['{title}', '{until}', '{count}']);

type Bounds = { readonly least: number; readonly most: number };

function boundedNumber(
  field: 'graceMinutes' | 'limitPerHour' | 'limitPerPerson',
  value: number | undefined,
  faults: FieldFault[],
): number | undefined {
  const { least, most }: Bounds = campaignBounds[field];
  if (value === undefined || value === campaignRules[field]) return undefined;
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    faults.push({ field, rule: 'out-of-range', least, limit: most });
  }
  return value;
}

function readPeriod(draft: CampaignDraft, faults: FieldFault[]) {
  const opensAt = wholeSecond(draft.opensAt);
  if (draft.closesAt === undefined) return { opensAt };
  const closesAt = wholeSecond(draft.closesAt);
  if (closesAt <= opensAt) faults.push({ field: 'closesAt', rule: 'too-early' });
  return { opensAt, closesAt };
}

function isKnownSection(theme: Theme, { sections }: Masters, today: CivilDate): boolean {
  const { ownerDepartmentId, ownerSectionId } = theme;
  return sections.some(
    (section) =>
      section.id === ownerSectionId &&
      section.departmentId === ownerDepartmentId &&
      isValidOn(section, today),
  );
}

function ownerFault(theme: Theme, masters: Masters, today: CivilDate): FieldFault | undefined {
  const { ownerDepartmentId, ownerSectionId } = theme;
  if (ownerDepartmentId === undefined) {
    return ownerSectionId === undefined ? undefined : { field: 'themes', rule: 'not-a-choice' };
  }
  const isKnown =
    masters.departments.some(({ id }) => id === ownerDepartmentId) &&
    (ownerSectionId === undefined || isKnownSection(theme, masters, today));
  return isKnown ? undefined : { field: 'themes', rule: 'not-a-choice' };
}

function readTheme(theme: Theme, masters: Masters, today: CivilDate, faults: FieldFault[]): Theme {
  const { id, ownerDepartmentId, ownerSectionId, isClosed } = theme;
  // In SharePoint a theme is one line of parts between bars.
  if (!idPattern.test(id) || /\|/.test(`${theme.label}${theme.labelEn}`)) {
    faults.push({ field: 'themes', rule: 'unusable-characters' });
  }
  const label = readLine({ themes: theme.label }, 'themes', campaignBounds.theme, faults);
  const labelEn = theme.labelEn.trim()
    ? readLine({ themes: theme.labelEn }, 'themes', campaignBounds.theme, faults)
    : label;
  // A closed theme may keep a section that is no longer there.
  const fault = isClosed ? undefined : ownerFault(theme, masters, today);
  if (fault) faults.push(fault);
  return {
    id,
    label,
    labelEn,
    ...(ownerDepartmentId !== undefined && { ownerDepartmentId }),
    ...(ownerSectionId !== undefined && { ownerSectionId }),
    ...(isClosed && { isClosed }),
  };
}

/** Themes of a campaign that has opened may be closed, not taken away: proposals stand under them. */
function readThemes(
  draft: CampaignDraft,
  present: Campaign | undefined,
  { masters, at }: DraftContext,
  faults: FieldFault[],
): readonly Theme[] {
  const today = civilDateOf(at);
  const themes = (draft.themes ?? []).map((theme) => readTheme(theme, masters, today, faults));
  const ids = new Set(themes.map(({ id }) => id));
  if (ids.size < themes.length) faults.push({ field: 'themes', rule: 'already-there' });
  if (themes.length > campaignBounds.themes) {
    faults.push({ field: 'themes', rule: 'too-many', limit: campaignBounds.themes });
  }
  const hasOpened = present !== undefined && present.opensAt <= at;
  if (hasOpened && (present.themes ?? []).some(({ id }) => !ids.has(id))) {
    faults.push({ field: 'themes', rule: 'fixed' });
  }
  return themes;
}

function readTargets(
  { targetDepartments = [] }: CampaignDraft,
  { masters }: DraftContext,
  faults: FieldFault[],
): readonly string[] {
  const known = new Set(masters.departments.map(({ id }) => id));
  if (targetDepartments.some((id) => !known.has(id))) {
    faults.push({ field: 'targetDepartments', rule: 'not-a-choice' });
  }
  return [...new Set(targetDepartments)].toSorted();
}

function readChange(change: CalendarChange, faults: FieldFault[]): CalendarChange {
  const { post, isOff } = change;
  const most = campaignBounds.postText;
  const text = readOptionalText({ calendar: change.text ?? '' }, 'calendar', most, faults);
  const unknown = (text?.match(/\{[^{}]*\}/g) ?? []).some((each) => !placeholders.has(each));
  if (unknown) faults.push({ field: 'calendar', rule: 'not-a-choice' });
  return { post, ...(text !== undefined && { text }), ...(isOff && { isOff }) };
}

/** In the order of the posts; what changes nothing is left out. */
function readCalendar(
  { calendar = [] }: CampaignDraft,
  faults: FieldFault[],
): readonly CalendarChange[] {
  const changes = calendar.map((change) => readChange(change, faults));
  if (new Set(changes.map(({ post }) => post)).size < changes.length) {
    faults.push({ field: 'calendar', rule: 'already-there' });
  }
  return changes
    .filter(({ text, isOff }) => text !== undefined || isOff)
    .toSorted((a, b) => calendarPosts.indexOf(a.post) - calendarPosts.indexOf(b.post));
}

function readReportDate(
  { reportDate, closesAt }: CampaignDraft,
  faults: FieldFault[],
): CivilDate | undefined {
  if (reportDate === undefined) return undefined;
  const fault = (rule: 'not-a-day' | 'too-early') => faults.push({ field: 'reportDate', rule });
  if (!isCivilDate(reportDate)) fault('not-a-day');
  else if (closesAt !== undefined && reportDate < civilDateOf(closesAt - 1)) fault('too-early');
  return reportDate;
}

function fixedFaults(
  draft: CampaignDraft,
  present: Campaign | undefined,
  at: Instant,
): readonly FieldFault[] {
  const fixed = (field: FieldName): FieldFault => ({ field, rule: 'fixed' });
  if (!present || present.opensAt > at) return [];
  // What was received counts for the period it was received in: an opened campaign keeps its first day.
  const opening = wholeSecond(draft.opensAt) === present.opensAt ? [] : [fixed('opensAt')];
  const past = draft.closesAt !== undefined && draft.closesAt < at && isOpen(present, at);
  return past ? [...opening, { field: 'closesAt', rule: 'too-early' }] : opening;
}

/** What a draft is checked against. */
export interface DraftContext {
  readonly masters: Masters;
  readonly at: Instant;
}

/** Numbers that differ from what holds anyway. */
function readNumbers(draft: CampaignDraft, faults: FieldFault[]): Partial<Campaign> {
  const graceMinutes = boundedNumber('graceMinutes', draft.graceMinutes, faults);
  const limitPerHour = boundedNumber('limitPerHour', draft.limitPerHour, faults);
  const limitPerPerson = boundedNumber('limitPerPerson', draft.limitPerPerson, faults);
  const reportDate = readReportDate(draft, faults);
  return {
    ...(graceMinutes !== undefined && { graceMinutes }),
    ...(limitPerHour !== undefined && { limitPerHour }),
    ...(limitPerPerson !== undefined && { limitPerPerson }),
    ...(reportDate !== undefined && { reportDate }),
  };
}

/** Lists of settings; an empty one is left out. */
function readLists(
  draft: CampaignDraft,
  present: Campaign | undefined,
  context: DraftContext,
  faults: FieldFault[],
): Partial<Campaign> {
  const themes = readThemes(draft, present, context, faults);
  const targetDepartments = readTargets(draft, context, faults);
  const requiredFields = demandableFields.filter((field) => draft.requiredFields?.includes(field));
  const calendar = readCalendar(draft, faults);
  const { reportClasses = {} } = draft;
  return {
    ...(themes.length > 0 && { themes }),
    ...(targetDepartments.length > 0 && { targetDepartments }),
    ...(requiredFields.length > 0 && { requiredFields }),
    ...(calendar.length > 0 && { calendar }),
    ...(Object.keys(reportClasses).length > 0 && { reportClasses }),
  };
}

/**
 * Checks a campaign as an editor sends it, all settings at once. `present` is the campaign it replaces. Settings that
 * say what holds anyway are left out, so that a campaign says only what is particular to it.
 */
export function readCampaign(
  draft: CampaignDraft,
  present: Campaign | undefined,
  context: DraftContext,
  faults: FieldFault[],
): Campaign {
  if (!idPattern.test(draft.id)) faults.push({ field: 'masterId', rule: 'unusable-characters' });
  const { title: most } = campaignBounds;
  const title = readLine({ campaignTitle: draft.title }, 'campaignTitle', most, faults);
  const period = readPeriod(draft, faults);
  faults.push(...fixedFaults(draft, present, context.at));
  return {
    id: draft.id,
    title,
    ...period,
    visibility: draft.visibility,
    ...(draft.ownersPublish && { ownersPublish: true }),
    ...readLists(draft, present, context, faults),
    ...readNumbers(draft, faults),
    isSample: draft.isSample ?? present?.isSample ?? false,
  };
}
