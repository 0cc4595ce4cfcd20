import type { Conversation } from '../../src/domain/conversation.js';
import type { Profile } from '../../src/domain/person.js';
import { createRegister } from '../../src/register/register.js';
import { rememberConversation } from '../../src/usecases/remember-conversation.js';
import { rememberProfile } from '../../src/usecases/remember-profile.js';
import { fakeList } from '../support/fake-store.js';
import { receivedProposal } from '../support/sample-proposals.js';

const versionOf = (revision: string) => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);
const { proposer: profile } = receivedProposal();
const { personId } = profile;
const chat: Conversation = {
  personId,
  conversationId: 'a:1',
  serviceUrl: 'https://smba.example/jp/',
  botId: '28:bot',
  userId: '29:user',
  locale: 'ja',
  active: true,
  updatedAt: 0,
};

/** Two processes over the same lists; neither hears of what the other writes. */
function openProcesses() {
  const conversations = fakeList<Conversation>((value) => value.personId);
  const profiles = fakeList<Profile>((value) => value.personId);
  const open = () => {
    const register = createRegister({ versionOf });
    const ports = { register, writer: register };
    return {
      register,
      hear: (value: Conversation) =>
        rememberConversation({ conversations: conversations.store, ...ports }, value),
      confirm: (value: Profile) => rememberProfile({ profiles: profiles.store, ...ports }, value),
    };
  };
  return { one: open(), two: open(), conversations, profiles };
}

test('a chat heard of by a process whose row is stale is kept nevertheless', async () => {
  const { one, two, conversations } = openProcesses();
  await one.hear(chat);
  await two.hear({ ...chat, conversationId: 'a:2' });
  await one.hear({ ...chat, active: false });
  expect(conversations.items.get('1')?.value).toMatchObject({
    conversationId: 'a:1',
    active: false,
  });
  expect(one.register.conversation(personId)).toEqual(conversations.items.get('1'));
});

test('a profile confirmed in a process whose row is stale is kept nevertheless', async () => {
  const { one, two, profiles } = openProcesses();
  await one.confirm(profile);
  await two.confirm({ ...profile, gradeId: 'kacho' });
  await one.confirm({ ...profile, gradeId: 'buncho' });
  expect(profiles.items.get('1')?.value.gradeId).toBe('buncho');
  expect(one.register.profile(personId)).toEqual(profiles.items.get('1'));
});

test('what is known already costs no call', async () => {
  const { one, conversations } = openProcesses();
  await one.hear(chat);
  conversations.onCall = (call) => {
    throw new Error(`unexpected ${call}`);
  };
  await one.hear({ ...chat, updatedAt: 5 });
});

test('losing the row twice leaves the present one in the register', async () => {
  const { one, two, conversations } = openProcesses();
  await one.hear(chat);
  conversations.onCall = (call) => {
    const held = conversations.items.get('1');
    if (call !== 'replace' || !held) return;
    conversations.items.set('1', { ...held, revision: `"1,${versionOf(held.revision) + 10}"` });
  };
  await one.hear({ ...chat, locale: 'en' });
  expect(one.register.conversation(personId)).toEqual(conversations.items.get('1'));
  expect(two.register.conversation(personId)).toBeUndefined();
});
