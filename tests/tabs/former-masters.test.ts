import { createFakeOffice, type FakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** An office whose first proposal was given to a department that exists no longer. */
function officeWithFormerOwner(): FakeOffice {
  const office = createFakeOffice();
  const held = office.proposals.get('R8-0001');
  if (!held?.decision) throw new Error('the first proposal is not decided');
  const decision = { ...held.decision, owner: { departmentId: 'former' } };
  office.proposals.set(held.number, {
    ...held,
    decision,
    published: { ...held.published, decision },
  });
  return office;
}

test('マイ提案 names a department that exists no longer', async () => {
  opened = await open({ office: officeWithFormerOwner() });
  await opened.tab.locator('#open-R8-0001').click();
  await opened.tab.getByText('企画調整部').first().waitFor();
  expect(await opened.tab.getByText('former', { exact: true }).count()).toBe(0);
});

test('仕分け names it too, and does not offer it for a new decision', async () => {
  const office = officeWithFormerOwner();
  opened = await open({
    surface: 'channel',
    office,
    size: { width: 2000, height: 1000 },
  });
  await opened.tab.locator('#row-R8-0001').click();
  await opened.tab.getByText('企画調整部').first().waitFor();
  await opened.tab.locator('#row-R8-0004').click();
  const departments = opened.tab.getByRole('combobox', { name: '所管部局' });
  await opened.tab.getByRole('radio', { name: '今年度着手' }).check();
  expect(await departments.getByRole('option').allTextContents()).toEqual(
    expect.arrayContaining(['総務部', '総合企画部']),
  );
  expect(await departments.getByRole('option', { name: '企画調整部' }).count()).toBe(0);
});

test('in English it has its English name', async () => {
  opened = await open({ office: officeWithFormerOwner(), locale: 'en-us' });
  await opened.tab.locator('#open-R8-0001').click();
  await opened.tab.getByText('Former Planning').first().waitFor();
});
