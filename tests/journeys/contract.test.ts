import { type LocalOffice, openLocalOffice } from '../support/local-office.js';
import { runScript } from '../support/run-script.js';
import { openSiteLists } from '../support/site-lists.js';

jest.setTimeout(300_000);

let office: LocalOffice;
beforeAll(async () => {
  office = await openLocalOffice();
});
afterAll(() => office?.stop());

async function contract(env: Readonly<Record<string, string>>) {
  const run = runScript(['src/tooling/contract.mjs', '--env', 'local'], env);
  const code = await run.ended;
  return { code, printed: run.printed() };
}

test('with an environment the contract is tried on its site, tells what held, and leaves no list behind', async () => {
  const { code, printed } = await contract(office.environment);
  expect(printed).toContain('What the product relies on, in this tenant:');
  expect(printed).not.toContain('✗');
  expect(printed).toContain('? duplicate-status:');
  expect(code).toBe(0);
  const lists = await openSiteLists(office);
  expect(lists.names().filter((name) => name.startsWith('MebukiContract'))).toEqual([]);
  expect(lists.names()).toContain('MebukiProposals');
});

test('what does not hold is told with what the product does then, and the exit code says so', async () => {
  const { code, printed } = await contract({ ...office.environment, SITE_PATH: '/sites/nowhere' });
  expect(code).toBe(1);
  expect(printed).toContain('✗ if-match');
  expect(printed).toContain('When false: Nothing protects two people from each other');
});

test('wrong settings are all told at once', async () => {
  const { code, printed } = await contract({
    ...office.environment,
    TENANT_ID: 'x',
    SITE_PATH: 'y',
  });
  expect(code).toBe(1);
  expect(printed).toContain('TENANT_ID is "x"');
  expect(printed).toContain('SITE_PATH is "y"');
});
