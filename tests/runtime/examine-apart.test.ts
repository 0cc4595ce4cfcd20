import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openExamination } from '../../src/runtime/examine-apart.js';
import { pdfOf } from '../support/pdf-of.js';

const worker = pathToFileURL(join(__dirname, '../../dist/server/runtime/examine-worker.js'));
const examine = openExamination(worker);

/** A PDF of a few objects, the middle one with a stream as given. */
function pdfWith(dictionary: string, stream: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'),
    Buffer.from('2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'),
    Buffer.from(`3 0 obj\n<<${dictionary}/Length ${stream.length}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n'),
  ]);
}

test('what the rules say of a file comes back from the thread', async () => {
  expect(await examine(Buffer.alloc(0), 'pdf')).toStrictEqual({
    ok: false,
    refusal: { code: 'attachment-empty' },
  });
  expect(await examine(Buffer.from('words'), 'docm')).toStrictEqual({
    ok: false,
    refusal: { code: 'attachment-macros' },
  });
});

test('many files at once are all answered, whatever they hold', async () => {
  const bytes = Array.from({ length: 8 }, () => randomFillSync(Buffer.alloc(20_000)));
  const answers = await Promise.all(bytes.map((each) => examine(each, 'png')));
  expect(answers.map(({ ok }) => ok)).toStrictEqual(bytes.map(() => false));
}, 60_000);

test('a file that is all comments is refused, and nothing else stops meanwhile', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const comments = Buffer.from('%PDF-1.7\n'.concat('%\n'.repeat(3_000_000)));
  const answer = await examine(comments, 'pdf');
  clearInterval(turning);
  expect(answer.ok).toBe(false);
  expect(turns).toBeGreaterThan(0);
  expect((await examine(pdfWith('', Buffer.from('x')), 'png')).ok).toBe(false);
}, 60_000);

test('as many values as a PDF may hold fit into a thread', async () => {
  const pages = '<</Type/Pages/Kids[]/Count 0>>';
  const numbers = `[${'0 '.repeat(950_000)}]`;
  const bytes = pdfOf(['<</Type/Catalog/Pages 2 0 R/X 3 0 R>>', pages, numbers]);
  expect((await examine(bytes, 'pdf')).ok).toBe(true);
}, 60_000);

test('a worker that is not there is a fault, not a refusal', async () => {
  const missing = openExamination(new URL('./missing.js', worker));
  await expect(missing(Buffer.from('x'), 'pdf')).rejects.toThrow(/missing/);
});
