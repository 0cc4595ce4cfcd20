import { createHash } from 'node:crypto';
import {
  type AttachmentKind,
  type KeptFile,
  kindOfEnding,
  mostAttachmentBytes,
  mostKeptBytes,
} from '../domain/attachments/attachment.js';
import { refuseEnding } from '../domain/attachments/refuse-ending.js';
import type { Refusal } from '../domain/refusal.js';
import { allowed, type Result, refused } from '../domain/result.js';
import { cleanOffice } from './office/clean-office.js';
import type { OfficeProblem } from './office/office-problem.js';
import { cleanPdf } from './pdf/clean-pdf.js';
import { cleanJpeg, isJpeg } from './pictures/clean-jpeg.js';
import { cleanPng, isPng } from './pictures/clean-png.js';

/** A file as it may be kept. */
export interface ExaminedFile extends Omit<KeptFile, 'key'> {
  readonly bytes: Uint8Array;
  /** Digest of the file as it was handed over to be looked at. */
  readonly digestBefore: string;
}

type Found =
  | { readonly kind: AttachmentKind; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: OfficeProblem };

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const pdfMark = [...Buffer.from('%PDF-')];
const zipMark = [0x50, 0x4b, 0x03, 0x04];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The stream of a compound file in which Office puts a document that has a password. */
const protectedStream = Buffer.from('EncryptedPackage', 'utf16le');

function picture(kind: AttachmentKind, bytes: Uint8Array | undefined): Found {
  return bytes ? { kind, bytes } : { kind: 'refused', problem: 'unreadable' };
}

function readPdf(bytes: Uint8Array): Found {
  const read = cleanPdf(bytes, mostKeptBytes);
  return read.kind === 'clean' ? { kind: 'pdf', bytes: read.bytes } : read;
}

function readCompound(bytes: Uint8Array): Found {
  const isProtected = Buffer.from(bytes).includes(protectedStream);
  return { kind: 'refused', problem: isProtected ? 'encrypted' : 'unknown' };
}

/** Knows a file by how it begins, and takes out what names its author. */
function readFile(bytes: Uint8Array): Found {
  if (isPng(bytes)) return picture('png', cleanPng(bytes));
  if (isJpeg(bytes)) return picture('jpg', cleanJpeg(bytes));
  if (begins(bytes, pdfMark)) return readPdf(bytes);
  if (begins(bytes, zipMark)) return cleanOffice(bytes);
  return begins(bytes, compoundMark)
    ? readCompound(bytes)
    : { kind: 'refused', problem: 'unknown' };
}

const refusalOf: Readonly<Record<OfficeProblem, Refusal>> = {
  unknown: { code: 'attachment-ending-differs' },
  encrypted: { code: 'attachment-encrypted' },
  active: { code: 'attachment-macros' },
  unclean: { code: 'attachment-names-author' },
  media: { code: 'attachment-media-kind' },
  'too-large': { code: 'attachment-too-large', limit: mostAttachmentBytes },
  unreadable: { code: 'attachment-unreadable' },
};

function refuseSize({ length }: Uint8Array, most: number): Refusal | undefined {
  if (length === 0) return { code: 'attachment-empty' };
  return length > most ? { code: 'attachment-too-large', limit: mostAttachmentBytes } : undefined;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function keptFile(kind: AttachmentKind, bytes: Uint8Array, before: Uint8Array): ExaminedFile {
  const digestBefore = digestOf(before);
  return { kind, bytes, size: bytes.length, digest: digestOf(bytes), digestBefore };
}

/**
 * A file as it may be kept: of a kind that is taken, by its content and by the ending of the name it had (without its
 * dot), and without what names its author; or why not. Its name itself is not asked for.
 */
export function examineFile(
  bytes: Uint8Array,
  ending: string,
  most = mostAttachmentBytes,
): Result<ExaminedFile> {
  const refusal = refuseSize(bytes, most) ?? refuseEnding(ending);
  if (refusal) return refused(refusal);
  const found = readFile(bytes);
  if (found.kind === 'refused') return refused(refusalOf[found.problem]);
  if (found.kind !== kindOfEnding(ending)) {
    return refused({ code: 'attachment-ending-differs', found: found.kind });
  }
  const oversize = refuseSize(found.bytes, mostKeptBytes);
  return oversize ? refused(oversize) : allowed(keptFile(found.kind, found.bytes, bytes));
}
