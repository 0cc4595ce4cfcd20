import { type IncomingActivity, incomingActivity, typesOfPersons } from './incoming-activity.js';
import { isAllowedServiceUrl } from './service-url.js';
import { readStrictJson } from './strict-json.js';

/** Largest body in bytes. */
export const largestBody = 256 * 1024;

/** A request as HTTP delivered it; header names in lower case. */
export interface BotRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Why a request was stopped; for the log alone, the caller is never told. */
export type StopReason =
  | 'too-large'
  | 'not-json'
  | 'unreadable'
  | 'unfit'
  | 'foreign-tenant'
  | 'foreign-service-url'
  | 'token-refused'
  | 'keys-unavailable';

/** Passed with its activity, or stopped with the status to answer. */
export type GateOutcome =
  | { readonly kind: 'passed'; readonly activity: IncomingActivity }
  | {
      readonly kind: 'stopped';
      readonly status: 400 | 401 | 413 | 415 | 503;
      readonly reason: StopReason;
    };

/** What the gate needs. */
export interface GateOptions {
  readonly tenantId: string;
  /** Exact origins with a path prefix. */
  readonly serviceUrls: readonly string[];
  readonly checkToken: (
    authorization: string | undefined,
    subject: { readonly serviceUrl: string; readonly channelId: string },
  ) => Promise<'accepted' | 'refused' | 'unavailable'>;
}

function stop(status: 400 | 401 | 413 | 415 | 503, reason: StopReason): GateOutcome {
  return { kind: 'stopped', status, reason };
}

function isJson({ headers }: BotRequest): boolean {
  const type = headers['content-type'];
  const isPlain = headers['content-encoding'] === undefined;
  return (
    isPlain &&
    typeof type === 'string' &&
    /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type)
  );
}

function readActivity(body: Uint8Array): IncomingActivity | GateOutcome {
  const json = readStrictJson(body);
  if (json === undefined) return stop(400, 'unreadable');
  const read = incomingActivity.safeParse(json);
  if (!read.success) return stop(400, 'unfit');
  const { type, from } = read.data;
  return typesOfPersons.has(type) && !from.aadObjectId ? stop(400, 'unfit') : read.data;
}

/** The tenant an activity claims to come from; undefined where its two places differ or both are missing. */
function tenantOf({ conversation, channelData }: IncomingActivity): string | undefined {
  const claimed = [conversation.tenantId, channelData?.tenant?.id].filter((each) => each != null);
  return new Set(claimed.map((each) => each.toLowerCase())).size === 1
    ? claimed[0]?.toLowerCase()
    : undefined;
}

/**
 * Stands before the SDK (specification 2.3). Whoever is not let in gets one of four bodiless answers: 400, 413 or 415
 * for what cannot be read, 401 for every doubt about who sends it, without saying which, and 503 while the channel's
 * keys cannot be had.
 */
export function createGate(options: GateOptions): (request: BotRequest) => Promise<GateOutcome> {
  const { checkToken, serviceUrls } = options;
  const tenantId = options.tenantId.toLowerCase();

  async function admit(activity: IncomingActivity, request: BotRequest): Promise<GateOutcome> {
    if (!isAllowedServiceUrl(activity.serviceUrl, serviceUrls)) {
      return stop(401, 'foreign-service-url');
    }
    const { authorization } = request.headers;
    const outcome =
      typeof authorization === 'string' ? await checkToken(authorization, activity) : 'refused';
    if (outcome === 'unavailable') return stop(503, 'keys-unavailable');
    if (outcome === 'refused') return stop(401, 'token-refused');
    return tenantOf(activity) === tenantId
      ? { kind: 'passed', activity }
      : stop(401, 'foreign-tenant');
  }

  return async (request) => {
    if (request.body.byteLength > largestBody) return stop(413, 'too-large');
    if (!isJson(request)) return stop(415, 'not-json');
    const read = readActivity(request.body);
    return 'kind' in read ? read : admit(read, request);
  };
}
