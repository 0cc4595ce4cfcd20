import {
  type HintsAnswer,
  hintsRequest,
  type SimilarAnswer,
  type SuggestionAnswer,
} from '../contract/similar-answers.js';
import { redactedFor } from '../domain/blind/redact.js';
import { isOwnIdea } from '../domain/capacity.js';
import { issueGroupCounts } from '../domain/issue-groups/issue-group-counts.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { Proposal } from '../domain/proposal.js';
import { strongConcernPercent, suggestTrack } from '../domain/selection-policy.js';
import type { Explanation } from '../domain/similarity/explain-likeness.js';
import type { Hint } from '../domain/similarity/find-hints.js';
import type { Suggestion } from '../domain/suggestion.js';
import { suggestionSentence } from '../text/suggestion-texts.js';
import { type FoundHint, findHintsFor } from '../usecases/find-hints-for.js';
import { findSimilarTo } from '../usecases/find-similar-to.js';
import { actOf } from './act-of.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import { workedOn } from './triage-views.js';
import { withBody } from './with-body.js';

/** Words without weights: those would move with what the caller may not see. */
function plainWords({ words, opposed }: Explanation) {
  return { words: words.map(({ here, there }) => ({ here, there })), opposed: [...opposed] };
}

/** Something that is like a text, as the caller may see it. */
export function hintAnswer(call: StaffCall, hint: FoundHint): HintsAnswer['hints'] {
  const { deps, person } = call;
  if ('measure' in hint) {
    const { id } = hint.measure;
    const title = versionInForce(hint.measure)?.state.content.title;
    return title === undefined ? [] : [{ kind: 'measure', id, title, ...plainWords(hint) }];
  }
  // The words that meet are of the text as written: whoever reads a redacted copy is given no hint of it.
  if (redactedFor(hint.proposal, actOf(call)) !== hint.proposal) return [];
  const { number, content, published, proposer, campaignId } = hint.proposal;
  const campaign = deps.register.campaigns().find(({ id }) => id === campaignId);
  return [
    {
      kind: 'proposal',
      number,
      title: content.title,
      status: published.status,
      mine: proposer.personId === person.personId,
      campaignTitle: campaign?.title ?? '',
      ...plainWords(hint),
    },
  ];
}

/** POST /api/hints: 似ている提案 for a text being written, among what the caller may see. Nothing is kept of it. */
export const writeHints = withBody(hintsRequest, async (call, { title, ...rest }) => {
  const { deps, person, at, locale } = call;
  const wait = call.hintLimit(person.personId, at);
  if (wait > 0) return apiRefusalAnswer('too-many-requests', locale, wait);
  const { currentProblem = '', proposedContent = '' } = rest;
  const { hints, isComplete } = findHintsFor(
    { register: deps.register, personId: person.personId },
    { title, currentProblem, proposedContent },
  );
  const answer: HintsAnswer = {
    hints: hints.flatMap((hint) => hintAnswer(call, hint)),
    isComplete,
  };
  return json(answer);
});

/** Answers about the proposal that a path names, for the secretariat, and never about an own one. */
function aboutProposal(answer: (call: StaffCall, proposal: Proposal) => Answer): Read {
  return (call) => {
    const found = workedOn(call);
    return found.ok ? answer(call, found.value) : refusalAnswer(found.refusal, call.locale);
  };
}

/** Where a candidate stands; an own one by what is published of it. */
function standingOfCandidate(call: StaffCall, proposal: Proposal) {
  const { register } = call.deps;
  const isOwn = isOwnIdea(proposal, actOf(call));
  const { status, mergedInto } = isOwn ? proposal.published : proposal;
  const into = mergedInto && register.proposal(mergedInto)?.value.number;
  const { issueGroupId } = proposal;
  return {
    status,
    ...(into !== undefined && { mergedInto: into }),
    ...(issueGroupId !== undefined && register.hasIssueGroup(issueGroupId) && { issueGroupId }),
  };
}

function scored({ score, words, opposed }: Hint) {
  return {
    score,
    words: words.map(({ here, there, share }) => ({ here, there, share })),
    opposed: [...opposed],
  };
}

/** GET /api/triage/:number/similar: merge candidates with the words by which they are alike, without any names. */
export const answerSimilar: Read = aboutProposal((call, proposal) => {
  const { proposals, measures, isComplete } = findSimilarTo(call.deps.register, proposal);
  const answer: SimilarAnswer = {
    proposals: proposals.map(({ proposal: found, ...hint }) => ({
      number: found.number,
      title: found.content.title,
      ...standingOfCandidate(call, found),
      ...scored(hint),
    })),
    measures: measures.map(({ measure, ...hint }) => ({
      id: measure.id,
      title: measure.content.title,
      ...scored(hint),
    })),
    isComplete,
  };
  return json(answer);
});

function groupOf({ deps }: StaffCall, { issueGroupId = '' }: Proposal): SuggestionAnswer['group'] {
  const { register } = deps;
  const group = register.issueGroup(issueGroupId)?.value;
  if (!group || group.dissolved) return undefined;
  const { id, label } = group;
  return { id, label, ...issueGroupCounts(register.issueGroupMembers(id), register) };
}

function shownSuggestion(suggestion: Suggestion): SuggestionAnswer['suggestion'] {
  const { startConditions, ...rest } = suggestion.inputs;
  const inputs = { ...rest, ...(startConditions && { startConditions: [...startConditions] }) };
  return 'track' in suggestion
    ? { track: suggestion.track, inputs }
    : { unknown: [...suggestion.unknown], inputs };
}

/** GET /api/triage/:number/suggestion: what the policy of the source suggests; a person decides (domain 3). */
export const answerSuggestion: Read = aboutProposal((call, proposal) => {
  const groupShare = call.deps.register.issueGroupShare(proposal);
  const suggestion = suggestTrack(proposal, groupShare);
  const group = groupOf(call, proposal);
  const answer: SuggestionAnswer = {
    suggestion: shownSuggestion(suggestion),
    says: suggestionSentence(suggestion, call.locale),
    ...(group && { group }),
    groupShare,
    strongConcernPercent,
  };
  return json(answer);
});
