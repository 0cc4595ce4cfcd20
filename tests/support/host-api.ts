import { until } from './local-office.js';

/** A message as the host page's backend tells it. */
export interface HostMessage {
  readonly id: string;
  readonly seq: number;
  readonly conversationId: string;
  readonly author: { readonly kind: string };
  readonly text?: string;
  readonly attachments: readonly { readonly content?: unknown }[];
}

/** One accepted message of the connector: to a person in their chat, or to a channel. */
export interface Delivery {
  readonly method: string;
  readonly personId?: string;
  readonly channelId?: string;
  readonly activity: unknown;
}

interface RawDelivery {
  readonly method: string;
  readonly activity?: unknown;
  readonly recipient?: { readonly personId?: string; readonly channelId?: string };
}

interface HostState {
  readonly me: { readonly id: string; readonly name: string };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly chat: { readonly conversationId: string };
  readonly messages: readonly HostMessage[];
}

async function ask<T>(url: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The action of a card with a verb, wherever it stands. */
export function findAction(node: unknown, verb: string): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('verb' in node && node.verb === verb && 'data' in node) {
    return node.data as Record<string, unknown>;
  }
  for (const value of Object.values(node)) {
    const found = findAction(value, verb);
    if (found) return found;
  }
  return undefined;
}

/** The host page's backend and the stand-in's controls, for what a journey does in quantity. */
export interface HostApi {
  state(person: string): Promise<HostState>;
  personNamed(name: string): Promise<string>;
  say(person: string, text: string): Promise<void>;
  /** Asks for a form and waits for it. */
  form(
    person: string,
  ): Promise<{ readonly message: HostMessage; readonly data: Record<string, unknown> }>;
  press(person: string, message: HostMessage, verb: string, data: unknown): Promise<unknown>;
  /** A single sign-on token, as the tab gets it. */
  token(person: string): Promise<string>;
  deliveries(): Promise<readonly Delivery[]>;
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** Opens the backend of a host page. */
export function hostApi(host: string): HostApi {
  const state = (person: string) => ask<HostState>(`${host}/host/state?person=${person}`);
  const say = async (person: string, text: string): Promise<void> => {
    const { chat } = await state(person);
    await ask(`${host}/host/messages`, 'POST', { person, conversation: chat.conversationId, text });
  };
  return {
    state,
    say,
    personNamed: async (name) => {
      const found = (await state('')).people.find((person) => person.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found.id;
    },
    form: async (person) => {
      const before = Math.max(0, ...(await state(person)).messages.map((message) => message.seq));
      await say(person, '提案');
      return until('a form', async () => {
        const { messages } = await state(person);
        const message = messages.findLast(
          (each) =>
            each.seq > before && findAction(each.attachments[0]?.content, 'submit-proposal'),
        );
        const data = findAction(message?.attachments[0]?.content, 'submit-proposal');
        return message && data ? { message, data } : undefined;
      });
    },
    press: async (person, message, verb, data) =>
      ask(`${host}/host/actions`, 'POST', {
        person,
        conversation: message.conversationId,
        activityId: message.id,
        action: { type: 'Action.Execute', verb, data },
      }),
    token: async (person) =>
      (await ask<{ token: string }>(`${host}/host/token`, 'POST', { person })).token,
    deliveries: async () => {
      const answer = await ask<{ deliveries: readonly RawDelivery[] }>(
        `${host}/control/deliveries`,
      );
      return answer.deliveries.map(({ method, activity, recipient }) => ({
        method,
        activity,
        ...recipient,
      }));
    },
    control: (method, path, body) => ask(`${host}/control/${path}`, method, body),
  };
}

/** Inputs of a form that is right. */
export const rightInputs = {
  // Whoever sends it has seen what is like it.
  seen: 'alike',
  title: '会議室の予約一覧',
  currentProblem: '空きが分からず、そのつど電話で聞いている。',
  proposedContent: '予約を一覧で見られるようにする。',
  category: 'work',
  isDigital: 'digital',
  costNeeded: 'no',
  office: 'doboku/minato-doboku',
  officeKind: 'branch',
  jobGrade: 'shunin',
};
