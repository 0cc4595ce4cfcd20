/** An object of a PDF: what stands between its number and its end. */
export type WrittenObject = string | Uint8Array;

const bytesOf = (written: WrittenObject): Buffer =>
  typeof written === 'string' ? Buffer.from(written, 'latin1') : Buffer.from(written);

/** A stream with these words in its dictionary. */
export function pdfStream(head: string, body: WrittenObject): Buffer {
  const bytes = bytesOf(body);
  return Buffer.concat([
    bytesOf(`<<${head}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    bytesOf('\nendstream'),
  ]);
}

const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** A PDF of these objects, numbered from 1 on, the first of which is its catalog. */
export function pdfOf(objects: readonly WrittenObject[]): Buffer {
  let bytes = bytesOf('%PDF-1.7\n');
  const offsets = objects.map((object, index) => {
    const offset = bytes.length;
    const head = bytesOf(`${index + 1} 0 obj\n`);
    bytes = Buffer.concat([bytes, head, bytesOf(object), bytesOf('\nendobj\n')]);
    return offset;
  });
  return withTable(bytes, offsets);
}

/** Bytes with a table that says where their objects, numbered from 1 on, begin. */
export function withTable(bytes: Uint8Array, offsets: readonly number[]): Buffer {
  const size = offsets.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(row).join('')}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${bytes.length}\n%%EOF\n`;
  return Buffer.concat([bytes, bytesOf(table + trailer)]);
}
