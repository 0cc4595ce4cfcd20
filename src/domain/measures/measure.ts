import type { Instant } from '../instant.js';
import type { Actor } from '../person.js';
import type { PublicationDue } from '../proposal.js';
import type { Drive } from './drive.js';
import type { MeasureEntry, Realise } from './measure-events.js';
import type { MeasureState } from './measure-state.js';

/** One published version. Versions are never changed or taken away (domain specification 1.7, 7). */
export interface MeasureVersion {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly state: MeasureState;
  readonly seq: number;
  readonly at: Instant;
  /** 訂正: why the version before it was wrong. */
  readonly correction?: { readonly reason: string };
}

/** A publication that has been asked for; `realise` proposes the linked proposals as realised once it is out. */
export interface MeasurePublicationDue extends PublicationDue {
  readonly realise?: Realise;
}

/**
 * One measure 取組: a thing actually done, which realises any number of proposals. A rule of the casebook is a measure
 * of kind `rule`; there is no second type for it. It is what replaying its trail gives, and nothing else.
 */
export interface Measure extends MeasureState {
  /** The token of the form it was made with. */
  readonly id: string;
  readonly createdAt: Instant;
  /**
   * Oldest first; empty as long as nothing is published. Of a shortened trail those that its entries published, and the
   * last one before them.
   */
  readonly versions: readonly MeasureVersion[];
  /** A correction that waits for its publication. */
  readonly correction?: { readonly reason: string };
  readonly publicationDue?: MeasurePublicationDue;
  /** What was driven into the proposals it realises, oldest first. */
  readonly drives: readonly Drive[];
  /** Which departments follow a rule; empty for any other kind. */
  readonly trail: readonly MeasureEntry[];
  /** Where the oldest entries of the trail lie in the archive: what they came to. */
  readonly earlier?: EarlierMeasure;
}

/** What the archived entries of a measure came to; the entries in its item are replayed on it. */
export interface EarlierMeasure {
  /** The place of the last archived entry. */
  readonly through: number;
  readonly madeBy: Actor;
  readonly firstPublishedAt?: Instant;
  /** Of the versions only the last one, of the drives that have ended not what they did. */
  readonly state: Omit<Measure, 'trail' | 'earlier'>;
}

/** Who made a measure. */
export function makerOf({ trail, earlier }: Pick<Measure, 'trail' | 'earlier'>): Actor | undefined {
  return earlier?.madeBy ?? trail[0]?.by;
}

/** When a measure was published for the first time; undefined before. */
export function firstPublishedAt({
  versions,
  earlier,
}: Pick<Measure, 'versions' | 'earlier'>): Instant | undefined {
  return earlier?.firstPublishedAt ?? versions[0]?.at;
}

/** The version everyone sees; undefined before the first publication. */
export function publishedVersion({ versions }: Measure): MeasureVersion | undefined {
  return versions.at(-1);
}

/**
 * What the links of proposals may rely on: a published measure that nobody is withdrawing, or one that is still
 * worked on. A withdrawn one is none any more.
 */
export function standingOf(measure: Measure): 'draft' | 'published' | undefined {
  const published = publishedVersion(measure);
  if (published?.state.withdrawn) return measure.withdrawn ? undefined : 'draft';
  if (!measure.withdrawn) return published ? 'published' : 'draft';
  return published ? 'draft' : undefined;
}
