import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { type HostApi, hostApi } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';
import { authorName, samplePdf, samplePng } from '../support/sample-files.js';
import { submitRightForm } from '../support/secretariat.js';

jest.setTimeout(300_000);

let office: LocalOffice;
let host: HostApi;
let watch: OfficeWatch;
let app: OfficeProcess;
let clerk: string;
let number: string;

const asPerson = async (method: string, path: string, body?: Uint8Array): Promise<Response> =>
  fetch(`${office.app}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await host.token(clerk)}`,
      'Content-Type': 'application/octet-stream',
    },
    ...(body && { body: Buffer.from(body) }),
  });

const path = (): string => `/api/proposals/${number}/attachment`;
const attach = (body: Uint8Array, query: string): Promise<Response> =>
  asPerson('PUT', `${path()}?consent=yes&${query}`, body);

/** The file that the proposal says it has, and what is handed out. */
async function present(): Promise<{ said: string | undefined; begins: string }> {
  const item = await (await asPerson('GET', `/api/proposals/${number}`)).json();
  const file = await asPerson('GET', path());
  const bytes = Buffer.from(await file.arrayBuffer()).toString('latin1');
  expect(bytes).not.toContain(authorName);
  expect(file.status).toBe(item.attachment ? 200 : 404);
  return { said: item.attachment?.name, begins: file.ok ? bytes.slice(0, 5) : '' };
}

/** A process that has just started may not be shown the youngest writes for two seconds. */
const untilPresent = (expected: { said: string | undefined; begins: string }) =>
  until('what is attached', async () => {
    expect(await present()).toStrictEqual(expected);
    return true;
  });

const heldCalls = async (): Promise<number> =>
  (await host.control<{ held: readonly object[] }>('GET', 'faults')).held.length;

/** Cuts the power of the app while the stand-in holds a call, before or after it took effect; then starts it again. */
async function cutAt(
  match: { readonly method: string; readonly path: string },
  when: 'before' | 'after',
  work: () => Promise<unknown>,
): Promise<void> {
  const action = { kind: 'hold', name: 'cut', when };
  const rules = [{ match: { family: 'graph', times: 1, ...match }, action }];
  await host.control('PUT', 'faults', { rules });
  const done = work().catch(() => undefined);
  await until('the held call', async () => (await heldCalls()) === 1);
  await app.kill();
  await done;
  await until('the held call to be dropped', async () => (await heldCalls()) === 0);
  await host.control('DELETE', 'faults');
  app = await office.startApp();
}

beforeAll(async () => {
  office = await openLocalOffice();
  host = hostApi(office.host);
  watch = await watchOffice(office, host);
  clerk = await host.personNamed('若葉 みのり');
  app = office.firstApp;
  number = await submitRightForm(host, clerk, '添付のある提案', (answer) => watch.heard(answer));
});
afterAll(() => office?.stop());

const writingFile = { method: 'PUT', path: ':/content' };
const writingProposal = { method: 'PATCH', path: '/items/' };
const none = { said: undefined, begins: '' };

test('killed between the file and the proposal, nothing is said to be attached; attaching again works', async () => {
  await cutAt(writingFile, 'before', () => attach(samplePdf(), 'ending=pdf'));
  await untilPresent(none);
  await cutAt(writingFile, 'after', () => attach(samplePdf(), 'ending=pdf'));
  await untilPresent(none);
  await cutAt(writingProposal, 'before', () => attach(samplePdf(), 'ending=pdf'));
  await untilPresent(none);
  expect((await attach(samplePdf(), 'ending=pdf')).status).toBe(200);
  await untilPresent({ said: `${number}.pdf`, begins: '%PDF-' });
});

test('killed while a file is replaced, the old one or the new one is there, and the proposal says which', async () => {
  const replace = () => attach(samplePng(), 'ending=png&replace=yes');
  await cutAt(writingFile, 'after', replace);
  await untilPresent({ said: `${number}.pdf`, begins: '%PDF-' });
  await cutAt(writingProposal, 'before', replace);
  await untilPresent({ said: `${number}.pdf`, begins: '%PDF-' });
  await cutAt(writingProposal, 'after', replace);
  await untilPresent({ said: `${number}.png`, begins: '\x89PNG\r' });
});

test('killed while a file is taken back, it is there or gone, and the proposal says which', async () => {
  const takeBack = () => asPerson('DELETE', path());
  await cutAt(writingProposal, 'before', takeBack);
  await untilPresent({ said: `${number}.png`, begins: '\x89PNG\r' });
  await cutAt({ method: 'DELETE', path: '/drive/root' }, 'before', takeBack);
  await untilPresent(none);
});

test('and all fits together', async () => {
  expect(await watch.check(false)).toEqual([]);
});
