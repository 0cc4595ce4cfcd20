import { createFakeOffice, type FakeOffice, komorebi } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** An office whose fourth proposal came on paper, from somebody without a chat. */
function officeWithPaper(): FakeOffice {
  const office = createFakeOffice();
  const held = office.proposals.get('R8-0004');
  if (!held) throw new Error('there is no fourth proposal');
  const receivedFor = { by: komorebi, route: 'paper' as const };
  office.proposals.set(held.number, { ...held, receivedFor });
  return office;
}

test('仕分け says how a proposal came, and that its proposer is told through the office', async () => {
  opened = await open({ office: officeWithPaper(), subPageId: 'triage/R8-0004' });
  await opened.tab.getByText('代理受付（紙）').waitFor();
  await opened.tab.getByText('提案者には所属を通じて伝える').waitFor();
});

test('it says nothing of the kind of what came in the chat, and says it in English too', async () => {
  const office = officeWithPaper();
  opened = await open({ office, subPageId: 'triage/R8-0005', locale: 'en-us' });
  await opened.tab.locator('#decision-form').waitFor();
  expect(await opened.tab.getByText(/Received on behalf/).count()).toBe(0);
  await opened.tab.locator('#triage-item').focus();
  await opened.page.keyboard.press('k');
  await opened.tab.getByText('Received on behalf (paper)').waitFor();
});
