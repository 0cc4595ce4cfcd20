const headLength = 88;
const signatureAt = 40;
const ofComment = 70;
const ofEnd = 14;
const plusMark = 'EMF+';
const ofPlusHead = 0x4001;
const headOfPlusRecords = 16;

/** Marks of what cameras and programs write into pictures, which can lie in drawings, too. */
const marks = ['Exif\0\0', 'eXIf', 'tEXt', 'iTXt', 'zTXt', 'ns.adobe.com', 'Photoshop 3.0'];

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Whether bytes begin as an enhanced metafile does. */
export function isEmf(bytes: Uint8Array): boolean {
  const mark = latin1(bytes.subarray(signatureAt, signatureAt + 4));
  return bytes[0] === 1 && bytes.length > headLength && mark === ' EMF';
}

interface EmfRecord {
  readonly type: number;
  readonly whole: Uint8Array;
}

const mostRecords = 500_000;

/** The records up to the end; undefined where it is not reached. */
function recordsOf(bytes: Uint8Array): readonly EmfRecord[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: EmfRecord[] = [];
  for (let at = 0; at + 8 <= bytes.length && records.length < mostRecords; ) {
    const size = view.getUint32(at + 4, true);
    if (size < 8 || at + size > bytes.length) return undefined;
    const type = view.getUint32(at, true);
    records.push({ type, whole: bytes.subarray(at, at + size) });
    if (type === ofEnd) return records;
    at += size;
  }
  return undefined;
}

const isPlus = ({ type, whole }: EmfRecord): boolean =>
  type === ofComment && latin1(whole.subarray(12, 16)) === plusMark;

/** Whether the newer records say that the older ones draw the same by themselves. */
function isDrawnTwice({ whole }: EmfRecord): boolean {
  if (whole.length < headOfPlusRecords + 4) return false;
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const isHead = view.getUint16(headOfPlusRecords, true) === ofPlusHead;
  return isHead && (view.getUint16(headOfPlusRecords + 2, true) & 1) === 1;
}

/** The heading without its description, which names the program and the file; undefined where it is too short. */
function cleanHead(head: Uint8Array, length: number, records: number): Uint8Array | undefined {
  if (head.length < headLength) return undefined;
  const copy = Buffer.from(head);
  const count = copy.readUInt32LE(60);
  const start = copy.readUInt32LE(64);
  const end = start + count * 2;
  if (count > 0 && (start < headLength || end > copy.length)) return undefined;
  copy.fill(0, count > 0 ? start : copy.length, count > 0 ? end : copy.length);
  copy.writeUInt32LE(0, 60);
  copy.writeUInt32LE(0, 64);
  copy.writeUInt32LE(length, 48);
  copy.writeUInt32LE(records, 52);
  return copy;
}

/**
 * An enhanced metafile without its description and the comments of programs; undefined where it is not whole, or holds
 * pictures with words of their own.
 */
export function cleanEmf(bytes: Uint8Array): Uint8Array | undefined {
  const records = recordsOf(bytes);
  if (!records || records.length < 2) return undefined;
  const drawsByPlus = !records.filter(isPlus).some(isDrawnTwice);
  const kept = records.filter(
    (record) => record.type !== ofComment || (drawsByPlus && isPlus(record)),
  );
  const [first, ...rest] = kept.map(({ whole }) => whole);
  const length = kept.reduce((sum, { whole }) => sum + whole.length, 0);
  const head = first && cleanHead(first, length, kept.length);
  const clean = head && Buffer.concat([head, ...rest]);
  return clean && marks.some((mark) => clean.includes(mark, 0, 'latin1')) ? undefined : clean;
}
