/** Whether bytes begin as a GIF does. */
export function isGif(bytes: Uint8Array): boolean {
  return /^GIF8[79]a$/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1'));
}

const headLength = 13;
const extension = 0x21;
const picture = 0x2c;
const trailer = 0x3b;
const ofControl = 0xf9;
const ofPrograms = 0xff;
/** How often an animation is repeated. */
const repeating = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** Bytes of the table of colours that flags tell of. */
const coloursIn = (flags = 0): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** The place behind blocks of data, each with its length before it; undefined where the file ends before. */
function endOfData(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

function isNeeded(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === picture || bytes[at + 1] === ofControl) return true;
  const name = Buffer.from(bytes.subarray(at + 3, at + 14)).toString('latin1');
  return bytes[at + 1] === ofPrograms && repeating.test(name);
}

/** The place behind the block that begins at `at`; undefined where there is none. */
function endOfBlock(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] === extension) return endOfData(bytes, at + 2);
  if (bytes[at] !== picture) return undefined;
  return endOfData(bytes, at + 10 + coloursIn(bytes[at + 9]) + 1);
}

/** A GIF without comments, XMP and what follows its end; undefined where it is not whole. */
export function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  let at = headLength + coloursIn(bytes[10]);
  const kept = [bytes.subarray(0, at)];
  while (bytes[at] !== trailer) {
    const end = endOfBlock(bytes, at);
    if (end === undefined) return undefined;
    if (isNeeded(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Uint8Array.of(trailer)]);
}
