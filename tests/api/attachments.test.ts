import { createHash } from 'node:crypto';
import { mostAttachmentBytes } from '../../src/domain/attachments/attachment.js';
import { sweepAttachments } from '../../src/usecases/sweep-attachments.js';
import { actsAs } from '../support/proposal-in-status.js';
import {
  authorName,
  sampleDocx,
  sampleJpeg,
  samplePdf,
  samplePng,
} from '../support/sample-files.js';
import { after } from '../support/sample-proposals.js';
import { proposalOf } from './support/api-under-test.js';
import {
  type AttachmentDesk,
  attachmentPath,
  bytesOnly,
  type Handing,
  openAttachmentDesk,
} from './support/attachment-desk.js';

let desk: AttachmentDesk;

beforeEach(async () => {
  desk = await openAttachmentDesk();
});
afterEach(() => desk.api.close());

test('a proposer attaches a file, sees it, gets it back and takes it back', async () => {
  expect(await desk.view('proposer')).toMatchObject({ mayAttach: true, mayWithdraw: true });
  const attached = await desk.attach();
  expect(attached.status).toBe(200);
  expect(attached.body).toMatchObject({
    number: 'R8-0001',
    attachment: { name: 'R8-0001.pdf', kind: 'pdf' },
    mayAttach: true,
  });
  const answer = await desk.read('proposer');
  expect(answer.status).toBe(200);
  expect(answer.text.startsWith('%PDF-1.7')).toBe(true);
  expect(answer.text).not.toContain(authorName);
  expect((await desk.remove('proposer')).body).not.toHaveProperty('attachment');
  expect((await desk.read('proposer')).status).toBe(404);
  expect([...desk.api.attached.keys()]).toStrictEqual([]);
});

test('a file is saved under the name of the server and never shown', async () => {
  await desk.attach();
  const { headers } = await desk.read('proposer');
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-disposition': 'attachment; filename="R8-0001.pdf"',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
});

test('a second file is not taken unless it is to replace the first, which then goes', async () => {
  await desk.attach();
  const second = await desk.attach({ body: samplePng(), ending: 'png' });
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({
    code: 'one-attachment-only',
    message: expect.stringMatching(/^添付は1つにまとめてください。/),
  });
  expect(desk.api.attached.size).toBe(1);
  const third = await desk.attach({ body: samplePng(), ending: 'png', replace: 'yes' });
  expect(third.body).toMatchObject({ attachment: { name: 'R8-0001.png' } });
  expect([...desk.api.attached.keys()]).toStrictEqual([
    expect.stringMatching(/^R8-0001-[0-9a-f]{16}\.png$/),
  ]);
});

test('the same request again changes nothing', async () => {
  await desk.attach();
  const before = desk.held();
  expect((await desk.attach()).status).toBe(200);
  expect(desk.held()).toBe(before);
  expect(desk.api.attached.size).toBe(1);
});

test('without the confirmation nothing is kept, and that is said', async () => {
  for (const consent of ['no', undefined]) {
    const query = new URLSearchParams({ ending: 'pdf', ...(consent && { consent }) });
    const sent = { as: 'proposer' as const, body: samplePdf(), headers: bytesOnly };
    const answer = await desk.api.call('PUT', `${attachmentPath()}?${query}`, sent);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'attachment-consent-missing',
      message: expect.stringContaining('添付していません'),
    });
  }
  expect(desk.api.attached.size).toBe(0);
  expect(desk.held()).not.toHaveProperty('attachment');
});

test.each<[string, Handing, number, string]>([
  ['an empty file', { body: Buffer.alloc(0) }, 422, 'attachment-empty'],
  [
    'a file of 10 MB and one byte',
    { body: Buffer.alloc(mostAttachmentBytes + 1) },
    413,
    'attachment-too-large',
  ],
  ['another kind', { ending: 'exe' }, 415, 'attachment-kind-unknown'],
  ['two endings', { ending: 'pdf.exe' }, 415, 'attachment-kind-unknown'],
  ['a path', { ending: '../../x' }, 415, 'attachment-kind-unknown'],
  ['a line break', { ending: 'pdf\r\nX: "y"' }, 415, 'attachment-kind-unknown'],
  ['an ending of 300 characters', { ending: 'x'.repeat(300) }, 400, 'broken-request'],
  ['content of another kind', { body: samplePng() }, 422, 'attachment-ending-differs'],
  ['a program', { body: Buffer.from('MZ\x90\0') }, 422, 'attachment-ending-differs'],
  [
    'macros',
    { body: sampleDocx({ 'word/vbaProject.bin': 'x' }), ending: 'docx' },
    422,
    'attachment-macros',
  ],
  ['a password', { body: samplePdf({ trailer: '/Encrypt<<>>' }) }, 422, 'attachment-encrypted'],
  ['half a file', { body: samplePdf().subarray(0, 400) }, 422, 'attachment-unreadable'],
  [
    'a signature',
    { body: samplePdf({ catalog: '/X<</ByteRange[0 1]>>' }) },
    422,
    'attachment-names-author',
  ],
  [
    'another content type',
    { headers: { 'Content-Type': 'multipart/form-data' } },
    415,
    'wrong-content-type',
  ],
  ['a name', { name: 'a.pdf' } as Handing, 400, 'broken-request'],
])('%s is refused, and nothing is kept', async (_said, handing, status, code) => {
  const answer = await desk.attach(handing);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ code });
  expect(desk.api.attached.size).toBe(0);
  expect(desk.held()).not.toHaveProperty('attachment');
});

test('once the review has begun the file stays as it is', async () => {
  await desk.attach();
  const before = [...desk.api.attached.keys()];
  await desk.become((proposal) => after(proposal, 'begin-review'));
  for (const answer of [await desk.attach({ replace: 'yes' }), await desk.remove('proposer')]) {
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'review-has-begun' });
  }
  const reviewed = await desk.view('proposer');
  expect(reviewed).not.toHaveProperty('mayAttach');
  expect(reviewed).not.toHaveProperty('mayWithdraw');
  expect(await desk.view('proposer')).toHaveProperty('attachment');
  expect([...desk.api.attached.keys()]).toStrictEqual(before);
});

test('a review that begins while the file is on its way leaves nothing behind', async () => {
  const begun = after(proposalOf('proposer', 'R8-0001'), 'begin-review');
  const stored = desk.api.register.proposalByNumber('R8-0001');
  if (!stored) throw new Error('no proposal');
  // Another process began the review; the register of this one does not know yet.
  await desk.api.list.store.replace(stored, begun);
  const answer = await desk.attach();
  expect(answer.status).toBe(409);
  expect(desk.api.attached.size).toBe(0);
});

test('of files that arrive at the same time one is kept, and the proposal points to it', async () => {
  const bodies = [samplePdf(), samplePdf({ page: '/X(other)' })];
  const answers = await Promise.all(bodies.map((body) => desk.attach({ body })));
  expect(answers.map(({ status }) => status).sort()).toStrictEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'one-attachment-only',
  });
  expect([...desk.api.attached.keys()]).toStrictEqual([
    `R8-0001-${desk.held()?.attachment?.key}.pdf`,
  ]);
});

test('a proposal that is withdrawn while its file is replaced keeps the file it had, and no other', async () => {
  await desk.attach();
  const before = [...desk.api.attached.keys()];
  const stored = desk.api.register.proposalByNumber('R8-0001');
  if (!stored) throw new Error('no proposal');
  const { library } = desk.api;
  const { put } = library;
  let isWithdrawn = false;
  library.put = async (name, bytes) => {
    await put(name, bytes);
    if (isWithdrawn) return;
    isWithdrawn = true;
    await desk.api.list.store.replace(stored, after(stored.value, 'withdraw', {}, actsAs.proposer));
  };
  const answer = await desk.attach({ body: samplePng(), ending: 'png', replace: 'yes' });
  expect(answer.status).toBe(409);
  expect(isWithdrawn).toBe(true);
  expect([...desk.api.attached.keys()]).toStrictEqual(before);
  expect((await desk.read('proposer')).status).toBe(200);
});

test('a picture that somebody changed in the library is not handed out, nor one that is gone', async () => {
  await desk.attach({ body: samplePng(), ending: 'png' });
  const [name = ''] = desk.api.attached.keys();
  const kept = desk.api.attached.get(name);
  if (!kept) throw new Error('no file');
  const longer = Buffer.concat([samplePng().subarray(0, -12), kept.bytes.subarray(-12)]);
  for (const bytes of [sampleJpeg(), longer.subarray(0, 60), Buffer.from('MZ')]) {
    desk.api.attached.set(name, { ...kept, bytes });
    const answer = await desk.read('proposer');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'attachment-changed' });
  }
  desk.api.attached.delete(name);
  expect((await desk.read('proposer')).status).toBe(409);
});

test('a document into which SharePoint wrote properties is handed out without them', async () => {
  await desk.attach({ body: sampleDocx(), ending: 'docx' });
  const [name = ''] = desk.api.attached.keys();
  desk.api.attached.set(name, { bytes: sampleDocx({ 'word/x.xml': '<a/>' }), at: 0 });
  const answer = await desk.read('secretary');
  expect(answer.status).toBe(200);
  expect(answer.text.startsWith('PK')).toBe(true);
  desk.api.attached.set(name, { bytes: sampleDocx({ 'word/vbaProject.bin': 'x' }), at: 0 });
  expect((await desk.read('secretary')).status).toBe(409);
});

test('of a file that an earlier version kept, what is taken out by now is not handed out', async () => {
  await desk.attach();
  const [name = ''] = desk.api.attached.keys();
  const bytes = samplePdf();
  const digest = createHash('sha256').update(bytes).digest('hex');
  desk.api.attached.set(name, { bytes, at: 0 });
  await desk.become(({ attachment }) => ({ attachment: { ...attachment, digest } }));
  const answer = await desk.read('secretary');
  expect(answer.status).toBe(200);
  expect(answer.text.startsWith('%PDF-1.7')).toBe(true);
  expect(answer.text).not.toContain(authorName);
});

test('a library that is away says nothing was attached for sure, and the proposal points to nothing', async () => {
  desk.api.refuseFiles();
  const answer = await desk.attach();
  expect(answer.status).toBe(503);
  expect(desk.held()).not.toHaveProperty('attachment');
});

test('files to which nobody points are removed a day later, and no others', async () => {
  await desk.attach();
  const [name = ''] = desk.api.attached.keys();
  for (const other of ['R8-0001-aaaa.pdf', 'R8-9999-aaaa.pdf', '手で置いたもの.pdf']) {
    desk.api.attached.set(other, { bytes: Buffer.from('x'), at: 0 });
  }
  const fresh = 'R8-0001-bbbb.pdf';
  const { register, library, clock } = desk.api;
  await library.put(fresh, Buffer.from('x'));
  const asOf = () => clock.now();
  expect(await sweepAttachments({ register, library, asOf, onFault: () => {} })).toBe(1);
  expect([...desk.api.attached.keys()]).toStrictEqual([
    name,
    'R8-9999-aaaa.pdf',
    '手で置いたもの.pdf',
    fresh,
  ]);
  desk.api.later(25 * 3_600_000);
  expect(await sweepAttachments({ register, library, asOf, onFault: () => {} })).toBe(1);
  expect(desk.api.attached.has(fresh)).toBe(false);
  expect(desk.api.attached.has(name)).toBe(true);
});

test('the file of a proposal that cannot be read whole stays, whatever its last state says', async () => {
  const { library, clock } = desk.api;
  await library.put('R8-0001-aaaa.pdf', Buffer.from('x'));
  desk.api.later(25 * 3_600_000);
  const asOf = () => clock.now();
  const register = { ...desk.api.register, proposalsToCheck: () => ['R8-0001'] };
  expect(await sweepAttachments({ register, library, asOf, onFault: () => {} })).toBe(0);
  expect(desk.api.attached.has('R8-0001-aaaa.pdf')).toBe(true);
});

test('what was written since the register last read the proposals stays, however long ago that is', async () => {
  const { register, library, clock } = desk.api;
  await library.put('R8-0001-aaaa.pdf', Buffer.from('x'));
  const read = clock.now() + 3_600_000;
  desk.api.later(30 * 24 * 3_600_000);
  for (const asOf of [() => read, () => undefined]) {
    expect(await sweepAttachments({ register, library, asOf, onFault: () => {} })).toBe(0);
  }
  expect(desk.api.attached.has('R8-0001-aaaa.pdf')).toBe(true);
});

test('of what was done the log holds who, which and how it went, and nothing of the file', async () => {
  await desk.attach();
  await desk.read('secretary');
  const lines = desk.api.logged.filter((line) => line.includes('attach'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"outcome":"changed"');
  for (const line of lines) expect(line).not.toMatch(/pdf|digest|\d{16}/);
});
