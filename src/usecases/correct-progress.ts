import type { Actor } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import {
  correctPublishedProgress,
  type ProgressPublication,
  publicationKey,
} from '../domain/releases/progress-publication.js';
import { actNow } from './act-on-proposal.js';
import { campaignFigures } from './campaign-figures.js';
import { Failure } from './failure.js';
import type { ReleasePorts } from './release-ports.js';

/** What a correction came to. */
export type CorrectionOutcome =
  | { readonly kind: 'corrected'; readonly publication: ProgressPublication }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The latest version of a publication. */
export function latestVersion(
  { publications }: Pick<ReleasePorts['register'], 'publications'>,
  publicationId: string,
): ProgressPublication | undefined {
  return publications()
    .filter((each) => each.publicationId === publicationId)
    .toSorted((a, b) => b.version - a.version)[0];
}

function isSameCorrection(left: ProgressPublication, right: ProgressPublication): boolean {
  return left.by.id === right.by.id && left.correction?.reason === right.correction?.reason;
}

/**
 * 訂正する: adds a version; what was published before stays as it is. Of two corrections of the same version one wins,
 * because the key of the next version is unique; sent twice, it is one.
 */
export async function correctProgress(
  { releaseStores, register, releaseWriter, clock }: ReleasePorts,
  by: Actor,
  seen: { readonly publicationId: string; readonly version: number },
  reason: string,
): Promise<CorrectionOutcome> {
  const latest = latestVersion(register, seen.publicationId);
  if (!latest) return { kind: 'refused', refusal: { code: 'no-such-publication' } };
  const act = actNow(register, clock, by);
  const figures = campaignFigures(register, latest.campaignId, 'published');
  const before =
    register.publication(publicationKey(seen.publicationId, seen.version))?.value ?? latest;
  const made = correctPublishedProgress(before, seen.version, reason, figures, act);
  if (!made.ok) return { kind: 'refused', refusal: made.refusal };
  const key = publicationKey(seen.publicationId, made.value.version);
  const held = register.publication(key);
  const created = held ? undefined : await releaseStores.publications.create(made.value);
  const stored =
    held ??
    (created?.kind === 'stored' ? created.stored : await releaseStores.publications.findByKey(key));
  if (!stored) throw new Failure('unavailable', `whether ${key} was stored is not known`);
  releaseWriter.tookPublication(stored);
  return isSameCorrection(stored.value, made.value)
    ? { kind: 'corrected', publication: stored.value }
    : { kind: 'refused', refusal: { code: 'changed-meanwhile' } };
}
