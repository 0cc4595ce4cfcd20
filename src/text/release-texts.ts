import type { Locale } from '../domain/conversation.js';
import type { ReleaseEvent } from '../domain/releases/release-events.js';
import type { ReleaseExceptionCode } from '../domain/releases/release-exception.js';
import type { ReleaseState } from '../domain/releases/release-state.js';

/** The words of release sets and progress publications. */
export interface ReleaseTexts {
  readonly state: Readonly<Record<ReleaseState, string>>;
  readonly exception: Readonly<Record<ReleaseExceptionCode, string>>;
  readonly event: Readonly<Record<ReleaseEvent['kind'], string>>;
  /** Why the product cancelled a set by itself. */
  readonly noRoom: string;
  /** 訂正, before the reason of a corrected version. */
  readonly corrected: string;
  /** The progress of the proposals, as a title. */
  readonly progress: string;
  /** The one post of a set in a channel. */
  readonly card: {
    readonly staffEyebrow: string;
    readonly ownerEyebrow: string;
    readonly headline: (count: number) => string;
    readonly progressHeadline: string;
    readonly progress: string;
    readonly measure: string;
    readonly withdrawnMeasure: string;
    readonly more: (count: number) => string;
    readonly staffNote: string;
    readonly ownerNote: string;
    readonly open: string;
  };
}

const ja: ReleaseTexts = {
  state: {
    draft: '準備中',
    scheduled: '公表予約済み',
    releasing: '公表中',
    released: '公表済み',
    cancelled: '取りやめ',
  },
  exception: {
    'not-found': '見つかりません。',
    'changed-since-chosen': '選んだ後に内容が変わりました。',
    'nothing-to-publish': '公表する内容がありません。',
    'publication-pending': '別に公表の手続中です。',
    'confirmation-pending': '確認を待っている内容があります。',
    'whole-coverage': '全部を実現する取組があるのに「一部実現」になっています。',
    'conflict-of-interest': '予約した人の提案です。',
    'not-permitted': '予約した人に公表の権限がありません。',
    'decided-alone': '代理で受け付けて方針も決めた人が予約しています。ほかの人の公表が必要です。',
    'survivor-withdrawn': '統合先の提案が取り下げられています。',
    'taken-out': '公表の前に取り消されました。',
    refused: '公表できない状態です。',
  },
  event: {
    created: '公表セットをつくった',
    edited: '題名などを直した',
    added: '入れた',
    removed: '外した',
    'quiet-time-asked': '静穏時間でも送ることを依頼した',
    'quiet-time-confirmed': '静穏時間でも送ることを確認した',
    'quiet-time-declined': '静穏時間には送らないことにした',
    scheduled: '公表を予約した',
    excepted: '例外として外れた',
    cancelled: '取りやめた',
    'release-begun': '公表を始めた',
    released: '公表を終えた',
  },
  noRoom:
    '予約した後に知らせる先が増え、公表の記録が1つの公表セットに収まらなくなったため、取りやめました。公表はしていません。件数を分けて、新しい公表セットをつくってください。',
  corrected: '訂正',
  progress: '提案の進捗',
  card: {
    staffEyebrow: '提案のその後',
    ownerEyebrow: '所管する提案',
    headline: (count) => `${count}件の状況を公表しました`,
    progressHeadline: '提案の進捗を公表しました',
    progress: '提案の進捗の数値もタブで見られます。',
    measure: '取組',
    withdrawnMeasure: '取組の取下げ',
    more: (count) => `ほか${count}件はタブで見られます。`,
    staffNote: '提案者の名前は載せていません。',
    ownerNote: '所管として取り組む内容です。提案者の名前は載せていません。',
    open: 'タブで見る',
  },
};

const en: ReleaseTexts = {
  state: {
    draft: 'In preparation',
    scheduled: 'Scheduled',
    releasing: 'Being published',
    released: 'Published',
    cancelled: 'Cancelled',
  },
  exception: {
    'not-found': 'It was not found.',
    'changed-since-chosen': 'It was changed after it was chosen.',
    'nothing-to-publish': 'There is nothing to publish.',
    'publication-pending': 'It is being published on its own.',
    'confirmation-pending': 'Something waits for a confirmation.',
    'whole-coverage': 'A measure realises all of it, but it says "partly realised".',
    'conflict-of-interest': 'It was proposed by the person who scheduled the set.',
    'not-permitted': 'The person who scheduled the set may not publish it.',
    'decided-alone':
      'Whoever scheduled the set received it for somebody and decided it too; another person must publish it.',
    'survivor-withdrawn': 'The proposal it was merged into was withdrawn.',
    'taken-out': 'Its publication was undone before.',
    refused: 'It cannot be published as it is.',
  },
  event: {
    created: 'made the set',
    edited: 'changed its title or contents',
    added: 'added',
    removed: 'removed',
    'quiet-time-asked': 'asked to send in quiet time',
    'quiet-time-confirmed': 'confirmed sending in quiet time',
    'quiet-time-declined': 'decided not to send in quiet time',
    scheduled: 'scheduled the publication',
    excepted: 'left out as exceptions',
    cancelled: 'cancelled it',
    'release-begun': 'began to publish',
    released: 'finished publishing',
  },
  noRoom:
    'Channels were added after it was scheduled, and the record of the publication no longer fits one set, so it was cancelled. Nothing was published. Please make new sets with fewer items.',
  corrected: 'Corrected',
  progress: 'Progress of the proposals',
  card: {
    staffEyebrow: 'What became of proposals',
    ownerEyebrow: 'Proposals of your office',
    headline: (count) => (count === 1 ? '1 item was published' : `${count} items were published`),
    progressHeadline: 'The progress of the proposals was published',
    progress: 'The figures of the progress are in the tab as well.',
    measure: 'Measure',
    withdrawnMeasure: 'Measure withdrawn',
    more: (count) => `${count} more in the tab.`,
    staffNote: 'Names of proposers are not shown.',
    ownerNote: 'This is for your office to carry out. Names of proposers are not shown.',
    open: 'View in the tab',
  },
};

/** The words of release sets by language. */
export const releaseTexts: Readonly<Record<Locale, ReleaseTexts>> = { ja, en };
