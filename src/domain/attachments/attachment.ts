import type { Instant } from '../instant.js';
import type { ProposalNumber } from '../proposal-number.js';

/** What a file may be, by its content and its ending (domain specification 1.2: 添付). */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg'] as const;

/** One of them. */
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Most bytes of a file as it is handed in. */
export const mostAttachmentBytes = 10 * 1024 * 1024;

/** Most bytes of a file as it is kept: written anew, a PDF can become larger than it was. */
export const mostKeptBytes = 3 * mostAttachmentBytes;

/** A file as it is kept: without what names its author, so that size and digest are those of that copy. */
export interface KeptFile {
  readonly kind: AttachmentKind;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  /** Made for this file alone, so that no other is ever written in its place. */
  readonly key: string;
}

/** The one file of a proposal 添付. */
export interface Attachment extends KeptFile {
  readonly at: Instant;
}

/** The kind that an ending (without its dot, in any case) stands for. */
export function kindOfEnding(ending: string): AttachmentKind | undefined {
  const plain = ending.toLowerCase();
  return plain === 'jpeg' ? 'jpg' : attachmentKinds.find((kind) => kind === plain);
}

/** The name under which a file is handed out. The one it was handed in with may name somebody and is not kept. */
export function attachmentName(number: ProposalNumber, { kind }: Pick<KeptFile, 'kind'>): string {
  return `${number}.${kind}`;
}

/**
 * The name under which a file lies in the library. Each has one of its own: what is written before it is told never
 * replaces what a proposal still points to, and what nobody points to any more can be removed at any time.
 */
export function storedName(
  number: ProposalNumber,
  { kind, key }: Pick<KeptFile, 'kind' | 'key'>,
): string {
  return `${number}-${key}.${kind}`;
}

/** The number in the name of a file of the library; undefined where the product did not give that name. */
export function numberInName(name: string): ProposalNumber | undefined {
  return /^([A-Z]\d{1,3}-\d{4,})-[0-9a-z]+\.[a-z]+$/.exec(name)?.[1];
}
