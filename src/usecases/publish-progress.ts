import { theSystem } from '../domain/person.js';
import { firstPublication, publicationKey } from '../domain/releases/progress-publication.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { campaignFigures } from './campaign-figures.js';
import type { ReleasePorts } from './release-ports.js';

/**
 * Stores the first version of a set's progress publication. Its key is that of the set: whichever process comes
 * second finds it there. True once it is stored.
 */
export async function publishProgress(
  { releaseStores, register, releaseWriter }: ReleasePorts,
  set: ReleaseSet,
  at: number,
): Promise<boolean> {
  const key = publicationKey(set.id, 1);
  if (register.publication(key)) return true;
  const figures = campaignFigures(register, set.campaignId, 'published');
  const by = set.plan?.by ?? theSystem;
  const made = await releaseStores.publications.create(firstPublication(set, figures, { by, at }));
  const stored =
    made.kind === 'stored' ? made.stored : await releaseStores.publications.findByKey(key);
  if (stored) releaseWriter.tookPublication(stored);
  return stored !== undefined;
}
