import type { ReleaseSetAnswer, ReleaseSetRow } from '../contract/release-answers.js';
import type { AudiencePerson } from '../domain/audience.js';
import type { ReleasePost } from '../domain/releases/release-events.js';
import { toldException } from '../domain/releases/release-exception.js';
import type { ReleaseItem } from '../domain/releases/release-item.js';
import { mayKnowOfSet } from '../domain/releases/release-permissions.js';
import {
  asReleased,
  type ItemPreview,
  previewRelease,
} from '../domain/releases/release-preview.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { lastSeq } from '../domain/trail-entry.js';
import { refusalText } from '../text/refusal-texts.js';
import { releaseTexts } from '../text/release-texts.js';
import { releaseContextOf } from '../usecases/change-release-set.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { refusalAnswer } from './refusal-answer.js';

type ItemAnswer = ReleaseSetAnswer['items'][number];

function rowOf(set: ReleaseSet): ReleaseSetRow {
  const { id, title, campaignId, withProgress, state, createdAt, plan, released } = set;
  return {
    id,
    title,
    campaignId,
    withProgress,
    state,
    count: set.items.length,
    exceptions: set.exceptions.length,
    createdAt,
    ...(plan && { publishAt: plan.publishAt }),
    ...(released && { releasedAt: released.at }),
    seq: lastSeq(set.trail),
  };
}

function toldOf(people: readonly AudiencePerson[]): ItemAnswer['told'] {
  const count = (as: AudiencePerson['as']): number =>
    people.filter((each) => each.as === as).length;
  return {
    proposer: count('proposer'),
    coProposers: count('co-proposer'),
    supporters: count('supporter'),
  };
}

function titleOf({ deps }: StaffCall, item: ReleaseItem): string {
  return item.kind === 'proposal'
    ? (deps.register.proposal(item.id)?.value.content.title ?? item.number)
    : (deps.register.measure(item.id)?.value.content.title ?? item.id);
}

function cardOf({ deps, locale, at }: StaffCall, set: ReleaseSet, item: ReleaseItem) {
  const proposal = item.kind === 'proposal' && deps.register.proposal(item.id)?.value;
  if (!proposal) return {};
  const shown = set.state === 'released' ? proposal : asReleased(set, proposal, at);
  return { card: deps.releases.personalCard(shown, locale) };
}

function itemAnswer(call: StaffCall, set: ReleaseSet, preview: ItemPreview): ItemAnswer {
  const { item, progress, problem, people } = preview;
  const { locale } = call;
  const exception = preview.exception && toldException(preview.exception);
  return {
    kind: item.kind,
    key: item.kind === 'proposal' ? item.number : item.id,
    title: titleOf(call, item),
    progress,
    ...(problem && { problem: { code: problem.code, message: refusalText(problem, locale) } }),
    ...(exception && {
      exception: { code: exception, message: releaseTexts[locale].exception[exception] },
    }),
    told: toldOf(people),
    ...(!problem && !exception && cardOf(call, set, item)),
  };
}

function postAnswer(
  { deps, locale }: StaffCall,
  set: ReleaseSet,
  post: ReleasePost,
): ReleaseSetAnswer['posts'][number] {
  const { channelId, as, items } = post;
  const mapping = deps.register.channelMap().find((each) => each.channelId === channelId);
  return {
    channelId,
    label: mapping?.label ?? channelId,
    as,
    count: items.length,
    card: { ...deps.releases.postCard(set, post, locale) },
  };
}

/** When and why a set was cancelled, by somebody or by the product itself. */
function cancelledAnswer(
  { at, reason, because }: NonNullable<ReleaseSet['cancelled']>,
  { locale }: StaffCall,
): NonNullable<ReleaseSetAnswer['cancelled']> {
  const said = because ? releaseTexts[locale].noRoom : reason;
  return { at, ...(said !== undefined && { reason: said }) };
}

/** A set as the secretariat works on it, with everything that it would tell, or told. */
export function releaseSetAnswer(call: StaffCall, set: ReleaseSet): ReleaseSetAnswer {
  const preview = previewRelease(set, actOf(call), releaseContextOf(call.deps));
  const { quietTime, cancelled } = set;
  const posts = set.posts.length > 0 ? set.posts : preview.posts;
  return {
    ...rowOf(set),
    items: preview.items.map((each) => itemAnswer(call, set, each)),
    posts: posts.map((post) => postAnswer(call, set, post)),
    people: preview.people,
    cards: preview.cards,
    ...(quietTime && {
      quietTime: {
        askedBy: quietTime.askedBy.name,
        ...(quietTime.confirmedBy && { confirmedBy: quietTime.confirmedBy.name }),
      },
    }),
    ...(cancelled && { cancelled: cancelledAnswer(cancelled, call) }),
    trail: set.trail.map(({ seq, kind, occurredAt, by }) => ({
      seq,
      kind,
      at: occurredAt,
      byName: by.name,
    })),
  };
}

/** GET /api/release-sets: without those in which the caller proposed something and which are not released yet. */
export const answerReleaseSets: Read = (call) => {
  const { register } = call.deps;
  const act = actOf(call);
  const context = releaseContextOf(call.deps);
  const sets = register.releaseSets().filter((set) => mayKnowOfSet(set, act, context));
  return json({ sets: sets.map(rowOf).toReversed() });
};

/** GET /api/release-sets/:id. */
export const answerReleaseSet: Read = (call) => {
  const { deps, params, locale } = call;
  const set = deps.register.releaseSet(params['id'] ?? '')?.value;
  return set && mayKnowOfSet(set, actOf(call), releaseContextOf(deps))
    ? json(releaseSetAnswer(call, set))
    : refusalAnswer({ code: 'no-such-release-set' }, locale);
};
