import type { AttachmentAnswer } from '../contract/state-shapes.js';
import { attachmentName } from '../domain/attachments/attachment.js';
import type { Proposal } from '../domain/proposal.js';

/** The file of a proposal as it travels, where there is one. */
export function attachmentPart({ number, attachment }: Pick<Proposal, 'number' | 'attachment'>): {
  readonly attachment?: AttachmentAnswer;
} {
  if (!attachment) return {};
  const { kind, size, at } = attachment;
  return { attachment: { name: attachmentName(number, attachment), kind, size, at } };
}
