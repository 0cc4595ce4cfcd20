import { strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook, workbookLimits } from '../../src/workbook/read-workbook.js';
import { workbookOf } from '../support/sample-workbook.js';

const day = new Date(Date.UTC(2026, 3, 1));

async function sheetsOf(bytes: Uint8Array) {
  const outcome = await readWorkbook(bytes);
  if (outcome.kind !== 'read') throw new Error(outcome.kind);
  return outcome.sheets;
}

test('cells come as typed: texts, numbers, days, and empty ones', async () => {
  const rows = [
    ['部局ID', '名称', '並び順', '初日'],
    ['soumu', '総務部 髙﨑𠮷', 3, day],
    ['', null, 1.5, true],
  ];
  const [sheet] = await sheetsOf(await workbookOf({ name: '部局', rows }));
  expect(sheet).toEqual({
    name: '部局',
    rows: [
      { number: 1, cells: ['部局ID', '名称', '並び順', '初日'] },
      { number: 2, cells: ['soumu', '総務部 髙﨑𠮷', '3', '2026-04-01'] },
      { number: 3, cells: ['', '', '1.5', 'true'] },
    ],
    marks: [],
  });
});

test('rows keep the numbers the spreadsheet shows', async () => {
  const [sheet] = await sheetsOf(await workbookOf({ name: 'x', rows: [[], ['a'], [], ['b']] }));
  const filled = sheet?.rows.filter(({ cells }) => cells.join('') !== '');
  expect(filled?.map(({ number }) => number)).toEqual([2, 4]);
});

test('formulas and merged cells are marked where they stand', async () => {
  const [sheet] = await sheetsOf(
    await workbookOf({
      name: 'x',
      rows: [
        ['a', 'b'],
        ['c', null],
        ['d', null],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      cells: new Map([['1,1', { value: 3, formula: '1+2' }]]),
    }),
  );
  expect(sheet?.marks).toEqual([
    { row: 2, column: 2, rule: 'formula' },
    { row: 2, column: 1, rule: 'merged' },
  ]);
});

test('a cell whose value is an error is marked', async () => {
  const files = unzipSync(await workbookOf({ name: 'x', rows: [['a', 7]] }));
  const path = 'xl/worksheets/sheet1.xml';
  const xml = new TextDecoder().decode(files[path]);
  const broken = xml.replace(/<c r="B1"[^>]*>.*?<\/c>/, '<c r="B1" t="e"><v>#REF!</v></c>');
  expect(broken).not.toBe(xml);
  const [sheet] = await sheetsOf(zipSync({ ...files, [path]: strToU8(broken) }));
  expect(sheet?.marks).toEqual([{ row: 1, column: 2, rule: 'error-value' }]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', strToU8('部局,名称')],
  ['an old or locked workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['another archive', zipSync({ 'a.txt': strToU8('x') })],
  ['half a file', new Uint8Array(600).fill(0x50)],
])('%s is no workbook', async (_what, bytes) => {
  expect(await readWorkbook(bytes)).toEqual({ kind: 'not-a-workbook' });
});

test('a file over the limit is not even opened', async () => {
  expect(await readWorkbook(new Uint8Array(workbookLimits.bytes + 1))).toEqual({
    kind: 'too-large',
  });
});

test('a small file that would unpack to very much is refused', async () => {
  const files = unzipSync(await workbookOf({ name: 'x', rows: [['a']] }));
  const bomb = zipSync({ ...files, 'xl/bomb.xml': new Uint8Array(workbookLimits.unpackedBytes) });
  expect(bomb.length).toBeLessThan(workbookLimits.bytes);
  expect(await readWorkbook(bomb)).toEqual({ kind: 'too-large' });
});

test('a file that claims to be small and is not takes no more memory than it claims', async () => {
  const path = 'xl/worksheets/sheet1.xml';
  const files = unzipSync(await workbookOf({ name: 'x', rows: [['a']] }));
  const xml = new TextDecoder().decode(files[path]);
  const big = zipSync({ ...files, [path]: strToU8(xml.padEnd(12_000_000, ' ')) });
  // The claimed sizes stand in the central directory: 12,000,000 becomes 600.
  const view = new DataView(big.buffer, big.byteOffset, big.byteLength);
  for (let at = 0; at < big.length - 4; at += 1) {
    if (view.getUint32(at, true) === 12_000_000) view.setUint32(at, 600, true);
  }
  const before = process.memoryUsage().arrayBuffers;
  await readWorkbook(big);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6_000_000);
});

test('entities and document types of XML bring nothing in', async () => {
  const path = 'xl/worksheets/sheet1.xml';
  const files = unzipSync(await workbookOf({ name: 'x', rows: [['a']] }));
  const xml = new TextDecoder().decode(files[path]);
  const evil = xml
    .replace('<worksheet', '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet')
    .replace(/<c r="A1"[^>]*>.*?<\/c>/, '<c r="A1" t="inlineStr"><is><t>&e;</t></is></c>');
  const outcome = await readWorkbook(zipSync({ ...files, [path]: strToU8(evil) }));
  const text = outcome.kind === 'read' ? JSON.stringify(outcome.sheets) : '';
  expect(text).not.toMatch(/localhost|[a-z0-9]{12}/);
});

test('a cell at the far corner costs no memory', async () => {
  const path = 'xl/worksheets/sheet1.xml';
  const files = unzipSync(await workbookOf({ name: 'x', rows: [['a']] }));
  const xml = new TextDecoder().decode(files[path]);
  const far = xml.replace(
    '</sheetData>',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
  );
  const outcome = await readWorkbook(zipSync({ ...files, [path]: strToU8(far) }));
  const rows = outcome.kind === 'read' ? outcome.sheets.flatMap((sheet) => sheet.rows) : [];
  expect(rows.length).toBeLessThan(6_000);
});
