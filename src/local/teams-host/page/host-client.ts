import type {
  HostActionAnswer,
  HostActionRequest,
  HostExtensionAnswer,
  HostMessage,
  HostState,
  HostTab,
} from '../wire.js';

/** The backend refused or could not be reached; `status` is 0 when there was no answer. */
export class HostCallFailed extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit = { method };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'content-type': 'application/json' };
  }
  const answer = await fetch(path, init).catch((fault: unknown) => {
    throw new HostCallFailed(0, String(fault));
  });
  const text = await answer.text();
  if (!answer.ok) throw new HostCallFailed(answer.status, text);
  // The backend is this page's own other half; its shapes are in wire.ts.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The calls of the page to its backend, one function per address. */
export const hostClient = {
  state: (person: string) =>
    call<HostState>('GET', `/host/state?person=${encodeURIComponent(person)}`),
  send: (person: string, conversation: string, text: string, data?: object) =>
    call<HostMessage>('POST', '/host/messages', { person, conversation, text, ...data }),
  act: (request: HostActionRequest) => call<HostActionAnswer>('POST', '/host/actions', request),
  search: (asked: {
    person: string;
    conversation: string;
    command: string;
    parameters: readonly { name: string; value: string }[];
  }) => call<HostExtensionAnswer>('POST', '/host/extension/query', asked),
  dialog: (asked: {
    person: string;
    conversation: string;
    command: string;
    activityId: string;
    data?: unknown;
  }) => call<HostExtensionAnswer>('POST', '/host/extension/dialog', asked),
  insert: (person: string, conversation: string, card: unknown) =>
    call<HostMessage>('POST', '/host/extension/insert', { person, conversation, card }),
  token: (person: string) => call<{ token: string }>('POST', '/host/token', { person }),
  install: (person: string) => call<void>('POST', '/host/installs', { person }),
  uninstall: (person: string) => call<void>('DELETE', '/host/installs', { person }),
  installInTeam: (person: string, team: string) =>
    call<void>('POST', '/host/installs', { person, team }),
  uninstallFromTeam: (person: string, team: string) =>
    call<void>('DELETE', '/host/installs', { person, team }),
  addTab: (person: string, channel: string, tab: Omit<HostTab, 'id'>) =>
    call<HostTab>('POST', '/host/tabs', { person, channel, tab }),
  removeTab: (person: string, tab: string) => call<void>('DELETE', '/host/tabs', { person, tab }),
  clock: () => call<{ now: string }>('GET', '/control/clock'),
  setClock: (change: { advanceMs?: number; offsetMs?: number }) =>
    call<{ now: string }>('PUT', '/control/clock', change),
};
