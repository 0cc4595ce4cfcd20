import type { Locale } from '../domain/conversation.js';
import type { LabelState } from '../domain/issue-groups/issue-group.js';
import type { IssueGroupEvent } from '../domain/issue-groups/issue-group-events.js';

/** The words of issue groups 課題群. */
export interface IssueGroupTexts {
  readonly labelState: Readonly<Record<LabelState, string>>;
  readonly event: Readonly<Record<IssueGroupEvent['kind'], string>>;
}

/** By language. */
export const issueGroupTexts: Readonly<Record<Locale, IssueGroupTexts>> = {
  ja: {
    labelState: {
      generated: '自動でつけた名前',
      confirmed: '確認済みの名前',
      named: '職員がつけた名前',
    },
    event: {
      created: '作成',
      'label-confirmed': '名前を確定',
      renamed: '名前を変更',
      dissolved: '解散',
    },
  },
  en: {
    labelState: {
      generated: 'Generated name',
      confirmed: 'Confirmed name',
      named: 'Name given by staff',
    },
    event: {
      created: 'Made',
      'label-confirmed': 'Name confirmed',
      renamed: 'Renamed',
      dissolved: 'Dissolved',
    },
  },
};
