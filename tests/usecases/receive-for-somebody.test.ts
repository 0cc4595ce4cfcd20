import type { Member } from '../../src/domain/member.js';
import { Failure } from '../../src/usecases/failure.js';
import type { Register } from '../../src/usecases/ports.js';
import { receiveForSomebody, receiveMany } from '../../src/usecases/receive-for-somebody.js';
import { byTelephone, handedIn, receiptGround, staffId } from '../support/handed-in.js';
import { sampleKeptForm } from '../support/sample-forms.js';
import { secretary } from '../support/sample-proposals.js';
import { command, numbersOf, office } from '../support/submit-office.js';

const colleague = { id: '00000000-0000-4000-8000-0000000000b2', name: '朝霧 つむぎ' };

/** The office of the forms of the chat, with two secretaries and the campaign of the papers. */
function desk() {
  const opened = office();
  const members = [secretary, colleague].map(
    ({ id, name }): Member => ({ personId: id, name, role: 'secretariat' }),
  );
  const register: Register = {
    ...opened.ports.register,
    campaigns: () => receiptGround.campaigns,
    channelMap: () => receiptGround.channelMap,
    members: () => members,
  };
  const ports = { ...opened.ports, register };
  return {
    ...opened,
    ports,
    receive: (entered = handedIn(), by = secretary) => receiveForSomebody(ports, by, entered),
  };
}

test('a form is one proposal however often it is sent, at once and later', async () => {
  const { receive, list } = desk();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => receive()));
  outcomes.push(await receive());
  const numbers = outcomes.map((each) =>
    each.kind === 'received' ? each.proposal.number : each.kind,
  );
  expect(new Set(numbers)).toEqual(new Set(['R8-0001']));
  expect(outcomes.at(-1)).toMatchObject({ kind: 'received', repeated: true });
  expect(list.items.size).toBe(1);
});

test('sent again it is the same receipt, even when the deadline has passed or the role is gone', async () => {
  const { receive, world } = desk();
  await receive();
  world.now += 400 * 86_400_000;
  expect(await receive()).toMatchObject({ kind: 'received', repeated: true });
});

test('the token of another one is refused without telling what it belongs to', async () => {
  const { receive, ports, list, desk: chat } = desk();
  await receive();
  const refused = { kind: 'refused', refusal: { code: 'form-not-yours' } };
  expect(await receive(handedIn(), colleague)).toEqual(refused);
  const own = command({ token: '20000000-0000-4000-8000-000000000009' });
  await chat.submit(own);
  expect(await receive(handedIn({}, { token: own.token }))).toEqual(refused);
  expect(ports.register.proposal(own.token)?.value.receivedFor).toBeUndefined();
  expect(list.items.size).toBe(2);
});

test('a create whose end is unknown but that was stored is found by its token', async () => {
  const { receive, list, world } = desk();
  world.outcomes = ['unknown'];
  expect(await receive()).toMatchObject({ proposal: { number: 'R8-0001' } });
  expect(list.items.size).toBe(1);
});

test('where nobody can say whether it was stored it is a fault, and sending it again is safe', async () => {
  const { receive, list, world } = desk();
  world.outcomes = ['lost', 'lost', 'lost', 'lost', 'lost'];
  await expect(receive()).rejects.toThrow(Failure);
  expect(list.items.size).toBe(0);
  expect(await receive()).toMatchObject({ kind: 'received', repeated: false });
  expect(numbersOf(list)).toEqual(['R8-0001']);
});

test('numbers follow the order of storage among forms of the chat and papers alike', async () => {
  const { receive, desk: chat, list } = desk();
  await chat.submit(command());
  await receive();
  await chat.submit(command());
  expect(numbersOf(list)).toEqual(['R8-0001', 'R8-0002', 'R8-0003']);
  const second = [...list.items.values()].map(({ value }) => value)[1];
  expect(second?.receivedFor).toEqual({ by: secretary, route: 'paper' });
});

test('the fiscal year is that of the day on which it was handed in', async () => {
  const { receive, ports, world } = desk();
  const receivedAt = Date.parse('2027-03-31T14:59:30.750Z');
  world.now = Date.parse('2027-04-02T01:00:00Z');
  const campaign = receiptGround.campaigns.map(({ closesAt: _, ...rest }) => rest);
  Object.assign(ports.register, { campaigns: () => campaign });
  expect(await receive(handedIn({}, { receivedAt }))).toMatchObject({
    proposal: {
      number: 'R8-0001',
      receivedAt: Date.parse('2027-03-31T14:59:30Z'),
      trail: [{ recordedAt: world.now }],
    },
  });
});

test('what a person has in the campaign counts, stored or not stored yet', async () => {
  const { receive, ports, kept } = desk();
  const few = receiptGround.campaigns.map((each) => ({ ...each, limitPerPerson: 1 }));
  Object.assign(ports.register, { campaigns: () => few, proposalsOf: () => [] });
  const waiting = sampleKeptForm('20000000-0000-4000-8000-000000000008', { personId: staffId });
  kept.set(waiting.token, { form: waiting, waiting: true });
  const refusal = { code: 'too-many-proposals', limit: 1, per: 'campaign' };
  expect(await receive(byTelephone())).toEqual({ kind: 'refused', refusal });
  kept.clear();
  expect(await receive(byTelephone())).toMatchObject({ kind: 'received' });
});

test('a role that ended is none', async () => {
  const { receive, ports, list } = desk();
  Object.assign(ports.register, { members: () => [] });
  expect(await receive()).toEqual({ kind: 'refused', refusal: { code: 'not-permitted' } });
  expect(list.items.size).toBe(0);
});

test('many papers are numbered in their order, each with a result of its own', async () => {
  const { ports, list } = desk();
  const token = (n: number) => `20000000-0000-4000-8000-00000000001${n}`;
  const papers = [1, 2, 3, 4, 5].map((n) =>
    handedIn({ title: n === 3 ? '' : `提案その${n}` }, { token: token(n) }),
  );
  const results = await receiveMany(ports, secretary, [...papers, ...papers.slice(0, 1)]);
  expect(results.map(({ token: id, outcome }) => [id, outcome.kind])).toEqual(
    [1, 2, 3, 4, 5].map((n) => [token(n), n === 3 ? 'refused' : 'received']),
  );
  const titles = [...list.items.values()].map(({ value }) => value.content.title);
  expect(titles).toEqual(['提案その1', '提案その2', '提案その4', '提案その5']);
  expect(numbersOf(list)).toEqual(['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004']);
});

test('a fault of one paper leaves the others as they are', async () => {
  const { ports, world } = desk();
  world.outcomes = ['lost', 'lost', 'lost', 'lost', 'lost'];
  const papers = [handedIn(), handedIn({}, { token: '20000000-0000-4000-8000-000000000002' })];
  const [first] = await receiveMany(ports, secretary, papers.slice(0, 1));
  expect(first?.outcome).toMatchObject({ kind: 'failed', fault: { kind: 'unavailable' } });
  const results = await receiveMany(ports, secretary, papers);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['received', 'received']);
});
