import { violationsIn } from './support/axe.js';
import { createFakeOffice, did, type FakeOffice, must } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

const number = 'R8-0007';
const size = { width: 320, height: 640 };
const question = '対象となる様式は、いくつありますか。\n分かる範囲で教えてください。';

/** An office in which the secretariat asks something of whoever proposed it. */
function officeWithQuestion(): FakeOffice {
  const office = createFakeOffice();
  const held = office.proposals.get(number);
  if (!held) throw new Error(`there is no ${number}`);
  office.proposals.set(number, must(did(held, 'ask-question', { question }, office.now)));
  return office;
}

const focusedText = (): Promise<string | null> =>
  opened.tab.locator(':focus').evaluate((each) => each.textContent);

test('whoever proposed it answers a question where it is read, also on a narrow screen', async () => {
  const office = officeWithQuestion();
  opened = await open({ size, subPageId: `proposal/${number}`, office });
  const { tab, page, errors } = opened;
  const asked = tab.getByRole('region', { name: '事務局からの質問' });
  await asked.getByText('対象となる様式は、いくつありますか。').waitFor();
  const send = asked.getByRole('button', { name: '答えを送る' });
  expect(await send.getAttribute('aria-disabled')).toBe('true');
  await asked.getByLabel('答え').fill('およそ40です。');
  expect(await violationsIn(page)).toEqual([]);
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
  await send.click();
  await asked.waitFor({ state: 'detached' });
  expect(office.proposals.get(number)).toMatchObject({ status: 'received' });
  expect(office.proposals.get(number)?.trail.at(-1)).toMatchObject({
    kind: 'question-answered',
    text: 'およそ40です。',
  });
  expect(errors).toEqual([]);
});

test('an answer that is too long is refused at its field, and stays', async () => {
  const office = officeWithQuestion();
  opened = await open({ subPageId: `proposal/${number}`, office });
  const { tab } = opened;
  const field = tab.getByLabel('答え');
  const long = '長'.repeat(1_001);
  await field.fill(long);
  await tab.getByRole('button', { name: '答えを送る' }).click();
  await tab.getByText(/1,?000文?字/).waitFor();
  expect(await field.inputValue()).toBe(long);
  expect(office.proposals.get(number)?.status).toBe('clarifying');
});

test('who proposes it together with others reads the question, and who answers', async () => {
  const office = officeWithQuestion();
  opened = await open({ subPageId: `proposal/${number}`, office });
  await opened.tab.getByLabel('答え').waitFor();
  const path = `/api/proposals/${number}`;
  const answer = await opened.tab.locator('html').evaluate(async (_page, asked) => {
    const response = await fetch(asked);
    return response.json();
  }, path);
  office.instead.set(path, { status: 200, body: { ...answer, as: 'co-proposer' } });
  const again = await open({ subPageId: `proposal/${number}`, office });
  await again.tab.getByText('答えるのは、代表の提案者です。').waitFor();
  expect(await again.tab.getByLabel('答え').count()).toBe(0);
});

test('a proposal is withdrawn after one question, and until its review begins alone', async () => {
  const office = createFakeOffice();
  opened = await open({ size, subPageId: `proposal/${number}`, office });
  const { tab, page } = opened;
  const begin = tab.getByRole('button', { name: '提案を取り下げる…' });
  await begin.click();
  expect(await focusedText()).toBe('やめる');
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: 'やめる', exact: true }).click();
  await begin.waitFor();
  expect(office.proposals.get(number)?.status).toBe('received');
  await begin.click();
  await tab.getByLabel('理由（書かなくてもかまいません）').fill('別の方法で済みました。');
  await tab.getByRole('button', { name: '取り下げる', exact: true }).click();
  await begin.waitFor({ state: 'detached' });
  await tab.getByText('取下げ').first().waitFor();
  expect(office.proposals.get(number)?.trail.at(-1)).toMatchObject({
    kind: 'withdrawn',
    reason: '別の方法で済みました。',
  });

  const reviewed = await open({ subPageId: 'proposal/R8-0004' });
  await reviewed.tab.locator('#detail-title').waitFor();
  expect(await reviewed.tab.getByRole('button', { name: /取り下げる/ }).count()).toBe(0);
});

test('a withdrawal that came too late is said in its sentence', async () => {
  const office = createFakeOffice();
  opened = await open({ subPageId: `proposal/${number}`, office });
  const { tab } = opened;
  await tab.getByRole('button', { name: '提案を取り下げる…' }).click();
  await tab.getByLabel('理由（書かなくてもかまいません）').fill('別の方法で済みました。');
  const held = office.proposals.get(number);
  if (held) office.proposals.set(number, must(did(held, 'begin-review', {}, office.now)));
  // The page reads the proposal again; what is being written stays.
  await tab.locator('html').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await tab.getByText('検討中').first().waitFor();
  await tab.getByRole('button', { name: '取り下げる', exact: true }).click();
  await tab.getByRole('alert').waitFor();
  expect(office.proposals.get(number)?.status).toBe('reviewing');
});
