import type { Campaign } from '../campaign.js';
import type { Owner } from '../decision.js';
import type { FieldFault, FieldName } from '../field-fault.js';
import { readAmount, readChoice, readLine, readText } from '../form-fields.js';
import type { CivilDate } from '../instant.js';
import { type MasterEntry, type Masters, validOn } from '../masters.js';
import { countGraphemes, isWritable, tidyLine } from '../written-text.js';
import {
  type Material,
  type MeasureContent,
  materialKinds,
  measureKinds,
  measureRollouts,
  type Relisting,
} from './measure-content.js';
import type { MeasureForm } from './measure-context.js';
import { readStartDate } from './start-date.js';

/** Bounds of what is written about a measure; lengths in user-visible characters. */
export const measureLimits = {
  title: 60,
  content: 1_000,
  materials: 10,
  link: 500,
  relistings: 5,
  wave: 99,
} as const;

/** What a form is read against. `present` is what the measure says already: an ended choice may stay. */
export interface MeasureFormSetting {
  readonly masters: Masters;
  readonly campaigns: readonly Campaign[];
  readonly today: CivilDate;
  readonly present?: MeasureContent;
  /** Only the secretariat says which campaign it came out of: that decides who may publish it. */
  readonly maySetCampaign: boolean;
}

interface Reading extends MeasureFormSetting {
  readonly form: MeasureForm;
  readonly faults: FieldFault[];
}

function choices(
  entries: readonly MasterEntry[],
  today: CivilDate,
  present: readonly (string | undefined)[],
): readonly string[] {
  const valid = validOn(entries, today).map(({ id }) => id);
  const kept = entries.map(({ id }) => id).filter((id) => present.includes(id));
  return [...new Set([...valid, ...kept])];
}

function readOwner({ form, faults, masters, today, present }: Reading): Owner {
  const departments = choices(masters.departments, today, [present?.owner.departmentId]);
  const departmentId = readChoice(form, 'ownerDepartment', departments, faults);
  if (!form.ownerSection?.trim()) return { departmentId };
  const own = masters.sections.filter((section) => section.departmentId === departmentId);
  const sections = choices(own, today, [present?.owner.sectionId]);
  return { departmentId, sectionId: readChoice(form, 'ownerSection', sections, faults) };
}

/** Lines of a field, each cut into its parts by bars. More lines than `most` are a fault. */
function readRows(
  { form, faults }: Reading,
  field: FieldName,
  most: number,
): readonly (readonly string[])[] {
  const typed = form[field] ?? '';
  if (!isWritable(typed.replace(/\r/g, '')) || typed.length > most * 2_000) {
    faults.push({ field, rule: 'unusable-characters' });
    return [];
  }
  const lines = typed.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > most) faults.push({ field, rule: 'too-many', limit: most });
  return lines.map((line) => line.split(/[\t|｜]/).map((part) => tidyLine(part)));
}

const isTitle = (title: string): boolean =>
  title !== '' && countGraphemes(title) <= measureLimits.title;

/** A link that a browser may be sent to: https, a plain host, nobody's name in it. */
export function isHttpsLink(link: string): boolean {
  return (
    link.length <= measureLimits.link &&
    /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/.test(
      link,
    )
  );
}

function materialFrom([kind, title = '', link = '', ...more]: readonly string[]):
  | Material
  | undefined {
  const known = materialKinds.find((each) => each === kind);
  const isSound = isTitle(title) && isHttpsLink(link) && more.length === 0;
  return known && isSound ? { kind: known, title, link } : undefined;
}

function readMaterials(reading: Reading): readonly Material[] {
  const rows = readRows(reading, 'materials', measureLimits.materials).map(materialFrom);
  if (rows.includes(undefined)) {
    reading.faults.push({ field: 'materials', rule: 'not-a-link' });
  }
  return rows.filter((row) => row !== undefined);
}

function relistingFrom(
  [categoryId = '', title = '', ...more]: readonly string[],
  categories: readonly string[],
): Relisting | undefined {
  if (!categories.includes(categoryId) || more.length > 0) return undefined;
  if (title === '') return { categoryId };
  return isTitle(title) ? { categoryId, title } : undefined;
}

/** Rows of 再掲: other categories than the measure's own, each once. */
function readRelistings(reading: Reading, categoryId: string): readonly Relisting[] {
  const { masters, today, present, faults } = reading;
  const kept = present?.relistings.map((each) => each.categoryId) ?? [];
  const others = choices(masters.categories, today, kept).filter((id) => id !== categoryId);
  const rows = readRows(reading, 'relistings', measureLimits.relistings).map((row) =>
    relistingFrom(row, others),
  );
  const known = rows.filter((row) => row !== undefined);
  const isDistinct = new Set(known.map((row) => row.categoryId)).size === known.length;
  if (rows.includes(undefined) || !isDistinct) {
    faults.push({ field: 'relistings', rule: 'not-a-choice' });
  }
  return known;
}

function readCampaign(reading: Reading): string | undefined {
  const { form, faults, campaigns, present, maySetCampaign } = reading;
  if (!form.campaign?.trim()) return maySetCampaign ? undefined : present?.campaignId;
  const ids = maySetCampaign ? campaigns.map(({ id }) => id) : [present?.campaignId ?? ''];
  return readChoice(form, 'campaign', ids, faults) || undefined;
}

/** A rule stays in the casebook and nothing else comes into it: its kind is chosen once. */
function readKind({ form, faults, present }: Reading): MeasureContent['kind'] {
  const possible =
    present === undefined
      ? measureKinds
      : measureKinds.filter((kind) => (kind === 'rule') === (present.kind === 'rule'));
  return readChoice(form, 'measureKind', possible, faults) || 'other';
}

/** Reads what a person writes about a measure, all fields at once; every fault is put beside its field. */
export function readMeasureContent(
  form: MeasureForm,
  setting: MeasureFormSetting,
  faults: FieldFault[],
): MeasureContent {
  const reading: Reading = { ...setting, form, faults };
  const { masters, today, present } = setting;
  const kind = readKind(reading);
  const isRule = kind === 'rule';
  const bounds = { most: measureLimits.content, optional: isRule };
  const categories = choices(masters.categories, today, [present?.categoryId]);
  const title = readLine(form, 'title', measureLimits.title, faults);
  const content = readText(form, 'measureContent', bounds, faults);
  const categoryId = readChoice(form, 'category', categories, faults);
  const start = readStartDate(form, !isRule, faults);
  const wave = readAmount(form, 'wave', { least: 1, most: measureLimits.wave }, faults);
  const campaignId = readCampaign(reading);
  return {
    kind,
    title,
    ...(content !== '' && { content }),
    categoryId,
    owner: readOwner(reading),
    ...(start && { start }),
    rollout: readChoice(form, 'measureRollout', measureRollouts, faults) || 'office-wide',
    materials: readMaterials(reading),
    ...(wave !== undefined && { wave }),
    relistings: readRelistings(reading, categoryId),
    ...(campaignId !== undefined && { campaignId }),
  };
}
