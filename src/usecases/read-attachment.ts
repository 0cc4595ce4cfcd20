import {
  type AttachmentKind,
  attachmentName,
  mostKeptBytes,
  storedName,
} from '../domain/attachments/attachment.js';
import { refuseToRead } from '../domain/attachments/read-attachment.js';
import type { Actor } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import { actNow } from './act-on-proposal.js';
import type { AttachmentPorts } from './change-attachment.js';

/** A file as it is handed out, or why not. */
export type ReadAttachment =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Kinds of which SharePoint may write its own properties into a file that it keeps. */
const rewrittenBySharePoint: ReadonlySet<AttachmentKind> = new Set(['docx', 'xlsx', 'pptx']);

/**
 * Reads the file of a proposal, for whoever asks. What lies in the library is looked at again: it must be what was
 * kept, or where SharePoint itself may have changed it, of the same kind. What a later version of the product takes out
 * besides is taken out here, too.
 */
export async function readAttachment(
  { register, clock, library, examine }: AttachmentPorts,
  by: Actor,
  number: string,
): Promise<ReadAttachment> {
  const act = actNow(register, clock, by);
  const proposal = register.proposalByNumber(number)?.value;
  if (!proposal) return { kind: 'refused', refusal: { code: 'not-found' } };
  const refusal = refuseToRead(proposal, act);
  const { attachment } = proposal;
  if (refusal || !attachment) {
    return { kind: 'refused', refusal: refusal ?? { code: 'no-attachment' } };
  }
  const bytes = await library.read(storedName(proposal.number, attachment), mostKeptBytes);
  const examined = bytes && (await examine(bytes, attachment.kind, mostKeptBytes));
  const isSame =
    examined?.ok === true &&
    (examined.value.digestBefore === attachment.digest ||
      examined.value.digest === attachment.digest ||
      rewrittenBySharePoint.has(attachment.kind));
  if (!isSame) return { kind: 'refused', refusal: { code: 'attachment-changed' } };
  const name = attachmentName(proposal.number, attachment);
  return { kind: 'read', name, bytes: examined.value.bytes };
}
