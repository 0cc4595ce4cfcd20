import type { AudienceChannel } from '../domain/audience.js';
import { channelsOfDepartment } from '../domain/audience-of.js';
import { isRedactedForSome, redactedFor, redactedForOffices } from '../domain/blind/redact.js';
import type { NoticePlace } from '../domain/notice.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { actNow } from '../usecases/act-on-proposal.js';
import type { Clock, Register } from '../usecases/ports.js';

/** A proposal as the readers of a channel may read it: that of an office handed a redacted copy shows this copy. */
export function asReadInChannel(
  register: Pick<Register, 'channelMap'>,
  proposal: Proposal,
  { channelId, as }: AudienceChannel,
): Proposal {
  if (as !== 'owner' || !isRedactedForSome(proposal)) return proposal;
  const channelMap = register.channelMap();
  return redactedForOffices(proposal, (departmentId) =>
    channelsOfDepartment(channelMap, departmentId).includes(channelId),
  );
}

/** A proposal as whoever a notice is for may read it now. */
export function asReadBy(
  register: Register,
  proposal: Proposal,
  place: NoticePlace,
  personId: PersonId,
  clock: Clock,
): Proposal {
  if (place.kind === 'channel') return asReadInChannel(register, proposal, place.channel);
  if (!isRedactedForSome(proposal)) return proposal;
  return redactedFor(proposal, actNow(register, clock, { id: personId, name: '' }));
}
