/** Shapes spoken between the host page and its backend under /host. Dates are ISO 8601 in UTC. */

/** A person of the invented office, as the host page shows one. */
export interface HostPerson {
  readonly id: string;
  readonly mri: string;
  readonly name: string;
  readonly upn: string;
  readonly locale: string;
  readonly office: string;
  readonly persona?: string;
}

/** A tab of the app: personal (from the package) or added to a channel. */
export interface HostTab {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
}

/** A command of the app's message extension. */
export interface HostExtensionCommand {
  readonly id: string;
  readonly type: 'query' | 'action';
  readonly title: string;
  /** Where it is offered: compose, commandBox, message. */
  readonly context: readonly string[];
  readonly initialRun: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly title: string;
    readonly choices: readonly { readonly title: string; readonly value: string }[];
  }[];
}

/** One hit of a search, with the card that it puts into the conversation. */
export interface HostHit {
  readonly title: string;
  readonly text: string;
  readonly image?: string;
  readonly card: unknown;
}

/** What Teams would show for an invoke of the message extension. */
export type HostExtensionAnswer =
  | { readonly kind: 'hits'; readonly hits: readonly HostHit[] }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: unknown }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed' };

/** What the host page knows of the app, read from the app package. */
export interface HostApp {
  readonly id: string;
  readonly botId: string;
  readonly name: string;
  readonly accentColor: string;
  readonly iconUrl?: string;
  readonly staticTabs: readonly HostTab[];
  readonly configurationUrl?: string;
  readonly commands: readonly { readonly title: string; readonly description: string }[];
  readonly extension: readonly HostExtensionCommand[];
  readonly tabOrigins: readonly string[];
  readonly ssoResource?: string;
}

/** One attachment of a message; cards keep their JSON in `content`. */
export interface HostAttachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string;
}

/** Who wrote a message. */
export type HostAuthor =
  | { readonly kind: 'bot'; readonly name: string }
  | { readonly kind: 'person'; readonly personId: string; readonly name: string };

/**
 * One message of a chat or channel; `rootId` is set on an answer inside a channel thread. `version`
 * grows with every change this person can see, `revision` only when the bot edits the message.
 */
export interface HostMessage {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly revision: number;
  readonly conversationId: string;
  readonly rootId?: string;
  readonly author: HostAuthor;
  readonly at: string;
  readonly editedAt?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments: readonly HostAttachment[];
  readonly undelivered?: true;
}

/** A channel with the app's tabs in it. */
export interface HostChannel {
  readonly id: string;
  readonly name: string;
  readonly tabs: readonly HostTab[];
}

/** A team the person belongs to. */
export interface HostTeam {
  readonly id: string;
  readonly name: string;
  readonly installed: boolean;
  readonly channels: readonly HostChannel[];
}

/** `never` = not yet opened; `removed` = uninstalled or blocked by the person. */
export type InstallState = 'never' | 'installed' | 'removed';

/** Answer of GET /host/state. */
export interface HostState {
  readonly me: HostPerson;
  readonly people: readonly HostPerson[];
  readonly tenantId: string;
  readonly app?: HostApp;
  readonly appProblem?: string;
  readonly chat: { readonly conversationId: string; readonly install: InstallState };
  readonly teams: readonly HostTeam[];
  readonly messages: readonly HostMessage[];
  readonly now: string;
}

/** What GET /host/events sends, one JSON text per event. */
export type HostEvent =
  | { readonly type: 'message' | 'update'; readonly message: HostMessage }
  | { readonly type: 'delete'; readonly conversationId: string; readonly id: string }
  | { readonly type: 'typing'; readonly conversationId: string }
  | { readonly type: 'changed' };

/** A card action as the card renderer reports it: inputs are already merged into `data`. */
export interface HostCardAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly title?: string;
  readonly data?: unknown;
}

/** Body of POST /host/actions. */
export interface HostActionRequest {
  readonly person: string;
  readonly conversation: string;
  readonly activityId: string;
  readonly action: HostCardAction;
  readonly trigger?: 'manual' | 'automatic';
}

/** Answer of POST /host/actions: what Teams would show to the person who pressed. */
export type HostActionAnswer =
  | { readonly kind: 'card'; readonly message: HostMessage }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'sent'; readonly message?: HostMessage }
  | { readonly kind: 'error'; readonly text: string; readonly code?: string }
  | { readonly kind: 'unreachable' };
