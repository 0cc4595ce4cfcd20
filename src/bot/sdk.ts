import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type TurnContext,
} from 'botbuilder';
import type { CardJson, Messenger, SendOutcome } from '../usecases/messenger.js';
import type { Clock } from '../usecases/ports.js';
import { callConnector } from './connector-request.js';
import type { IncomingActivity } from './incoming-activity.js';
import { type FailedSend, failureOf } from './send-outcome.js';
import { isAllowedServiceUrl } from './service-url.js';

/** What the SDK is opened with. All addresses come from the settings; nothing is left to its defaults. */
export interface BotSdkOptions {
  readonly appId: string;
  readonly tenantId: string;
  /** Exact origins with a path prefix to which the bot's token may go. */
  readonly serviceUrls: readonly string[];
  readonly loginUrl: string;
  readonly oauthScope: string;
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
  /** A token for a scope such as `https://api.botframework.com/.default`. */
  readonly tokenFor: (scope: string) => Promise<string>;
  /** Told why no token could be had; the send itself counts as not sent. */
  readonly onTokenFault: (fault: unknown) => void;
  readonly clock: Clock;
}

/** The answer of an invoke. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** What a handler can do within its turn. */
export interface TurnTools {
  reply(card: CardJson, summary: string): Promise<SendOutcome>;
  showTyping(): Promise<void>;
}

/** The SDK as the rest of the bot sees it. */
export interface BotSdk {
  readonly messenger: Messenger;
  /** Runs the turn of an activity that the gate let in, without checking its token again. */
  runTurn(
    activity: IncomingActivity,
    handle: (tools: TurnTools) => Promise<InvokeAnswer | undefined>,
  ): Promise<InvokeAnswer | undefined>;
}

type AuthenticationArguments = ConstructorParameters<
  typeof ConfigurationBotFrameworkAuthentication
>;
type CredentialsFactory = NonNullable<AuthenticationArguments[1]>;
type ConnectorOptions = NonNullable<AuthenticationArguments[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type ConnectorFactory = ReturnType<
  ConfigurationBotFrameworkAuthentication['createConnectorFactory']
>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;
type ClaimsIdentity = Parameters<
  ConfigurationBotFrameworkAuthentication['createConnectorFactory']
>[0];

const callerId = 'urn:botframework:azure';
const mostConnectors = 32;

/** Thrown through the SDK, whose retry step lets it pass, and caught where the send began. */
class SendFailed extends Error {
  readonly outcome: FailedSend;
  constructor(outcome: FailedSend) {
    super(`send failed: ${outcome.kind} ${outcome.why}`);
    this.outcome = outcome;
  }
}

/**
 * The HTTP client below the SDK's chain. Its chain repeats 502 and 429 on its own, POSTs included; since every answer
 * but 2xx is thrown from here, it never sees one, and one send is one request.
 */
function singleRequestClient({ serviceUrls, clock }: BotSdkOptions): HttpClient {
  return {
    sendRequest: async (request) => {
      if (!isBelow(request.url, serviceUrls)) {
        throw new SendFailed({ kind: 'refused', why: 'host-not-allowed' });
      }
      const answer = await callConnector({
        url: request.url,
        method: request.method,
        headers: request.headers.toJson(),
        body: typeof request.body === 'string' ? request.body : undefined,
      });
      const failure = failureOf(answer, clock.now());
      if (failure) throw new SendFailed(failure);
      const { status, body, headers } = acceptedAnswer(answer);
      const received = request.headers.clone();
      for (const { name } of received.headersArray()) received.remove(name);
      for (const [name, value] of Object.entries(headers)) received.set(name, value);
      return { request, status, headers: received, bodyAsText: body };
    },
  };
}

function acceptedAnswer(answer: Awaited<ReturnType<typeof callConnector>>): {
  status: number;
  body: string;
  headers: Readonly<Record<string, string>>;
} {
  if (answer.kind !== 'answered') throw new Error('no answer of the connector');
  return answer;
}

function isBelow(url: string, serviceUrls: readonly string[]): boolean {
  return isAllowedServiceUrl(url.split('?', 1)[0] ?? '', serviceUrls);
}

function credentialsFactory({ appId, tokenFor, onTokenFault }: BotSdkOptions): CredentialsFactory {
  return {
    isValidAppId: async (candidate) => candidate === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      signRequest: async (request) => {
        const token = await tokenFor(`${audience ?? ''}/.default`).catch((fault: unknown) => {
          onTokenFault(fault);
          throw new SendFailed({ kind: 'not-sent', why: 'no-token' });
        });
        request.headers.set('Authorization', `Bearer ${token}`);
        return request;
      },
    }),
  };
}

function authenticationSettings(options: BotSdkOptions): AuthenticationArguments[0] {
  // If one of these is set the SDK takes all of them as given, without defaults: so all are set.
  return {
    MicrosoftAppId: options.appId,
    MicrosoftAppTenantId: options.tenantId,
    ToChannelFromBotLoginUrl: options.loginUrl,
    ToChannelFromBotOAuthScope: options.oauthScope,
    ToBotFromChannelTokenIssuer: options.tokenIssuer,
    OAuthUrl: options.oauthScope,
    ToBotFromChannelOpenIdMetadataUrl: options.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: options.openIdMetadataUrl,
    CallerId: callerId,
    ValidateAuthority: true,
  };
}

/** Keeps one connector per service address and one user-token client, which the SDK would build anew each turn. */
class KeptConnectors extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  #userTokens: UserTokens | undefined;

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const kept = this.#connectors.get(serviceUrl);
        if (kept !== undefined) return kept;
        if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
        const made = super.createConnectorFactory(identity).create(serviceUrl, audience);
        this.#connectors.set(serviceUrl, made);
        return made;
      },
    };
  }

  override createUserTokenClient(identity: ClaimsIdentity): UserTokens {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

/** Opens the protected parts of the adapter that take an identity instead of a token. */
class GatedAdapter extends CloudAdapter {
  identity(appId: string): ClaimsIdentity {
    return this.createClaimsIdentity(appId);
  }

  run(
    request: { readonly audience: string; readonly connectorFactory: ConnectorFactory },
    identity: ClaimsIdentity,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeAnswer | undefined> {
    const authenticated = { ...request, claimsIdentity: identity, callerId };
    return this.processActivity(authenticated, activity, logic);
  }
}

function messageWith(card: CardJson, summary: string): Partial<Activity> {
  // No text beside the card: Teams would draw it as a second message.
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

async function outcomeOf(
  send: () => Promise<{ readonly activityId: string; readonly conversationId?: string }>,
): Promise<SendOutcome> {
  try {
    return { kind: 'accepted', ...(await send()) };
  } catch (fault) {
    if (fault instanceof SendFailed) return fault.outcome;
    throw fault;
  }
}

function createMessenger(
  options: BotSdkOptions,
  connectorFor: (serviceUrl: string) => Promise<Connector>,
): Messenger {
  const whereAllowed = async (
    serviceUrl: string,
    send: (connector: Connector) => Promise<{ activityId: string; conversationId?: string }>,
  ): Promise<SendOutcome> =>
    isAllowedServiceUrl(serviceUrl, options.serviceUrls)
      ? outcomeOf(async () => send(await connectorFor(serviceUrl)))
      : { kind: 'refused', why: 'host-not-allowed' };
  return {
    sendToPerson: ({ conversationId, serviceUrl }, card, summary) =>
      whereAllowed(serviceUrl, async ({ conversations }) => {
        const sent = await conversations.sendToConversation(
          conversationId,
          messageWith(card, summary),
        );
        return { activityId: sent.id };
      }),
    sendToChannel: ({ channelId, serviceUrl }, card, summary) =>
      whereAllowed(serviceUrl, async ({ conversations }) => {
        const parameters: Partial<ConversationParameters> = {
          isGroup: true,
          bot: { id: `28:${options.appId}`, name: '' },
          tenantId: options.tenantId,
          // The SDK's type asks for a whole activity where the service takes the part that is sent.
          activity: messageWith(card, summary) as Activity,
          // The channel alone: the service's own id of a team is another one than the id that people find.
          channelData: { channel: { id: channelId } },
        };
        const made = await conversations.createConversation(parameters as ConversationParameters);
        return { activityId: made.activityId, conversationId: made.id };
      }),
    updateCard: ({ conversationId, activityId, serviceUrl }, card, summary) =>
      whereAllowed(serviceUrl, async ({ conversations }) => {
        const message = messageWith(card, summary);
        const updated = await conversations.updateActivity(conversationId, activityId, message);
        return { activityId: updated.id ?? activityId };
      }),
  };
}

function toolsOf(context: TurnContext): TurnTools {
  return {
    reply: (card, summary) =>
      outcomeOf(async () => {
        const sent = await context.sendActivity(messageWith(card, summary));
        return { activityId: sent?.id ?? '' };
      }),
    showTyping: async () => {
      await outcomeOf(async () => {
        const sent = await context.sendActivity({ type: ActivityTypes.Typing });
        return { activityId: sent?.id ?? '' };
      });
    },
  };
}

/** Opens the SDK. This is the only file that knows it (its successor is a change of this file). */
export function openBotSdk(options: BotSdkOptions): BotSdk {
  const { appId, oauthScope } = options;
  const authentication = new KeptConnectors(
    authenticationSettings(options),
    credentialsFactory(options),
    undefined,
    undefined,
    { httpClient: singleRequestClient(options) },
  );
  const adapter = new GatedAdapter(authentication);
  const identity = adapter.identity(appId);
  const connectorFactory = authentication.createConnectorFactory(identity);
  return {
    messenger: createMessenger(options, (serviceUrl) =>
      connectorFactory.create(serviceUrl, oauthScope),
    ),
    runTurn: (incoming, handle) => {
      // The gate has checked every member the SDK reads; its type asks for many that never arrive.
      const activity = { ...incoming } as unknown as Activity;
      return adapter.run(
        { audience: oauthScope, connectorFactory },
        identity,
        activity,
        async (context) => {
          const answer = await handle(toolsOf(context));
          if (answer)
            await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer });
        },
      );
    },
  };
}
