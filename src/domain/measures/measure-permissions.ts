import type { Act } from '../act.js';
import { actsFor } from '../capacity.js';
import type { Refusal } from '../refusal.js';
import type { Measure } from './measure.js';
import type { MeasureContent } from './measure-content.js';
import type { MeasureContext } from './measure-context.js';

/** Whether somebody is of the secretariat. */
export function isSecretariat({ roles = [] }: Pick<Act, 'roles'>): boolean {
  return roles.some(({ role }) => role === 'secretariat');
}

/** Whether somebody works on the measures of a department: the secretariat, its staff of the owner, its head. */
export function worksFor(act: Act, departmentId: string): boolean {
  return isSecretariat(act) || actsFor(act, departmentId);
}

/** Refuses whoever does not work on a measure. */
export function refuseUnlessWorking({ content }: Measure, act: Act): Refusal | undefined {
  return worksFor(act, content.owner.departmentId) ? undefined : { code: 'not-permitted' };
}

/** Refuses whoever may not publish: the secretariat may, its owner where the campaign says so (domain 1). */
export function refuseUnlessPublishing(
  { content }: { readonly content: MeasureContent },
  act: Act,
  { campaigns }: Pick<MeasureContext, 'campaigns'>,
): Refusal | undefined {
  if (isSecretariat(act)) return undefined;
  const ownersPublish = campaigns.find(({ id }) => id === content.campaignId)?.ownersPublish;
  const isOwner = actsFor(act, content.owner.departmentId);
  return ownersPublish && isOwner ? undefined : { code: 'not-permitted' };
}
