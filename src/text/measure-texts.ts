import type { Locale } from '../domain/conversation.js';
import type { DriveExceptionCode, DriveStep } from '../domain/measures/drive.js';
import type { EffectStep } from '../domain/measures/effect-answer.js';
import type {
  MaterialKind,
  MeasureKind,
  MeasureRollout,
} from '../domain/measures/measure-content.js';
import type { MeasureEvent } from '../domain/measures/measure-events.js';

/** The words of measures and of the casebook. */
export interface MeasureTexts {
  readonly kind: Readonly<Record<MeasureKind, string>>;
  readonly rollout: Readonly<Record<MeasureRollout, string>>;
  readonly material: Readonly<Record<MaterialKind, string>>;
  readonly event: Readonly<Record<MeasureEvent['kind'], string>>;
  readonly driveStep: Readonly<Record<DriveStep, string>>;
  /** Why a proposal was left as it is. */
  readonly driveException: Readonly<Record<DriveExceptionCode, string>>;
  readonly effectStep: Readonly<Record<EffectStep, string>>;
  readonly relisted: string;
  readonly partial: string;
  readonly corrected: string;
  readonly withdrawn: string;
  readonly asAppropriate: string;
  readonly wave: (wave: number) => string;
  /** A published measure in a channel. */
  readonly card: {
    readonly staffEyebrow: string;
    readonly ownerEyebrow: string;
    readonly headline: string;
    readonly changedHeadline: string;
    readonly correctedHeadline: string;
    readonly withdrawnHeadline: string;
    /** It is published and was not withdrawn. */
    readonly inForce: string;
    readonly staffNote: string;
    readonly ownerNote: string;
    readonly open: string;
  };
}

const ja: MeasureTexts = {
  kind: {
    scheme: '制度',
    rule: 'ルール',
    trial: '試行',
    system: 'システム',
    product: '成果物',
    other: 'その他',
  },
  rollout: {
    'office-wide': '全庁',
    department: '部局',
    'some-staff': '試行（一部職員）',
    beyond: '市町・企業へ',
  },
  material: { guideline: 'ガイドライン', template: 'テンプレート', video: '動画' },
  event: {
    created: '作成',
    edited: '編集',
    corrected: '訂正',
    withdrawn: '取下げ',
    reinstated: '取下げをやめる',
    'publication-scheduled': '公表の手続',
    'publication-undone': '公表の取消',
    published: '公表',
    'drive-begun': '提案への反映を開始',
    'drive-ended': '提案への反映を終了',
  },
  driveStep: {
    ask: '実現を申し出る',
    confirm: '実現を確認する',
    decline: '差し戻す',
    publish: '公表する',
  },
  driveException: {
    'not-found': '提案が見つかりません',
    'not-permitted': 'この提案を扱う権限がありません',
    'conflict-of-interest': 'ご自分の提案のため、ほかの人の確認が必要です',
    'same-person': '申し出た人とは別の人の確認が必要です',
    'transition-not-allowed': 'いまの状態からは進められません',
    'no-published-measure': '公表済みの取組が結び付いていません',
    'whole-coverage': '提案の全部を実現する取組が結び付いています',
    merged: 'ほかの提案に統合されています',
    'confirmation-pending': 'ほかの確認を待っています',
    'publication-pending': '公表の手続中です',
    'nothing-to-confirm': '確認を待っていません',
    'nothing-to-publish': '公表する内容がありません',
    'decided-alone': '受け付けた人が対応方針も決めたため、ほかの人の公表が必要です',
    'survivor-withdrawn': '統合先の提案が取り下げられています',
    'invalid-fields': '提案側で必要な項目が足りません',
    failed: '繰り返し試しましたが保存できませんでした。もう一度申し出てください',
  },
  effectStep: {
    1: 'まったく感じない',
    2: 'あまり感じない',
    3: 'どちらともいえない',
    4: 'やや感じる',
    5: 'とても感じる',
  },
  relisted: '再掲',
  partial: '一部実現',
  corrected: '訂正',
  withdrawn: '取下げ',
  asAppropriate: '適宜実施',
  wave: (wave) => `実現第${wave}弾`,
  card: {
    staffEyebrow: '取組のお知らせ',
    ownerEyebrow: '所管する取組',
    headline: '取組を公表しました',
    changedHeadline: '取組の新しい版を公表しました',
    correctedHeadline: '取組を訂正しました',
    withdrawnHeadline: '取組を取り下げました',
    inForce: '公表中',
    staffNote: '取組の公表によるお知らせです。',
    ownerNote: '所管として公表されている取組です。',
    open: 'タブで見る',
  },
};

const en: MeasureTexts = {
  kind: {
    scheme: 'Scheme',
    rule: 'Rule',
    trial: 'Trial',
    system: 'System',
    product: 'Product',
    other: 'Other',
  },
  rollout: {
    'office-wide': 'Whole office',
    department: 'One department',
    'some-staff': 'Trial (some staff)',
    beyond: 'Municipalities and firms',
  },
  material: { guideline: 'Guideline', template: 'Template', video: 'Video' },
  event: {
    created: 'Made',
    edited: 'Edited',
    corrected: 'Corrected',
    withdrawn: 'Withdrawn',
    reinstated: 'Reinstated',
    'publication-scheduled': 'Publication asked for',
    'publication-undone': 'Publication undone',
    published: 'Published',
    'drive-begun': 'Bringing proposals up to date',
    'drive-ended': 'Proposals brought up to date',
  },
  driveStep: {
    ask: 'Propose as realised',
    confirm: 'Confirm as realised',
    decline: 'Decline',
    publish: 'Publish',
  },
  driveException: {
    'not-found': 'The proposal was not found',
    'not-permitted': 'You have no right to act on this proposal',
    'conflict-of-interest': 'You proposed it; somebody else must confirm',
    'same-person': 'Another person than the one who asked must confirm',
    'transition-not-allowed': 'It cannot go on from its present status',
    'no-published-measure': 'No published measure is linked',
    'whole-coverage': 'A linked measure realises the whole proposal',
    merged: 'It was merged into another proposal',
    'confirmation-pending': 'Something else waits for a confirmation',
    'publication-pending': 'It is being published',
    'nothing-to-confirm': 'Nothing waits for a confirmation',
    'nothing-to-publish': 'There is nothing to publish',
    'decided-alone': 'Whoever received it decided it too; another person must publish it',
    'survivor-withdrawn': 'The proposal it was merged into was withdrawn',
    'invalid-fields': 'Something is missing in the proposal',
    failed: 'It was tried repeatedly and could not be saved; please ask for it again',
  },
  effectStep: {
    1: 'Not at all',
    2: 'Hardly',
    3: 'Neither',
    4: 'Somewhat',
    5: 'Very much',
  },
  relisted: 'listed again',
  partial: 'Partly realised',
  corrected: 'Correction',
  withdrawn: 'Withdrawn',
  asAppropriate: 'as appropriate',
  wave: (wave) => `Wave ${wave}`,
  card: {
    staffEyebrow: 'About a measure',
    ownerEyebrow: 'Measure of your office',
    headline: 'A measure was published',
    changedHeadline: 'A new version of a measure was published',
    correctedHeadline: 'A measure was corrected',
    withdrawnHeadline: 'A measure was withdrawn',
    inForce: 'Published',
    staffNote: 'Posted because the measure was published.',
    ownerNote: 'This measure is published as one of your office.',
    open: 'View in the tab',
  },
};

/** The words of measures by language. */
export const measureTexts: Readonly<Record<Locale, MeasureTexts>> = { ja, en };
