import {
  type CandidatesAnswer,
  candidatesQuery,
  type PresentationsAnswer,
} from '../contract/presentation-answers.js';
import { contentFor } from '../domain/blind/redact.js';
import {
  acceptedPresentations,
  type Candidate,
  type PresentationState,
  presentationCandidates,
} from '../domain/queues/presentations.js';
import { lastSeqOf } from '../domain/trail-entry.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import { openDutyDesk } from './duty-desk.js';
import { apiRefusalAnswer } from './refusal-answer.js';

function candidateRow({
  proposal,
  state,
  presentation,
}: Candidate): CandidatesAnswer['rows'][number] {
  const { number, content, status } = proposal;
  return {
    number,
    seq: lastSeqOf(proposal),
    title: content.title,
    status,
    state,
    ...(presentation && { presentation }),
  };
}

/** GET /api/presentation-candidates?grade=…&state=…: never about an own proposal, and without names. */
export const answerCandidates: Read = (call) => {
  const query = candidatesQuery.safeParse(Object.fromEntries(call.query));
  if (!query.success) return apiRefusalAnswer('broken-request', call.locale);
  const { grade, state } = query.data;
  const ofBand = presentationCandidates(openDutyDesk(call).proposals, grade);
  const countOf = (wanted: PresentationState): number =>
    ofBand.filter((each) => each.state === wanted).length;
  const answer: CandidatesAnswer = {
    rows: ofBand.filter((each) => state === undefined || each.state === state).map(candidateRow),
    counts: {
      'not-invited': countOf('not-invited'),
      invited: countOf('invited'),
      accepted: countOf('accepted'),
      declined: countOf('declined'),
    },
  };
  return json(answer);
};

/** GET /api/presentations: who accepted, by name, and nobody else. */
export const answerPresentations: Read = (call) => {
  const act = actOf(call);
  const proposals = call.deps.register.proposals().map(({ value }) => value);
  const answer: PresentationsAnswer = {
    rows: acceptedPresentations(proposals, act).map(({ proposal, presentation }) => {
      const { number, published, proposer } = proposal;
      const content = contentFor(proposal, act);
      return {
        number,
        title: content.title,
        status: published.status,
        meeting: presentation.meeting,
        heldOn: presentation.heldOn,
        proposerName: proposer.name,
        departmentId: proposer.departmentId,
        ...(proposer.sectionId !== undefined && { sectionId: proposer.sectionId }),
      };
    }),
  };
  return json(answer);
};
