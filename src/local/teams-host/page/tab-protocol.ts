import { logHost } from './log-host.js';
import { runtimeConfig } from './tab-context.js';

/** A message of teams-js to its host (envelope of teams-js 2.58). */
interface TabMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
}

/** What the page does for a tab; every function may be slow, refusals are thrown. */
export interface TabServices {
  readonly frameContext: string;
  readonly context: () => Record<string, unknown>;
  readonly token: () => Promise<string>;
  readonly openLink: (address: string) => boolean;
  readonly navigateToApp: (target: Record<string, unknown>) => boolean;
  readonly shareLink: (subPageId: string, label: string) => void;
  readonly selectPeople: (options: Record<string, unknown>) => Promise<readonly unknown[]>;
  readonly startTask: (info: Record<string, unknown>) => Promise<readonly unknown[]>;
  readonly completeTask?: (result: unknown) => void;
  readonly resizeTask?: (size: Record<string, unknown>) => void;
  readonly forward?: (func: string, args: readonly unknown[]) => void;
  readonly getSettings?: () => Record<string, unknown>;
  readonly setSettings?: (settings: Record<string, unknown>) => void;
  readonly setValidity?: (valid: boolean) => void;
  readonly saved?: (failure?: string) => void;
  readonly registered?: (event: string) => void;
  readonly loaded?: () => void;
  readonly failed?: (reason: string) => void;
}

type Args = readonly unknown[];
/** `undefined` = no answer is sent, as Teams does for notices. */
type Answer = Args | undefined | Promise<Args | undefined>;
type Handlers = Readonly<Record<string, (args: Args) => Answer>>;

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function silent(act: () => void): undefined {
  act();
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function appHandlers(tab: TabServices): Handlers {
  return {
    initialize: () => [tab.frameContext, 'web', runtimeConfig, '2.58.0'],
    getContext: () => [tab.context()],
    'authentication.getAuthToken': () =>
      tab.token().then(
        (token) => [true, token],
        (fault: unknown) => [false, reasonOf(fault)],
      ),
    'authentication.authenticate': () => [false, 'FailedToOpenWindow'],
    registerHandler: (args) => silent(() => tab.registered?.(String(args[0]))),
    'appInitialization.appLoaded': () => silent(() => tab.loaded?.()),
    'appInitialization.success': () => silent(() => tab.loaded?.()),
    'appInitialization.failure': (args) => silent(() => tab.failed?.(String(args[1] ?? args[0]))),
    'appInitialization.expectedFailure': () => silent(() => tab.loaded?.()),
    executeDeepLink: (args) => {
      const opened = tab.openLink(String(args[0]));
      return opened ? [true] : [false, 'The link cannot be opened.'];
    },
    shareDeepLink: (args) => silent(() => tab.shareLink(String(args[0]), String(args[1]))),
    'pages.navigateToApp': (args) => [tab.navigateToApp(record(args[0]))],
    'people.selectPeople': (args) => tab.selectPeople(record(args[0])),
    'tasks.startTask': (args) => tab.startTask(record(args[0])),
    messageForChild: (args) => silent(() => tab.forward?.('messageForChild', args)),
  };
}

function settingsHandlers(tab: TabServices): Handlers {
  const { getSettings, setSettings, setValidity, saved } = tab;
  if (setSettings === undefined) {
    return getSettings ? { 'settings.getSettings': () => [getSettings()] } : {};
  }
  return {
    'settings.getSettings': () => [getSettings?.() ?? {}],
    'settings.setSettings': (args) => {
      setSettings(record(args[0]));
      return [true];
    },
    'settings.setValidityState': (args) => silent(() => setValidity?.(args[0] === true)),
    'settings.save.success': () => silent(() => saved?.()),
    'settings.save.failure': (args) => silent(() => saved?.(String(args[0] ?? ''))),
  };
}

function taskHandlers(tab: TabServices): Handlers {
  const { completeTask, resizeTask, forward } = tab;
  if (completeTask === undefined) return {};
  return {
    'tasks.completeTask': (args) => silent(() => completeTask(args[0])),
    'tasks.updateTask': (args) => silent(() => resizeTask?.(record(args[0]))),
    messageForParent: (args) => silent(() => forward?.('messageForParent', args)),
  };
}

function tabMessage(value: unknown): TabMessage | undefined {
  const { id, uuidAsString, func, args } = record(value);
  if (typeof func !== 'string') return undefined;
  return {
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof id === 'number' && { id }),
    ...(typeof uuidAsString === 'string' && { uuidAsString }),
  };
}

/**
 * Speaks the host side of teams-js with one frame. Messages of other windows or origins are ignored;
 * an unknown request gets no answer (as in Teams) and is written to the console.
 */
export function serveTab(
  frame: () => Window | null | undefined,
  origins: readonly string[],
  services: () => TabServices,
): { readonly push: (func: string, args: Args) => void; readonly stop: () => void } {
  let origin: string | undefined;
  const listen = (event: MessageEvent<unknown>) => {
    const source = frame();
    if (!source || event.source !== source || !origins.includes(event.origin)) return;
    const message = tabMessage(event.data);
    if (message === undefined) return;
    origin = event.origin;
    const tab = services();
    const handlers = { ...appHandlers(tab), ...settingsHandlers(tab), ...taskHandlers(tab) };
    const handler = Object.hasOwn(handlers, message.func) ? handlers[message.func] : undefined;
    if (handler === undefined) return logHost('no answer to', message.func);
    void Promise.resolve(handler(message.args)).then((args) => {
      if (args === undefined) return;
      const { id, uuidAsString } = message;
      source.postMessage({ id, uuidAsString, args }, event.origin);
    });
  };
  window.addEventListener('message', listen);
  return {
    push: (func, args) => {
      if (origin !== undefined) frame()?.postMessage({ func, args }, origin);
    },
    stop: () => window.removeEventListener('message', listen),
  };
}
