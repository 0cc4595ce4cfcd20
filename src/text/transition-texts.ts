import type { AudiencePart } from '../domain/audience.js';
import type { Capacity } from '../domain/capacity.js';
import type { Locale } from '../domain/conversation.js';
import type { TransitionId } from '../domain/lifecycle.js';

/** The words for the lifecycle table. */
export interface TransitionTexts {
  readonly transition: Readonly<Record<TransitionId, string>>;
  readonly capacity: Readonly<Record<Capacity, string>>;
  readonly audience: Readonly<Record<AudiencePart, string>>;
}

const ja: TransitionTexts = {
  transition: {
    T1: '受付',
    T2: '質問',
    T3: '回答',
    T3b: '回答なしで検討',
    T4: '検討を開始',
    T5: '対応方針を決定',
    T6: '対応方針を変更',
    T6b: '所管違いで返送',
    T7: '着手',
    T8: '一部実現',
    T9: '実現',
    T10: '実現困難（当面）',
    T11: '再検討',
    T12: '対象外',
    T13: '取下げ',
    T14: '公表の訂正',
    T15: '分類の修正',
    T16: '検討の再開',
    T17: '依頼への回答',
  },
  capacity: {
    proposer: '提案者',
    'co-proposer': '共同提案者',
    secretariat: '事務局',
    owner: '所管部局',
    head: '所属長',
    administrator: '管理者',
    system: '芽吹き',
  },
  audience: {
    proposer: '提案者',
    'co-proposer': '共同提案者',
    supporter: '賛同・フォローした職員',
    'through-office': '所属を通じて提案者',
    staff: '全職員のチャネル',
    owner: '所管部局のチャネル',
    secretariat: '事務局のチャネル',
  },
};

const en: TransitionTexts = {
  transition: {
    T1: 'Receive',
    T2: 'Ask',
    T3: 'Answer',
    T3b: 'Review without an answer',
    T4: 'Begin the review',
    T5: 'Decide the track',
    T6: 'Change the decision',
    T6b: 'Return (not in charge)',
    T7: 'Start',
    T8: 'Realise in part',
    T9: 'Realise',
    T10: 'Find difficult for now',
    T11: 'Examine again',
    T12: 'Find out of scope',
    T13: 'Withdraw',
    T14: 'Correct a publication',
    T15: 'Reclassify',
    T16: 'Reopen',
    T17: 'Answer a delegation',
  },
  capacity: {
    proposer: 'proposer',
    'co-proposer': 'co-proposer',
    secretariat: 'secretariat',
    owner: 'owner',
    head: 'head',
    administrator: 'administrator',
    system: 'Mebuki',
  },
  audience: {
    proposer: 'proposer',
    'co-proposer': 'co-proposers',
    supporter: 'supporters',
    'through-office': 'the proposer through the office',
    staff: 'staff channels',
    owner: "owner's channel",
    secretariat: 'secretariat channel',
  },
};

/** The words for the lifecycle table by language. */
export const transitionTexts: Readonly<Record<Locale, TransitionTexts>> = { ja, en };
