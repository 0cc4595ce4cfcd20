import { z } from 'zod';
import {
  type Campaign,
  demandableFields,
  type Theme,
  visibilities,
} from '../../domain/campaign.js';
import { type CalendarChange, calendarPosts } from '../../domain/campaign-calendar.js';
import { type ReportClassMap, reportClasses } from '../../domain/report-class.js';
import { statuses } from '../../domain/status.js';
import { boolean, choice, dateTime, note, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { dateTimeOf, present } from './field-values.js';
import type { Fields, WritableListDefinition } from './list-definition.js';
import { readDay } from './master-entry.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

const list = 'MebukiCampaigns';

const calendarShape: z.ZodType<readonly CalendarChange[]> = z.array(
  z.strictObject({
    post: z.enum(calendarPosts),
    text: z.string().exactOptional(),
    isOff: z.boolean().exactOptional(),
  }),
);

const columns = [
  text('CampaignId', '募集ID', 'unique'),
  dateTime('OpensAt', '募集開始日時（UTC）'),
  dateTime('ClosesAt', '募集終了日時（UTC）'),
  choice('Visibility', '公開範囲', visibilities),
  boolean('OwnersPublish', '所管が公表する'),
  note('Themes', '募集テーマ（1行に ID|名称|英語名|部局ID|課室ID|終了）'),
  note('TargetDepartments', '対象の部局ID（1行に1つ、空なら全庁）'),
  note('RequiredFields', '入力を必須にする項目（1行に1つ）'),
  number('GraceMinutes', '締切後の猶予（分）'),
  number('LimitPerHour', '1人1時間の上限（件）'),
  number('LimitPerPerson', '1人の上限（件）'),
  text('ReportDate', '報告日（YYYY-MM-DD）'),
  note('ReportClasses', '報告の区分（1行に 状態=区分）'),
  boolean('IsSample', '見本（架空の募集）'),
  ...recordedColumns,
  note('CalendarJson', '投稿の予定（記録用）'),
];

const linesOf = (source: string | undefined): readonly string[] =>
  (source ?? '')
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One line per theme, so that people can write it in SharePoint. */
function themeLine({ id, label, labelEn, ownerDepartmentId, ownerSectionId, isClosed }: Theme) {
  const parts = [id, label, labelEn, ownerDepartmentId ?? '', ownerSectionId ?? ''];
  return [...parts, isClosed ? '終了' : ''].join('|');
}

function readTheme(read: FieldReader, line: string): Theme {
  const [id, label, labelEn, department, section, end] = line.split('|').map((part) => part.trim());
  if (!id || !label) return read.fail('Themes', { code: 'wrong-kind', wanted: 'theme-line' });
  return {
    id,
    label,
    labelEn: labelEn || label,
    ...(department && { ownerDepartmentId: department }),
    ...(section && { ownerSectionId: section }),
    ...(end && { isClosed: true }),
  };
}

function readThemes(read: FieldReader): readonly Theme[] {
  const lines = (read.optionalText('Themes') ?? '').split('\n').filter((line) => line.trim());
  return lines.map((line) => readTheme(read, line));
}

function readRequired(read: FieldReader): NonNullable<Campaign['requiredFields']> {
  return linesOf(read.optionalText('RequiredFields')).map((name) => {
    const field = demandableFields.find((each) => each === name);
    return (
      field ?? read.fail('RequiredFields', { code: 'unknown-value', value: name.slice(0, 40) })
    );
  });
}

function readReportClasses(read: FieldReader): ReportClassMap {
  const entries = linesOf(read.optionalText('ReportClasses')).map((line) => {
    const [left, right] = line.split('=').map((part) => part.trim());
    const status = statuses.find((each) => each === left);
    const reportClass = reportClasses.find((each) => each === right);
    if (status && reportClass) return [status, reportClass] as const;
    return read.fail('ReportClasses', { code: 'wrong-kind', wanted: 'class-line' });
  });
  return Object.fromEntries(entries);
}

function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

function readSettings(read: FieldReader): Partial<Campaign> {
  return present({
    closesAt: read.optionalInstant('ClosesAt'),
    ownersPublish: read.optionalBoolean('OwnersPublish') || undefined,
    themes: filled(readThemes(read)),
    targetDepartments: filled(linesOf(read.optionalText('TargetDepartments'))),
    requiredFields: filled(readRequired(read)),
    graceMinutes: read.optionalNumber('GraceMinutes'),
    limitPerHour: read.optionalNumber('LimitPerHour'),
    limitPerPerson: read.optionalNumber('LimitPerPerson'),
    reportDate: readDay(read, 'ReportDate'),
    reportClasses: filled(readReportClasses(read)),
    calendar: read.optionalJson('CalendarJson', calendarShape),
  });
}

function settingFields(campaign: Campaign): Fields {
  const { themes, targetDepartments, requiredFields, reportClasses = {}, calendar } = campaign;
  const classes = Object.entries(reportClasses).map(([status, each]) => `${status}=${each}`);
  return {
    Themes: themes?.map(themeLine).join('\n') ?? null,
    TargetDepartments: targetDepartments?.join('\n') ?? null,
    RequiredFields: requiredFields?.join('\n') ?? null,
    GraceMinutes: campaign.graceMinutes ?? null,
    LimitPerHour: campaign.limitPerHour ?? null,
    LimitPerPerson: campaign.limitPerPerson ?? null,
    ReportDate: campaign.reportDate ?? null,
    ReportClasses: classes.join('\n') || null,
    CalendarJson: calendar ? JSON.stringify(calendar) : null,
  };
}

/** The list of campaigns アイデア募集; Title holds the name. Kept by the product and, as well, by hand. */
export const campaigns: WritableListDefinition<Campaign> = {
  name: list,
  displayName: '芽吹き アイデア募集',
  description: '募集の期間と決まりです。閉じる日時が空の募集は常に開いています。',
  columns,
  key: 'CampaignId',
  toFields: (campaign) => ({
    Title: campaign.title,
    CampaignId: campaign.id,
    OpensAt: dateTimeOf(campaign.opensAt),
    ClosesAt: dateTimeOf(campaign.closesAt),
    Visibility: campaign.visibility,
    OwnersPublish: campaign.ownersPublish ?? null,
    IsSample: campaign.isSample,
    ...settingFields(campaign),
    ...recordedFields(campaign),
  }),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      id: read.text('CampaignId'),
      title: read.text('Title'),
      opensAt: read.instant('OpensAt'),
      visibility: read.choice('Visibility', visibilities),
      isSample: read.optionalBoolean('IsSample') ?? false,
      ...readSettings(read),
      ...readRecorded(read),
    };
  },
  holds: holdsRecorded,
};
