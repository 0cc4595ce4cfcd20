import type { Locale } from '../domain/conversation.js';
import type { PersonalDataKind } from '../domain/personal-data/find-personal-details.js';

/** Words of the warning before a proposal with what looks like personal data is stored. */
export interface PersonalDataTexts {
  readonly kind: Readonly<Record<PersonalDataKind, string>>;
  readonly summary: string;
  readonly advice: string;
  /** Where something was found: the field, then the kind. */
  readonly place: (field: string, kind: string) => string;
  readonly more: (count: number) => string;
  readonly sendMended: string;
  readonly sendAnyway: string;
  /** In a trail: that whoever sent it had been warned. */
  readonly sentAnyway: (kinds: readonly string[]) => string;
}

const ja: PersonalDataTexts = {
  kind: {
    'my-number': 'マイナンバー',
    phone: '電話番号',
    mail: 'メールアドレス',
    'bank-account': '口座番号',
  },
  summary:
    '個人情報と思われるところがあります。まだ受け付けていません。書いた内容は下に残っています。',
  advice:
    '下の欄で直して「直して出す」を押してください。要るものなら「そのまま出す」で出せます。そのまま出したことと種類が記録に残ります。',
  place: (field, kind) => `${field}：${kind}`,
  more: (count) => `ほか${count}か所`,
  sendMended: '直して出す',
  sendAnyway: 'そのまま出す',
  sentAnyway: (kinds) => `個人情報の注意を見て送信：${kinds.join('、')}`,
};

const en: PersonalDataTexts = {
  kind: {
    'my-number': 'My Number',
    phone: 'telephone number',
    mail: 'mail address',
    'bank-account': 'bank account',
  },
  summary:
    'This looks like personal data. Nothing has been submitted yet. What you wrote is kept below.',
  advice:
    'Change it below and press “Send changed”. If it has to stay, press “Send as is”. That you did so, and the kinds, are put on record.',
  place: (field, kind) => `${field}: ${kind}`,
  more: (count) => `and ${count} more`,
  sendMended: 'Send changed',
  sendAnyway: 'Send as is',
  sentAnyway: (kinds) => `sent after a warning of personal data: ${kinds.join(', ')}`,
};

/** The words by language. */
export const personalDataTexts: Readonly<Record<Locale, PersonalDataTexts>> = { ja, en };
