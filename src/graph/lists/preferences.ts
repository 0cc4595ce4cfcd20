import { chatLanguages, type Preference, wantedNews } from '../../domain/preference.js';
import { boolean, choice, dateTime } from './column.js';
import { dateTimeOf, present } from './field-values.js';
import { personList } from './person-list.js';

/** The list of what people chose, one item per person who chose or was shown something. Instants in whole seconds. */
export const preferences = personList<Preference>({
  name: 'MebukiPreferences',
  displayName: '芽吹き 知らせの設定',
  description: '職員が選んだ知らせの受け取り方です。本人が「設定」で変えます。',
  columns: [
    choice('Supported', '賛同・フォローした提案の知らせ', wantedNews),
    choice('Language', 'チャットの言語', chatLanguages),
    boolean('InFeed', 'アクティビティの利用'),
    dateTime('MissedSeenThrough', '届かなかった知らせを見た時点（UTC）'),
  ],
  toFields: (preference) => ({
    Title: preference.personId,
    Supported: preference.supported,
    Language: preference.language,
    InFeed: preference.inFeed,
    MissedSeenThrough:
      preference.missedSeenThrough === undefined ? null : dateTimeOf(preference.missedSeenThrough),
  }),
  fromFields: (read, personId) => ({
    personId,
    supported: read.choice('Supported', wantedNews),
    language: read.choice('Language', chatLanguages),
    inFeed: read.boolean('InFeed'),
    ...present({ missedSeenThrough: read.optionalInstant('MissedSeenThrough') }),
  }),
});
