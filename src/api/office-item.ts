import type { OfficeItem, OpinionRequestAnswer } from '../contract/office-answers.js';
import type { Act } from '../domain/act.js';
import type { ActContext } from '../domain/act-context.js';
import { refuseToRead } from '../domain/attachments/read-attachment.js';
import { contentFor } from '../domain/blind/redact.js';
import { actsFor } from '../domain/capacity.js';
import type { OpinionRequest } from '../domain/opinion.js';
import type { Proposal } from '../domain/proposal.js';
import { officeActs } from '../domain/queues/office-acts.js';
import { lastUpdateOf } from '../domain/state-since.js';
import { lastSeqOf } from '../domain/trail-entry.js';
import { maySeeWorking } from '../domain/visibility.js';
import { attachmentPart } from './attachment-answer.js';
import { pendingAnswer } from './pending-answer.js';
import { decisionAnswer } from './proposal-views.js';

/** An opinion request as it travels. */
export function requestAnswer(request: OpinionRequest): OpinionRequestAnswer {
  const { id, departmentId, text, dueOn, askedAt, blackedOut, opinion, returned } = request;
  return {
    id,
    departmentId,
    text,
    dueOn,
    askedAt,
    ...(blackedOut && { isRedacted: true }),
    ...(opinion && {
      opinion: {
        verdict: opinion.verdict,
        text: opinion.text,
        byName: opinion.by.name,
        at: opinion.at,
      },
    }),
    ...(returned && {
      returned: {
        reason: returned.reason,
        ...(returned.suggestedDepartmentId && {
          suggestedDepartmentId: returned.suggestedDepartmentId,
        }),
        byName: returned.by.name,
        at: returned.at,
      },
    }),
  };
}

/** What only the office that owns a proposal reads. */
function ownersPart(
  proposal: Proposal,
): Pick<OfficeItem, 'seq' | 'updatedAt' | 'reply' | 'progress'> {
  const { reply, progress } = proposal;
  return {
    seq: lastSeqOf(proposal),
    updatedAt: lastUpdateOf(proposal),
    ...(reply && { reply }),
    ...(progress && { progress }),
  };
}

/** The file; with a redacted copy only that there is one. */
function filePart(
  proposal: Proposal,
  act: Act,
): Pick<OfficeItem, 'attachment' | 'attachmentWithheld'> {
  const refusal = refuseToRead(proposal, act);
  if (!refusal) return attachmentPart(proposal);
  return refusal.code === 'attachment-withheld' ? { attachmentWithheld: true } : {};
}

/** A proposal as an office sees it that owns it or was asked about it: never who proposed it (promise 5). */
export function officeItem(proposal: Proposal, act: Act, context: ActContext): OfficeItem {
  const { number, receivedAt, status, published, decision, pending } = proposal;
  const owns = maySeeWorking(proposal, act);
  return {
    number,
    receivedAt,
    content: contentFor(proposal, act),
    status: owns ? status : published.status,
    requests: proposal.opinions
      .filter(({ departmentId }) => actsFor(act, departmentId))
      .map(requestAnswer),
    may: [...officeActs(proposal, act, context)],
    ...filePart(proposal, act),
    ...(owns && decision && { decision: decisionAnswer(decision) }),
    ...(owns && pending && { pending: pendingAnswer(pending) }),
    ...(owns && ownersPart(proposal)),
  };
}
