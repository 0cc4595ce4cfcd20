import type { Owner } from '../decision.js';
import type { StartDate } from './start-date.js';

/** What a measure is: 制度, ルール, 試行, システム, 成果物, その他 (domain 4). A rule belongs to the casebook. */
export const measureKinds = ['scheme', 'rule', 'trial', 'system', 'product', 'other'] as const;

/** One of the kinds. */
export type MeasureKind = (typeof measureKinds)[number];

/** How far a measure reaches 水平展開: 全庁, 部局, 試行（一部職員）, 市町・企業へ. */
export const measureRollouts = ['office-wide', 'department', 'some-staff', 'beyond'] as const;

/** One of them. */
export type MeasureRollout = (typeof measureRollouts)[number];

/** What a material is: ガイドライン, テンプレート, 動画. */
export const materialKinds = ['guideline', 'template', 'video'] as const;

/** One of the kinds of material. */
export type MaterialKind = (typeof materialKinds)[number];

/** A link to what comes with a measure. */
export interface Material {
  readonly kind: MaterialKind;
  readonly title: string;
  /** Always https. */
  readonly link: string;
}

/** 再掲: a row under another heading. It shows the measure once more and counts nothing. */
export interface Relisting {
  readonly categoryId: string;
  /** The heading of the row, where it is another than the measure's title. */
  readonly title?: string;
}

/** What a person writes about a measure. */
export interface MeasureContent {
  readonly kind: MeasureKind;
  readonly title: string;
  /** Absent for a rule that says everything in its title. */
  readonly content?: string;
  readonly categoryId: string;
  readonly owner: Owner;
  /** Only a rule may be without one. */
  readonly start?: StartDate;
  readonly rollout: MeasureRollout;
  readonly materials: readonly Material[];
  /** 実現第n弾. */
  readonly wave?: number;
  readonly relistings: readonly Relisting[];
  /** The call for proposals it came out of; its rule says who may publish. */
  readonly campaignId?: string;
}
