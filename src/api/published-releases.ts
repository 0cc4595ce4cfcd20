import type {
  PublicationAnswer,
  PublicationsAnswer,
  ReleasesAnswer,
} from '../contract/release-answers.js';
import { contentFor } from '../domain/blind/redact.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { ProgressPublication } from '../domain/releases/progress-publication.js';
import { itemsToRelease, type ReleaseSet } from '../domain/releases/release-set.js';
import { maySeePublished } from '../domain/visibility.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { refusalAnswer } from './refusal-answer.js';

type ReleaseAnswer = ReleasesAnswer['releases'][number];

function proposalsIn(call: StaffCall, set: ReleaseSet): ReleaseAnswer['proposals'] {
  const { register } = call.deps;
  return itemsToRelease(set).flatMap(({ kind, id }) => {
    const proposal = kind === 'proposal' ? register.proposal(id)?.value : undefined;
    if (!proposal) return [];
    const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
    if (!maySeePublished(proposal, campaign, call.person.personId)) return [];
    const { number, published } = proposal;
    const content = contentFor(proposal, actOf(call));
    return [{ number, title: content.title, status: published.status }];
  });
}

function measuresIn({ deps }: StaffCall, set: ReleaseSet): ReleaseAnswer['measures'] {
  return itemsToRelease(set).flatMap(({ kind, id }) => {
    const measure = kind === 'measure' ? deps.register.measure(id)?.value : undefined;
    const version = measure && versionInForce(measure);
    return version ? [{ id, title: version.state.content.title }] : [];
  });
}

/** GET /api/releases. */
export const answerReleases: Read = (call) => {
  const releases = call.deps.register.releaseSets().flatMap((set): readonly ReleaseAnswer[] => {
    const { id, title, released } = set;
    if (!released) return [];
    const proposals = proposalsIn(call, set);
    const measures = measuresIn(call, set);
    const { at, hasProgress } = released;
    const isAnything = proposals.length > 0 || measures.length > 0 || hasProgress;
    return isAnything ? [{ id, title, at, proposals, measures, hasProgress }] : [];
  });
  const answer: ReleasesAnswer = { releases: releases.toSorted((a, b) => b.at - a.at) };
  return json(answer);
};

function versionAnswer(
  { version, asOf, correction }: ProgressPublication,
  all: readonly ProgressPublication[],
) {
  const isCorrected = all.some((each) => each.version === version + 1);
  return { version, asOf, ...(correction && { correction }), isCorrected };
}

/** Every version of a progress publication, oldest first; undefined where there is none. */
export function publicationAnswer({ deps }: StaffCall, id: string): PublicationAnswer | undefined {
  const versions = deps.register
    .publications()
    .filter((each) => each.publicationId === id)
    .toSorted((a, b) => a.version - b.version);
  const [first] = versions;
  if (!first) return undefined;
  const { title, campaignId } = first;
  return {
    id,
    title,
    campaignId,
    versions: versions.map((each) => ({
      ...versionAnswer(each, versions),
      figures: { ...each.figures },
    })),
  };
}

/** GET /api/publications. */
export const answerPublications: Read = (call) => {
  const ids = new Set(call.deps.register.publications().map(({ publicationId }) => publicationId));
  const publications = [...ids].toReversed().flatMap((id) => {
    const whole = publicationAnswer(call, id);
    return whole
      ? [{ ...whole, versions: whole.versions.map(({ figures: _, ...version }) => version) }]
      : [];
  });
  const answer: PublicationsAnswer = { publications };
  return json(answer);
};

/** GET /api/publications/:id. */
export const answerPublication: Read = (call) => {
  const answer = publicationAnswer(call, (call.params['id'] ?? '').toLowerCase());
  return answer ? json(answer) : refusalAnswer({ code: 'no-such-publication' }, call.locale);
};
