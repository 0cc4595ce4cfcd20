import { randomUUID } from 'node:crypto';
import { shortenMeasuresAbove } from '../../src/domain/measures/measure-room.js';
import { supports } from '../../src/graph/lists/supports.js';
import { callAs } from '../support/call-as.js';
import { type HostApi, hostApi } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';
import { rightMeasure } from '../support/measure-world.js';
import { type Secretary, seedSecretary, submitRightForm } from '../support/secretariat.js';
import { openSiteLists, type SiteItem, type SiteLists } from '../support/site-lists.js';

jest.setTimeout(200_000);

let office: LocalOffice;
let host: HostApi;
let clerk: string;
let secretaryId: string;
let secretary: Secretary;
let app: OfficeProcess;
let siteLists: SiteLists;
const supported: Supported[] = [];

beforeAll(async () => {
  office = await openLocalOffice({ profile: 'gentle', unitsPerMinute: 200_000 });
  host = hostApi(office.host);
  // A minute of this journey asks more of Graph than an office does.
  // And every support is read by the process that starts below: none comes late.
  await host.control('PUT', 'profile', {
    name: 'gentle',
    unitsPerMinute: 100_000,
    deltaLagMs: [0, 0],
  });
  clerk = await host.personNamed('若葉 みのり');
  secretaryId = await host.personNamed('木洩日 あおい');
  secretary = await seedSecretary(office, host);
  app = office.firstApp;
  siteLists = await openSiteLists(office);
  supported.push(await supportedProposal('大勢が賛同その一'), await supportedProposal('その二'));
  // A process that starts has read who supports them.
  await app.stop();
  app = await office.startApp();
});
afterAll(() => office?.stop());
afterEach(async () => {
  await host.control('DELETE', 'faults');
});

const call = <T>(method: string, path: string, body?: unknown) =>
  callAs<T>([office.app, host, secretaryId], method, path, body);

type When = 'before' | 'after';

/** Lets the next call of a kind be held before or after its effect, kills the app there, and starts it again. */
async function cutAt(
  [method, list, when]: readonly [string, string, When],
  work: () => Promise<unknown>,
): Promise<void> {
  const match = { family: 'graph', method, path: siteLists.pathOf(list), times: 1 };
  const action = { kind: 'hold', name: 'cut', when };
  await host.control('PUT', 'faults', { rules: [{ match, action }] });
  // What was asked of a process that dies is not answered.
  const asked = work().catch(() => undefined);
  const held = async () =>
    (await host.control<{ held: readonly unknown[] }>('GET', 'faults')).held.length;
  await until('the held call', async () => {
    if ((await held()) === 1) return true;
    throw new Error(`the app printed ${app.printed().slice(-2_000)}`);
  });
  await app.kill();
  await asked;
  await until('the held call to be dropped', async () => (await held()) === 0);
  await host.control('DELETE', 'faults');
  app = await office.startApp();
}

const passUndo = () => host.control('PUT', 'clock', { advanceMs: 11_000 });

async function itemOf(list: string, column: string, value: string): Promise<SiteItem['fields']> {
  return until(`${value} in ${list}`, async () => {
    const items = await siteLists.items(list);
    return items.find(({ fields }) => fields[column] === value)?.fields;
  });
}

const textIn = (fields: SiteItem['fields'], column: string): string => String(fields[column] ?? '');

async function messagesWith(text: string) {
  const all = await host.deliveries();
  return all.filter(({ activity }) => JSON.stringify(activity).includes(text));
}

/** How often the proposer was told of the decision. */
async function decidedTold(number: string): Promise<number> {
  const told = (await messagesWith(number)).filter(
    ({ personId, activity }) =>
      personId === clerk && JSON.stringify(activity).includes('今年度着手'),
  );
  return told.length;
}

const many = 101;

interface Supported {
  readonly number: string;
  readonly id: string;
  readonly people: readonly string[];
}

/** A decided proposal that more people support than an event names in its entry. */
async function supportedProposal(title: string): Promise<Supported> {
  const number = await submitRightForm(host, clerk, title);
  await secretary.beginReview(number);
  await secretary.decide(number);
  const id = textIn(await itemOf('MebukiProposals', 'Number', number), 'ProposalId');
  const people = Array.from({ length: many }, () => randomUUID());
  for (const personId of people) {
    const support = { proposalId: id, personId, name: '職員（架空）', at: 0, seq: 1 };
    await siteLists.add(supports.name, supports.toFields({ ...support, state: 'endorsed' }));
  }
  return { number, id, people };
}

test.each([
  ['after a part of it is stored', 0, 'POST', 'MebukiAudiences', 'after'],
  ['before the publication that names it', 1, 'PATCH', 'MebukiProposals', 'before'],
] as const)(
  'killed while an audience is frozen, %s, everybody is named once, and told',
  async (_, index, method, list, when) => {
    const { number, id, people } = supported[index] ?? { number: '', id: '', people: [] };
    await secretary.publish(number);
    await cutAt([method, list, when], passUndo);
    await until('the publication', async () => {
      const fields = await itemOf('MebukiProposals', 'ProposalId', id);
      return textIn(fields, 'PublishedStatus') === 'decided';
    });
    const frozen = (await siteLists.items('MebukiAudiences')).filter(
      ({ fields }) => fields['ProposalId'] === id,
    );
    const named: [string, string][] = frozen.flatMap(({ fields }) =>
      JSON.parse(textIn(fields, 'PeopleJson')),
    );
    expect(named.map(([personId]) => personId).sort()).toEqual([...people].sort());
    const rows = await until('a row for each of them', async () => {
      const owed = (await siteLists.items('MebukiNotices')).flatMap(({ fields }) =>
        fields['ProposalId'] === id ? textIn(fields, 'RecipientsJson') : [],
      );
      return people.every((personId) => owed.some((text) => text.includes(personId))) && owed;
    });
    for (const personId of people) {
      expect(rows.filter((text) => text.includes(personId))).toHaveLength(1);
    }
    await until('the proposer is told', async () => (await decidedTold(number)) > 0);
  },
);

interface DeskMeasure {
  readonly working: { readonly title: string };
  readonly trail: readonly { readonly seq: number; readonly kind: string }[];
}

const formOf = (title: string) => ({
  ...rightMeasure,
  title,
  measureContent: '部長協議の資料は画面に映し、紙は配らない。'.repeat(45),
});

const edit = (id: string, title: string) =>
  call('POST', `/api/measures/${id}/edit`, { form: formOf(title) });

async function trailLengthOf(id: string): Promise<number> {
  return textIn(await itemOf('MebukiMeasures', 'MeasureId', id), 'TrailJson').length;
}

/** A measure whose next edit does not fit its item; answers how often it was edited. */
async function fill(id: string): Promise<number> {
  await call('POST', '/api/measures', { id, form: formOf('資料を画面で見る') });
  for (let edits = 1; ; edits += 1) {
    const before = await trailLengthOf(id);
    await edit(id, `${edits}番目の題名`);
    const after = await trailLengthOf(id);
    if (after + (after - before) > shortenMeasuresAbove) return edits;
  }
}

test.each([
  ['the archive item is made', 'POST', 'MebukiMeasureArchive', 0],
  ['the shorter trail is written', 'PATCH', 'MebukiMeasures', 1],
] as const)(
  'killed while a trail is archived, after %s, the trail is whole and each edit is there once',
  async (_, method, list, wasWritten) => {
    const id = randomUUID();
    const edits = await fill(id);
    await cutAt([method, list, 'after'], () => edit(id, '停電のときの題名'));
    await edit(id, '停電の後の題名');
    const { working, trail } = await call<DeskMeasure>('GET', `/api/measures/${id}`);
    expect(working.title).toBe('停電の後の題名');
    expect(trail.map(({ seq }) => seq)).toEqual(trail.map((_entry, index) => index + 1));
    expect(trail.filter(({ kind }) => kind === 'edited')).toHaveLength(edits + wasWritten + 1);
    const archived = (await siteLists.items('MebukiMeasureArchive')).filter(
      ({ fields }) => fields['MeasureId'] === id,
    );
    expect(archived).toHaveLength(1);
    expect(await trailLengthOf(id)).toBeLessThan(shortenMeasuresAbove);
  },
);

test('killed right after a measure is published, it is told in the channels of all staff and of its owner, and nothing comes twice', async () => {
  const id = randomUUID();
  const title = '停電の間に公表された取組';
  await call('POST', '/api/measures', { id, form: formOf(title) });
  await call('POST', `/api/measures/${id}/publish`, {});
  await cutAt(['PATCH', 'MebukiMeasures', 'after'], passUndo);
  const channelsTold = async () => (await messagesWith(title)).map(({ channelId }) => channelId);
  await until('both channels are told', async () => (await channelsTold()).length >= 2);
  // Whatever would come a second time has come when every claim is long over.
  await host.control('PUT', 'clock', { advanceMs: 240_000 });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const told = await channelsTold();
  expect(told).toHaveLength(2);
  expect(new Set(told).size).toBe(2);
  expect(told).not.toContain(undefined);
  for (const { number } of supported) expect(await decidedTold(number)).toBe(1);
});
