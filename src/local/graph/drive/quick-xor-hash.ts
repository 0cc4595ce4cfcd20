const width = 20;
const shift = 11;

/** The hash SharePoint names for every file: 160 bits, base64. */
export function quickXorHash(bytes: Buffer): string {
  const hash = Buffer.alloc(width);
  for (const [index, byte] of bytes.entries()) {
    const bit = (index * shift) % (width * 8);
    const at = bit >> 3;
    const shifted = byte << (bit & 7);
    hash[at] = (hash[at] ?? 0) ^ (shifted & 0xff);
    const next = (at + 1) % width;
    hash[next] = (hash[next] ?? 0) ^ (shifted >> 8);
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  for (const [index, byte] of length.entries()) {
    hash[width - 8 + index] = (hash[width - 8 + index] ?? 0) ^ byte;
  }
  return hash.toString('base64');
}
