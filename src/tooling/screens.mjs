// npm run screens: starts the local run on ports of its own, goes through the loop as its people do,
// and saves what they see to docs/pictures/.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';
import { projectRoot } from './project-root.mjs';

const ports = { PORT: '3988', LOCAL_PORT: '3989', LOCAL_TLS_PORT: '3990' };
const address = `http://127.0.0.1:${ports.LOCAL_PORT}/`;
const folder = join(projectRoot, 'docs/pictures');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
];

/** Starts everything and waits for the line that names the address. */
function startOffice(dataDir) {
  const office = spawn(process.execPath, ['src/local/start.mjs'], {
    cwd: projectRoot,
    env: { ...process.env, ...ports, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    office.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      if (output.includes(address)) resolve(office);
    });
    office.once('close', () => reject(new Error(`The local run ended:\n${output}`)));
  });
}

async function picture(page, name) {
  // Cards and tabs fade in; a picture of half a fade shows nothing true.
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

const appOf = (page) => page.getByRole('main', { name: '芽吹き' });

async function become(page, name) {
  await page.getByRole('group', { name: 'この人になる' }).getByRole('button', { name }).click();
}

async function propose(page) {
  const app = appOf(page);
  await app
    .getByRole('textbox', { name: 'メッセージを入力' })
    .fill('空いている会議室を一覧で見られるようにしたい。');
  await page.keyboard.press('Enter');
  const form = app.getByRole('article').filter({ hasText: '提案を書く' }).last();
  await form.getByRole('textbox', { name: '件名' }).fill('会議室の空き一覧');
  await form
    .getByRole('textbox', { name: '現状・課題' })
    .fill('空きが分からず、そのつど担当に聞いている。');
  await form.getByRole('combobox', { name: 'カテゴリ' }).selectOption('work');
  await form.getByRole('combobox', { name: 'デジタル／非デジタル' }).selectOption('digital');
  await form.getByRole('combobox', { name: '費用' }).selectOption('no');
  await picture(page, 'chat-form');
  await form.getByRole('button', { name: '提案として出す' }).click();
  await app.getByText('提案を受け付けました').last().waitFor();
  await picture(page, 'chat-receipt');
}

async function openTriage(page) {
  await become(page, '木洩日 あおい');
  await appOf(page).getByRole('tab', { name: '芽吹き' }).click();
  const tab = appOf(page).frameLocator('iframe');
  await tab.getByRole('tab', { name: '仕分け' }).click();
  await tab.getByRole('searchbox', { name: '番号・ことばでさがす' }).fill('会議室');
  await tab.getByRole('gridcell', { name: /会議室の空き一覧/ }).click();
  return tab;
}

/** Begins the review of everything, so that every member of staff can read it. */
async function beginAll(tab) {
  const search = tab.getByRole('searchbox', { name: '番号・ことばでさがす' });
  await search.fill('');
  await tab.getByRole('checkbox', { name: '表示中の提案をすべて選ぶ' }).check();
  const begin = tab.getByRole('button', { name: /^検討を始める（\d+ 件/ });
  await begin.click();
  await begin.waitFor({ state: 'detached', timeout: 120_000 });
  await search.fill('会議室');
  await tab.getByRole('gridcell', { name: /会議室の空き一覧/ }).click();
}

async function decide(page, tab) {
  await beginAll(tab);
  await tab.getByRole('searchbox', { name: '番号・ことばでさがす' }).fill('');
  await tab.getByRole('radio', { name: '今年度着手' }).check();
  await tab.getByRole('combobox', { name: '所管部局' }).selectOption({ label: '総務部' });
  await tab.getByRole('combobox', { name: '所管課' }).selectOption({ label: '文書課' });
  await tab.getByRole('combobox', { name: '着手する月' }).selectOption({ index: 1 });
  await tab.getByRole('checkbox', { name: '事前調整' }).check();
  await tab
    .getByRole('textbox', { name: /理由/ })
    .fill('予約の入れ方をそろえれば、いまある仕組みのまま一覧にできます。');
  await picture(page, 'triage-decide');
  await tab.getByRole('searchbox', { name: '番号・ことばでさがす' }).fill('会議室');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.getByRole('gridcell', { name: /会議室の空き一覧/ }).click();
  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByRole('button', { name: '取り消す' }).waitFor();
  await picture(page, 'triage-undo');
}

async function look(page) {
  await become(page, '若葉 みのり');
  await appOf(page).getByRole('tab', { name: 'チャット' }).click();
  await appOf(page).getByText('対応方針が決まりました').last().waitFor({ timeout: 60_000 });
  await picture(page, 'chat-and-channel');
}

/** Every view of the tab with who looks at it, and what shows that it is complete. */
const views = [
  { name: 'my-proposals', who: '若葉 みのり', tab: 'マイ提案', ready: '#detail-title' },
  { name: 'everyone', who: '若葉 みのり', tab: 'みんなの提案', ready: '#everyone-row-0' },
  { name: 'progress', who: '若葉 みのり', tab: '実現状況', ready: '[role="listbox"]' },
  { name: 'casebook', who: '若葉 みのり', tab: '実践事例集', ready: 'h1' },
  { name: 'settings', who: '若葉 みのり', tab: '設定', ready: 'form' },
  { name: 'administration', who: '常葉 まもる', tab: '管理', ready: 'h2' },
  { name: 'requests', who: '早苗 すすむ', tab: '依頼された提案', ready: 'h1' },
  { name: 'triage', who: '木洩日 あおい', tab: '仕分け', ready: '[role="gridcell"]' },
];
const wide = { width: 1560, height: 920 };
const looks = [
  { ending: '', theme: 'default', size: wide },
  { ending: '-dark', theme: 'dark', size: wide },
  { ending: '-phone', theme: 'default', size: { width: 390, height: 844 } },
];

/** Opens a view; where the bar has no room for its name, it stands in the menu. */
async function openView(page, { tab: name, ready }) {
  const tab = appOf(page).frameLocator('iframe');
  await tab.getByRole('navigation').first().waitFor();
  const inBar = tab.getByRole('tab', { name });
  if ((await inBar.count()) > 0) await inBar.click();
  else {
    await tab.getByRole('button', { name: 'ほかの画面' }).click();
    await tab.getByRole('menuitem', { name }).click();
  }
  await tab.locator(ready).first().waitFor();
}

/** Every view in light, dark and on a phone, as it is found by whoever opens it. */
async function tour(browser) {
  for (const { ending, theme, size } of looks) {
    const page = await browser.newPage({ viewport: wide, locale: 'ja-JP' });
    page.setDefaultTimeout(30_000);
    await page.addInitScript((kept) => localStorage.setItem('mebuki.host.theme', kept), theme);
    await page.goto(address);
    for (const view of views) {
      // The strip shows people as buttons only where it has room for them.
      await page.setViewportSize(wide);
      await become(page, view.who);
      await page.setViewportSize(size);
      await appOf(page).getByRole('tab', { name: '芽吹き' }).click();
      const isPhoneList = ending === '-phone' && view.name === 'my-proposals';
      await openView(page, isPhoneList ? { ...view, ready: 'h1' } : view);
      await picture(page, `${view.name}${ending}`);
    }
    await page.close();
  }
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'mebuki-screens-'));
  const office = await startOffice(dataDir);
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  try {
    const page = await browser.newPage({ viewport: wide, locale: 'ja-JP' });
    page.setDefaultTimeout(30_000);
    await page.goto(address);
    await propose(page);
    await decide(page, await openTriage(page));
    await look(page);
    await page.close();
    await tour(browser);
  } finally {
    await browser.close();
    office.kill('SIGTERM');
    await new Promise((resolve) => office.once('close', resolve));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
