import { readFile } from 'node:fs/promises';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { hostApi } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice } from '../support/local-office.js';
import { authorName, sampleDocx, samplePdf, samplePng } from '../support/sample-files.js';
import { type Secretary, seedSecretary, submitRightForm } from '../support/secretariat.js';
import { openTeams, type TeamsPage } from '../support/teams-page.js';
import { violationsIn } from '../tabs/support/axe.js';

jest.setTimeout(300_000);

const clerkName = '若葉 みのり';
const title = '写しを添えた提案';

let office: LocalOffice;
let browser: Browser;
let secretary: Secretary;
let number: string;
let teams: TeamsPage;
let tab: FrameLocator;

beforeAll(async () => {
  office = await openLocalOffice();
  browser = await launchBrowser();
  const host = hostApi(office.host);
  secretary = await seedSecretary(office, host);
  number = await submitRightForm(host, await host.personNamed(clerkName), title);
  teams = await openTeams(browser, office.host);
  await teams.become(clerkName);
  tab = await teams.openTab();
  await tab.getByRole('button', { name: new RegExp(title) }).click();
});
afterAll(async () => {
  await browser?.close();
  await office?.stop();
});

const section = () => tab.getByRole('region', { name: '添付' });
const button = (name: string) => section().getByRole('button', { name, exact: true });

/** Chooses a file as a person does. */
async function choose(name: string, buffer: Buffer): Promise<void> {
  const mimeType = 'application/octet-stream';
  await section().locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
}

async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), text: bytes.toString('latin1') };
}

test('a proposer sees what can be attached, and is told at once what cannot', async () => {
  await button('ファイルを添付する').click();
  await section()
    .getByText('PDF、Word、Excel、PowerPoint、PNG、JPEG のどれか1つ、10 MB まで。')
    .waitFor();
  await choose('案.exe', Buffer.from('MZ'));
  await section().getByRole('alert').getByText('添付できるのは').waitFor();
  await choose('案.pdf', Buffer.alloc(10 * 1024 * 1024 + 1));
  await section().getByRole('alert').getByText('添付できるのは10 MBまでです').waitFor();
  expect(await button('添付する').getAttribute('aria-disabled')).toBe('true');
  expect(await violationsIn(teams.page)).toEqual([]);
});

test('what only the server can see is refused with its sentence, and the choice stays', async () => {
  await choose('案.docx', sampleDocx({ 'word/vbaProject.bin': 'x' }));
  await section().getByText('確認の欄にチェックを入れると添付できます。').waitFor();
  await section().getByRole('checkbox').check();
  await button('添付する').click();
  await section().getByRole('alert').getByText('マクロなど動くものが入ったファイル').waitFor();
  await section().getByText('案.docx').waitFor();
  expect(await section().getByRole('checkbox').isChecked()).toBe(true);
});

test('after the confirmation the file is attached, under the name of the proposal', async () => {
  await choose('若葉の案.pdf', samplePdf());
  await button('添付する').click();
  await section().getByText(`${number}.pdf`).waitFor();
  expect(await section().getByText('若葉の案').count()).toBe(0);
  const file = await saved(teams.page, () => button('保存する').click());
  expect(file.name).toBe(`${number}.pdf`);
  expect(file.text.startsWith('%PDF-')).toBe(true);
  expect(file.text).not.toContain(authorName);
});

test('it is replaced, taken back after one question, and attached again', async () => {
  await button('差し替える').click();
  await choose('図.png', samplePng());
  await section().getByRole('checkbox').check();
  await button('添付する').click();
  await section().getByText(`${number}.png`).waitFor();
  await button('添付を取り消す').click();
  await section().getByText('この添付を取り消しますか').waitFor();
  await button('やめる').click();
  await section().getByText(`${number}.png`).waitFor();
  await button('添付を取り消す').click();
  await button('取り消す').click();
  await section().getByText('資料や画面の写しを1つ添付できます。').waitFor();
  expect(await section().getByText(`${number}.png`).count()).toBe(0);
  await button('ファイルを添付する').click();
  await choose('図.png', samplePng());
  await section().getByRole('checkbox').check();
  await button('添付する').click();
  await section().getByText(`${number}.png`).waitFor();
});

async function look(name: string): Promise<void> {
  await teams.page.getByRole('button', { name: '見た目' }).click();
  await teams.page.getByRole('menuitemradio', { name }).click();
}

test('no look has an axe violation, open or closed', async () => {
  expect(await violationsIn(teams.page)).toEqual([]);
  await button('差し替える').click();
  for (const name of ['暗い', '高コントラスト', '明るい']) {
    await look(name);
    expect(await violationsIn(teams.page)).toEqual([]);
  }
  await button('やめる').click();
});

test('once the review has begun the proposer still reads it and no longer changes it; the desk reads it, too', async () => {
  await secretary.beginReview(number);
  await teams.become('木洩日 あおい');
  const desk = await teams.openTab();
  await desk.getByRole('tab', { name: '仕分け' }).click();
  await desk.getByRole('searchbox', { name: '番号・ことばでさがす' }).fill(number);
  await desk.getByRole('gridcell', { name: number, exact: true }).click();
  const attached = desk.getByRole('region', { name: '添付' });
  const file = await saved(teams.page, () =>
    attached.getByRole('button', { name: '保存する' }).click(),
  );
  expect(file.name).toBe(`${number}.png`);
  await desk.getByText('添付を取り消し').waitFor();
  await teams.become(clerkName);
  tab = await teams.openTab();
  await tab.getByRole('button', { name: new RegExp(title) }).click();
  await section().getByText(`${number}.png`).waitFor();
  expect(await button('差し替える').count()).toBe(0);
});
