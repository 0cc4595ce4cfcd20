import { eventually, startDesk, type TestDesk } from './start-desk.js';

let desk: TestDesk;
afterEach(() => desk.close());

async function writeSlowly(redeliverWithNewId: boolean) {
  desk = await startDesk({ profile: { turnTimeoutMs: 400, redeliverWithNewId } });
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  desk.bot.arrived.length = 0;
  desk.bot.answer = () => 'hold';
  const { chat } = await desk.state(person);
  await desk.host('POST', '/host/messages', {
    person: person.id,
    conversation: chat.conversationId,
    text: 'ゆっくりどうぞ',
  });
}

const copies = () => desk.bot.arrived.map(({ activity }) => activity);

test('a turn without an answer is delivered again, then twice with a new id and time', async () => {
  await writeSlowly(true);
  const [first, second, third, fourth] = await eventually(() =>
    copies().length === 4 ? copies() : undefined,
  );
  expect(second?.id).toBe(first?.id);
  expect(second?.['timestamp']).toBe(first?.['timestamp']);
  expect(third?.id).not.toBe(first?.id);
  expect(third?.['timestamp']).not.toBe(first?.['timestamp']);
  expect(fourth?.id).toBe(third?.id);
  expect(new Set(copies().map((copy) => copy.text)).size).toBe(1);
});

test('the gentle profile delivers a slow turn again only with the same id', async () => {
  await writeSlowly(false);
  const [first, second] = await eventually(() => (copies().length === 2 ? copies() : undefined));
  expect(second?.id).toBe(first?.id);
});

test('an answer to the second copy ends the deliveries', async () => {
  desk = await startDesk({ profile: { turnTimeoutMs: 400, redeliverWithNewId: true } });
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  desk.bot.arrived.length = 0;
  desk.bot.answer = () => (copies().length === 1 ? 'hold' : { status: 200 });
  const { chat } = await desk.state(person);
  const say = (text: string) =>
    desk.host('POST', '/host/messages', {
      person: person.id,
      conversation: chat.conversationId,
      text,
    });
  await say('一つめ');
  await eventually(() => (copies().length === 2 ? true : undefined));
  await say('二つめ');
  await eventually(() => (copies().length === 3 ? true : undefined));
  expect(copies().map((copy) => copy.text)).toEqual(['一つめ', '一つめ', '二つめ']);
});

test('a card action that the app does not answer in time is shown as unreachable', async () => {
  desk = await startDesk({ profile: { turnTimeoutMs: 400 } });
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  const { chat } = await desk.state(person);
  const sent = await desk.connector('POST', `/conversations/${chat.conversationId}/activities`, {
    type: 'message',
    text: '札',
  });
  const { id }: { id: string } = await sent.json();
  desk.bot.answer = () => 'hold';
  const answer = await desk.host('POST', '/host/actions', {
    person: person.id,
    conversation: chat.conversationId,
    activityId: id,
    action: { type: 'Action.Execute', verb: 'x' },
  });
  expect(answer.body).toEqual({ kind: 'unreachable' });
});
