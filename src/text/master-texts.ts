import type { Visibility } from '../domain/campaign.js';
import type { CalendarPost } from '../domain/campaign-calendar.js';
import type { ChannelPurpose } from '../domain/channel-map.js';
import type { Locale } from '../domain/conversation.js';
import type { MasterKind } from '../domain/master/master-kinds.js';
import type { RecordedEvent } from '../domain/recorded.js';
import type { ReportClass } from '../domain/report-class.js';
import type { DayKind } from '../domain/working-days.js';

/** The words for masters and campaigns. */
export interface MasterTexts {
  /** Also the names of the sheets of a workbook. */
  readonly kind: Readonly<Record<MasterKind, string>>;
  readonly purpose: Readonly<Record<ChannelPurpose, string>>;
  readonly dayKind: Readonly<Record<DayKind, string>>;
  readonly visibility: Readonly<Record<Visibility, string>>;
  readonly reportClass: Readonly<Record<ReportClass, string>>;
  readonly trail: Readonly<Record<RecordedEvent['kind'], string>>;
  /** Prepared posts; {title}, {until} and {count} are filled in when one is sent. */
  readonly post: Readonly<Record<CalendarPost, string>>;
}

const ja: MasterTexts = {
  kind: {
    departments: '部局',
    sections: '課室',
    jobGrades: '職位',
    categories: 'カテゴリ',
    holidays: '休日',
    thesaurus: '類語',
    members: '役割',
    channels: 'チャネル',
  },
  purpose: { 'staff-updates': '全職員', department: '部局', secretariat: '事務局' },
  dayKind: { closed: '休業', open: '開庁', 'as-usual': '暦どおり' },
  visibility: {
    'secretariat-only': '事務局のみ',
    'after-review-begins': '事務局確認後',
    'at-once': '受付後すぐ',
  },
  reportClass: { realised: '実現', 'under-examination': '検討中', other: 'その他' },
  trail: { found: '一覧での変更', entered: '登録', changed: '変更' },
  post: {
    opening:
      '「{title}」の募集を始めました（{until}まで）。チャットで「提案」と送ると、様式が開きます。',
    halfway:
      '「{title}」は募集期間の半ばです。これまでに{count}件の提案をいただきました（{until}まで）。',
    'one-week-left':
      '「{title}」の募集は残り1週間です（{until}まで）。書きかけの提案はありませんか。',
    'last-day': '「{title}」の募集は{until}で締め切ります。',
    thanks:
      '「{title}」に{count}件の提案をいただきました。ありがとうございました。すべての提案を検討し、結果を理由とともにお知らせします。',
  },
};

const en: MasterTexts = {
  kind: {
    departments: 'Departments',
    sections: 'Sections',
    jobGrades: 'Job grades',
    categories: 'Categories',
    holidays: 'Holidays',
    thesaurus: 'Thesaurus',
    members: 'Roles',
    channels: 'Channels',
  },
  purpose: { 'staff-updates': 'All staff', department: 'Department', secretariat: 'Secretariat' },
  dayKind: { closed: 'Closed', open: 'Open', 'as-usual': 'As in the calendar' },
  visibility: {
    'secretariat-only': 'Secretariat only',
    'after-review-begins': 'After the secretariat has looked at it',
    'at-once': 'At once',
  },
  reportClass: { realised: 'Realised', 'under-examination': 'Under examination', other: 'Other' },
  trail: { found: 'Changed in the list', entered: 'Entered', changed: 'Changed' },
  post: {
    opening: '"{title}" is open until {until}. Send "Propose" in chat to open the form.',
    halfway:
      'Half of the time for "{title}" is over: {count} proposals so far. It is open until {until}.',
    'one-week-left': 'One week is left for "{title}", until {until}. Do you have one half written?',
    'last-day': '"{title}" closes on {until}.',
    thanks:
      '{count} proposals were made to "{title}". Thank you. All of them are examined, and each result comes with its reason.',
  },
};

/** The words for masters and campaigns by language. */
export const masterTexts: Readonly<Record<Locale, MasterTexts>> = { ja, en };
