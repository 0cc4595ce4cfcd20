import type { Act } from '../act.js';
import { type AudiencePerson, personParts } from '../audience.js';
import { audienceOf } from '../audience-of.js';
import type { Instant } from '../instant.js';
import { theSystem } from '../person.js';
import type { Proposal } from '../proposal.js';
import { stateOf } from '../proposal-state.js';
import type { Refusal } from '../refusal.js';
import { record } from '../replay.js';
import { refuseMember } from './choose-members.js';
import { type MemberProgress, memberProgress } from './member-progress.js';
import { itemOf, type ReleaseContext } from './release-context.js';
import type { ReleasePost } from './release-events.js';
import type { ReleaseExceptionCode } from './release-exception.js';
import { isSameMember, type ReleaseMember } from './release-member.js';
import { releasePosts } from './release-posts.js';
import { membersToRelease, type ReleaseSet, tagOf } from './release-set.js';

/** One item as it would be told. */
export interface MemberPreview {
  readonly member: ReleaseMember;
  readonly progress: MemberProgress;
  /** Why it would not be published if the set were scheduled now; only before it is. */
  readonly problem?: Refusal;
  /** Why it is not published with the set. */
  readonly exception?: ReleaseExceptionCode;
  /** Who is told of it in their chats; nobody of a measure. */
  readonly people: readonly AudiencePerson[];
}

/** Everything that a set would tell, by the same functions that tell it. */
export interface ReleasePreview {
  readonly members: readonly MemberPreview[];
  readonly posts: readonly ReleasePost[];
  /** Different people over all items. */
  readonly people: number;
  /** Cards in personal chats. */
  readonly cards: number;
}

function peopleOf(
  { kind, id }: ReleaseMember,
  context: ReleaseContext,
  at: Instant,
): readonly AudiencePerson[] {
  const proposal = kind === 'proposal' ? context.proposal(id) : undefined;
  if (!proposal) return [];
  const campaign = context.campaigns.find((each) => each.id === proposal.campaignId);
  return audienceOf(proposal, personParts, { ...context, campaign }, at).people;
}

function previewOf(
  set: ReleaseSet,
  member: ReleaseMember,
  act: Act,
  context: ReleaseContext,
): MemberPreview {
  const problem = set.state === 'draft' ? refuseMember(member, act, context) : undefined;
  const exception = set.exceptions.find((each) => isSameMember(each, member))?.code;
  return {
    member,
    progress: memberProgress(set.id, itemOf(member, context)),
    ...(problem && { problem }),
    ...(exception && { exception }),
    people: problem || exception ? [] : peopleOf(member, context, act.at),
  };
}

/** 確かめる: what would be told to whom if the set were released as it is now. */
export function previewRelease(set: ReleaseSet, act: Act, context: ReleaseContext): ReleasePreview {
  const members = set.members.map((member) => previewOf(set, member, act, context));
  const people = members.flatMap((each) => each.people.map(({ personId }) => personId));
  const sound = membersToRelease(set).filter((member) =>
    members.some((each) => each.problem === undefined && isSameMember(each.member, member)),
  );
  return {
    members,
    posts: releasePosts(sound, set.withProgress, context, act.at),
    people: new Set(people).size,
    cards: people.length,
  };
}

/** A proposal as everyone would see it once the set is released: what its card is drawn from. */
export function asReleased(set: ReleaseSet, proposal: Proposal, at: Instant): Proposal {
  return record(
    proposal,
    { by: theSystem, at },
    {
      kind: 'published',
      state: stateOf(proposal),
      audience: { people: [], channels: [], asOf: at },
      notify: true,
      release: tagOf(set),
    },
  );
}
