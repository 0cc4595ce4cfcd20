import type { Locale } from '../domain/conversation.js';
import type { DeliveryEnd } from '../domain/delivery-report.js';

interface DeliveryTexts {
  readonly sheets: { readonly classes: string; readonly events: string };
  readonly planned: string;
  readonly asOf: string;
  readonly columns: {
    readonly end: string;
    readonly why: string;
    readonly count: string;
    readonly number: string;
    readonly kind: string;
    readonly place: string;
    readonly recordedAt: string;
  };
  readonly ends: Readonly<Record<DeliveryEnd, string>>;
  readonly places: Readonly<Record<'people' | 'channel', string>>;
  readonly kinds: Readonly<Record<'receipt' | 'review-begun' | 'published', string>>;
  /** By code; what is not here is shown as its code. */
  readonly whys: Readonly<Record<string, string>>;
}

/** The words of 通知の到達状況. */
export const deliveryTexts: Readonly<Record<Locale, DeliveryTexts>> = {
  ja: {
    sheets: { classes: 'まとめ', events: '知らせごと' },
    planned: '知らせる予定',
    asOf: '時点',
    columns: {
      end: '区分',
      why: '理由',
      count: '件数',
      number: '番号・題名',
      kind: '知らせ',
      place: '届け先',
      recordedAt: '起きた日時',
    },
    ends: {
      delivered: '届いた',
      unconfirmed: '届いたか不明',
      undeliverable: '届かない',
      suppressed: '取りやめ',
      held: '確認待ち',
      pending: '送信待ち',
    },
    places: { people: '職員', channel: 'チャネル' },
    kinds: { receipt: '受付控え', 'review-begun': '検討開始', published: '公表' },
    whys: {
      'in-digest': 'まとめの中で届いた',
      'in-feed': 'アクティビティで届いた',
      blocked: 'アプリを削除したか、ブロックしている',
      gone: 'チャットまたはチャネルがない',
      'no-account': 'アカウントがない',
      'no-conversation': 'アプリを開いたことがない',
      'bad-request': '内容が受け付けられなかった',
      'host-not-allowed': '宛先のサーバーが許可されていない',
      forbidden: 'アプリに送る権限がない',
      'no-clear-answer': '2回送り、どちらも返事がはっきりしない',
      hidden: '非公開になった',
      'not-visible': '見られない提案になった',
      'nothing-left': '知らせる内容がなくなった',
      'not-wanted': '本人が受け取らない設定にしている',
      dismissed: '管理者が取りやめた',
      throttled: 'Teams が混み合っている',
      precondition: 'Teams が同時の処理で断った',
      unreachable: 'Teams につながらない',
      unauthorized: 'アプリの資格情報が断られた',
      'no-token': 'アプリのトークンが取れない',
      timeout: '返事が時間内に来なかった',
      'server-error': 'Teams の障害',
      'connection-lost': '送る途中で接続が切れた',
      'quiet-time': '夜間・休日',
      'not-begun': 'これから送る',
    },
  },
  en: {
    sheets: { classes: 'Summary', events: 'By event' },
    planned: 'To be told',
    asOf: 'As of',
    columns: {
      end: 'Class',
      why: 'Reason',
      count: 'Count',
      number: 'Number or title',
      kind: 'Notice',
      place: 'To',
      recordedAt: 'Recorded at',
    },
    ends: {
      delivered: 'delivered',
      unconfirmed: 'unconfirmed',
      undeliverable: 'undeliverable',
      suppressed: 'not sent any more',
      held: 'held',
      pending: 'waiting',
    },
    places: { people: 'staff', channel: 'channel' },
    kinds: { receipt: 'receipt', 'review-begun': 'review begun', published: 'published' },
    whys: {
      'in-digest': 'arrived in a digest',
      'in-feed': 'arrived in the activity feed',
      blocked: 'removed or blocked the app',
      gone: 'there is no such chat or channel',
      'no-account': 'there is no such account',
      'no-conversation': 'never opened the app',
      'bad-request': 'the content was refused',
      'host-not-allowed': 'the server of the address is not allowed',
      forbidden: 'the app may not send there',
      'no-clear-answer': 'sent twice without a clear answer',
      hidden: 'was made private',
      'not-visible': 'may not be seen any more',
      'nothing-left': 'nothing is left to be told',
      'not-wanted': 'chose not to be told',
      dismissed: 'dismissed by an administrator',
      throttled: 'Teams is busy',
      precondition: 'refused by Teams for something at the same time',
      unreachable: 'Teams cannot be reached',
      unauthorized: 'the credential of the app was refused',
      'no-token': 'no token for the app',
      timeout: 'no answer in time',
      'server-error': 'a fault of Teams',
      'connection-lost': 'the connection was lost on the way',
      'quiet-time': 'night or holiday',
      'not-begun': 'about to be sent',
    },
  },
};
