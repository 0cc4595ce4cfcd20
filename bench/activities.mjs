import { randomUUID } from 'node:crypto';
import { seed } from './seed.mjs';

const submitVerb = 'submit-proposal';
const number = /R\d+-\d{4}/;

/** An activity of a person in the own chat, as the channel delivers it. */
function activityOf(office, person, members) {
  const { appId, tenantId } = office.ids;
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: office.channel.serviceUrl,
    from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${appId}`, name: 'Mebuki' },
    conversation: { id: person.conversation, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'ja-JP',
    ...members,
  };
}

function post(office, url, activity, fits) {
  return {
    url: `${url}/api/messages`,
    method: 'POST',
    headers: office.channel.headers,
    body: JSON.stringify(activity),
    ...(fits && { fits }),
  };
}

/** A typed message. `url` is the bot it goes to. */
export function message(office, url, person, text) {
  return post(office, url, activityOf(office, person, { type: 'message', text }));
}

/** The data of the button that sends the form of a card. */
function submitData(node) {
  if (typeof node !== 'object' || node === null) return undefined;
  if (node.verb === submitVerb) return node.data;
  for (const value of Object.values(node)) {
    const found = submitData(value);
    if (found) return found;
  }
  return undefined;
}

/** What the bot's last card in the person's chat sends along; throws where it is no form. */
export function offeredForm(office, { conversation, name }) {
  const data = submitData(office.channel.lastMessage(conversation));
  if (!data) throw new Error(`the bot did not offer ${name} a form`);
  return data;
}

function inputsOf(index) {
  const sample = seed.proposals[index % seed.proposals.length];
  const category = seed.masters.categories.find((each) => each.ja === sample.category);
  return {
    title: `${sample.title.slice(0, 48)}（${index + 1}）`,
    currentProblem: sample.currentProblem,
    proposedContent: sample.proposedContent,
    expectedEffect: sample.expectedEffect,
    category: category?.id ?? seed.masters.categories[0].id,
    isDigital: sample.digital ? 'digital' : 'non-digital',
    costNeeded: 'no',
    scopeHint: 'department',
    namePublication: 'no',
  };
}

/** A receipt and not the form again; a form that was only kept has no number. */
const isReceipt = ({ status, text }) =>
  status === 200 && number.test(text) && !text.includes(submitVerb);

/** The press of 提案として出す with a token of its own. `index` picks the sample text. */
export function submit(office, url, person, index) {
  const data = {
    ...person.form,
    ...inputsOf(index),
    ...person.profile,
    // Whoever sends it has seen what is like it.
    seen: 'alike',
    token: randomUUID(),
  };
  const action = { type: 'Action.Execute', verb: submitVerb, data };
  const value = { action, trigger: 'manual' };
  const members = { type: 'invoke', name: 'adaptiveCard/action', value };
  return post(office, url, activityOf(office, person, members), isReceipt);
}
