import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import type { Figures } from '../figures/figures.js';
import { readText } from '../form-fields.js';
import type { Instant } from '../instant.js';
import type { Actor } from '../person.js';
import { allowed, type Result, refused } from '../result.js';
import { refuseUnlessSecretariatActs } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';

/**
 * One version of a progress publication 進捗公表: the figures of the published state at one instant. It is written once
 * and never changed; a correction is a version more, and the one before it stays readable (domain specification 1.7, 7).
 */
export interface ProgressPublication {
  /** The id of the release set it went with. */
  readonly publicationId: string;
  /** 1, 2, 3 … */
  readonly version: number;
  readonly campaignId: string;
  readonly title: string;
  readonly asOf: Instant;
  readonly by: Actor;
  readonly figures: Figures;
  /** 訂正: why the version before it was wrong. */
  readonly correction?: { readonly reason: string };
}

/** The unique key of a version. */
export function publicationKey(publicationId: string, version: number): string {
  return `${publicationId}:${version}`;
}

/** The first version, as the release of a set publishes it. */
export function firstPublication(
  { id, campaignId, title }: Pick<ReleaseSet, 'id' | 'campaignId' | 'title'>,
  figures: Figures,
  { by, at }: Act,
): ProgressPublication {
  return { publicationId: id, version: 1, campaignId, title, asOf: at, by, figures };
}

const longestReason = 500;

/** 訂正する: the figures taken anew, as a version after the one that was seen. */
export function correctPublishedProgress(
  latest: ProgressPublication,
  seenVersion: number,
  reasonText: string,
  figures: Figures,
  act: Act,
): Result<ProgressPublication> {
  const refusal = refuseUnlessSecretariatActs(act);
  if (refusal) return refused(refusal);
  if (seenVersion !== latest.version) return refused({ code: 'changed-meanwhile' });
  const faults: FieldFault[] = [];
  const reason = readText({ reason: reasonText }, 'reason', { most: longestReason }, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const { publicationId, campaignId, title, version } = latest;
  return allowed({
    publicationId,
    version: version + 1,
    campaignId,
    title,
    asOf: act.at,
    by: act.by,
    figures,
    correction: { reason },
  });
}
