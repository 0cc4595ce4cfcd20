import { violationsIn } from './support/axe.js';
import { createFakeOffice, type FakeOffice, noon } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

const size = { width: 320, height: 640 };

/** An office in which one received proposal and one under review have a file. */
function officeWithFiles(): FakeOffice {
  const office = createFakeOffice();
  for (const number of ['R8-0007', 'R8-0004']) {
    const held = office.proposals.get(number);
    if (!held) throw new Error(`there is no ${number}`);
    const attachment = {
      kind: 'xlsx' as const,
      size: 1_900_000,
      digest: 'ab',
      key: 'k1',
      at: noon,
    };
    office.proposals.set(number, { ...held, attachment });
  }
  return office;
}

const widthOf = (): Promise<number> =>
  opened.tab
    .locator('html')
    .evaluate((page) =>
      Math.max(page.scrollWidth, document.getElementById('content')?.scrollWidth ?? 0),
    );

test.each([
  ['ja-jp', '差し替える', 'やめる', '添付を取り消す'],
  ['en-us', 'Replace', 'Cancel', 'Take the attachment back'],
])('on a narrow screen in %s nothing scrolls sideways and axe finds nothing', async (...row) => {
  const [locale, replace, cancel, takeBack] = row;
  opened = await open({ locale, size, subPageId: 'proposal/R8-0007', office: officeWithFiles() });
  const { tab, page, errors } = opened;
  await tab.getByText('R8-0007.xlsx').waitFor();
  for (const name of [replace, takeBack]) {
    await tab.getByRole('button', { name, exact: true }).click();
    expect(await widthOf()).toBeLessThanOrEqual(size.width);
    expect(await violationsIn(page)).toEqual([]);
    await tab.getByRole('button', { name: cancel, exact: true }).click();
    // The focus goes back to where it was begun.
    const focused = tab.locator('#attachment-title');
    expect(await focused.evaluate((each) => each === document.activeElement)).toBe(true);
  }
  expect(errors).toEqual([]);
});

test('the desk names the file, its size and since when, and offers to save it', async () => {
  opened = await open({ subPageId: 'triage/R8-0004', office: officeWithFiles() });
  const file = opened.tab.getByRole('region', { name: '添付', exact: true });
  await file.getByText('R8-0004.xlsx').waitFor();
  await file.getByText('1.9 MB・11月9日に添付').waitFor();
  expect(await file.getByRole('button').allTextContents()).toEqual(['保存する']);
});

test('a file that cannot be fetched is said so, and can be asked for again', async () => {
  const office = officeWithFiles();
  opened = await open({ subPageId: 'proposal/R8-0007', office });
  const message = '保管されているはずのファイルがありません。';
  office.instead.set('/api/proposals/R8-0007/attachment', {
    status: 409,
    body: { code: 'attachment-changed', message },
  });
  const { tab } = opened;
  await tab.getByRole('button', { name: '保存する' }).click();
  await tab.getByRole('alert').getByText(message).waitFor();
  expect(await tab.getByRole('button', { name: '保存する' }).isEnabled()).toBe(true);
});

test('without a file and after the review began there is nothing to see of attachments', async () => {
  opened = await open({ subPageId: 'proposal/R8-0001' });
  await opened.tab.locator('#detail-title').waitFor();
  expect(await opened.tab.getByRole('region', { name: '添付' }).count()).toBe(0);
});
