import type { LocalRequest, Reply } from '../http.js';
import type { Desk } from '../teams-host/desk.js';
import type { Place } from '../teams-host/places.js';
import type { RateLimits } from './rate-limits.js';
import { refusals } from './refusals.js';

/** One authorised call of the app. */
export interface ConnectorCall {
  desk: Desk;
  limits: RateLimits;
  req: LocalRequest;
}

/** A reply that ends a call early. */
export class ConnectorRefusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** Whether the caller is the app itself, by its own connector token. */
export async function isTheApp(desk: Desk, req: LocalRequest): Promise<boolean> {
  const [, token] = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  if (token === undefined) return false;
  const { entra, settings } = desk.deps;
  const checked = await entra.check(token, ['https://api.botframework.com']);
  return 'claims' in checked && checked.claims['appid'] === settings.appId;
}

/** Counts the call; past a limit it is refused with 429, with `Retry-After` only sometimes. */
export function countCall(call: ConnectorCall, kind: 'send' | 'read', conversation: string): void {
  const found = call.limits.take(kind, conversation);
  if (found === undefined) return;
  const { profile, random } = call.desk.deps;
  const tells = profile.current().retryAfter && random.chance(0.5);
  const wait = tells ? found.waitSeconds : undefined;
  throw new ConnectorRefusal(refusals.tooMany(found.limit, found.seconds, wait));
}

/** The conversation of the address; unknown ones and those of disabled accounts are gone. */
export function placeOf(call: ConnectorCall): Place {
  const place = call.desk.places.find(call.req.params['conversation'] ?? '');
  const gone = place?.kind === 'personal' && !place.person.accountEnabled;
  if (place === undefined || gone) throw new ConnectorRefusal(refusals.conversationNotFound());
  return place;
}

/** Refuses where the bot may not write, the way Teams words it for people and for teams. */
export function mustReach(call: ConnectorCall, place: Place): void {
  if (call.desk.installs.reaches(place)) return;
  throw new ConnectorRefusal(
    place.kind === 'personal' ? refusals.writesBlocked() : refusals.notInRoster(),
  );
}
