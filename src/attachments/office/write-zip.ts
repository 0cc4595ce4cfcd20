import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a zip as it is written: packed already, or to be packed. */
export interface PackedPart {
  readonly name: string;
  readonly method: 0 | 8;
  readonly size: number;
  readonly checksum: number;
  readonly packed: Uint8Array;
}

/** Packs a part. */
export function packPart(name: string, bytes: Uint8Array): PackedPart {
  const checksum = crc32(bytes);
  const packed = deflateRawSync(bytes);
  return packed.length < bytes.length
    ? { name, method: 8, size: bytes.length, checksum, packed }
    : { name, method: 0, size: bytes.length, checksum, packed: bytes };
}

/** 1 January 1980: when a part was packed is told to nobody. */
const packedOn = 0x0021;
const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;

/** What the heading of a part and its entry in the directory have in common. */
function description({ name, method, size, checksum, packed }: PackedPart): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(packedOn, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function headOf(part: PackedPart): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), description(part), Buffer.from(part.name)]);
}

function entryOf(part: PackedPart, at: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  const fields = [Buffer.from('PK\x01\x02'), made, description(part), rest];
  return Buffer.concat([...fields, Buffer.from(part.name)]);
}

/** Writes a zip of nothing but its parts, in their order. */
export function writeZip(parts: readonly PackedPart[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const entries: Buffer[] = [];
  let length = 0;
  for (const part of parts) {
    entries.push(entryOf(part, length));
    const head = headOf(part);
    bodies.push(head, part.packed);
    length += head.length + part.packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...bodies, directory, end]);
}
