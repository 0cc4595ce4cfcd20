import { z } from 'zod';
import type { LocalRequest, Outcome, Reply, Router } from '../http.js';
import type { Person } from '../people.js';
import type { Desk } from './desk.js';
import type { Place } from './places.js';

/** A refusal of the host backend; it is this page's own, not an emulated one. */
export class HostRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Parses a JSON body; anything else is refused with 400. */
export function hostBody<T>(shape: z.ZodType<T>, req: LocalRequest): T {
  let json: unknown;
  try {
    json = req.json();
  } catch {
    throw new HostRefusal(400, 'the body is not JSON');
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new HostRefusal(400, z.prettifyError(parsed.error));
  return parsed.data;
}

/** The person named by object id or sign-in name. */
export function hostPerson(desk: Desk, idOrUpn: string): Person {
  const person = desk.deps.directory.find(idOrUpn);
  if (person === undefined) throw new HostRefusal(404, `nobody is called ${idOrUpn}`);
  if (!person.accountEnabled) throw new HostRefusal(403, `${person.upn} cannot sign in`);
  return person;
}

/** Whether a person sees a place at all. */
export function sees(person: Person, place: Place): boolean {
  return place.kind === 'personal'
    ? place.person.id === person.id
    : place.team.members.includes(person.id);
}

/** A conversation the person takes part in. */
export function hostPlace(desk: Desk, person: Person, conversation: string): Place {
  const place = desk.places.find(conversation);
  if (place === undefined || !sees(person, place)) {
    throw new HostRefusal(404, `${person.upn} has no conversation ${conversation}`);
  }
  return place;
}

/** This server as the app reaches it: always plain http on loopback. */
export function hostBase(desk: Desk, req: Pick<LocalRequest, 'origin'>): string {
  const own = /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(req.origin);
  return own ? req.origin : `http://127.0.0.1:${desk.deps.settings.port}`;
}

type HostHandler = Parameters<Router['on']>[2];

function refused(fault: unknown): Reply {
  if (!(fault instanceof HostRefusal)) throw fault;
  return { status: fault.status, body: { error: fault.message } };
}

/** Mounts one /host route; a thrown HostRefusal becomes its answer. */
export function onHost(router: Router, method: string, path: string, handler: HostHandler): void {
  router.on(method, path, async (req, res): Promise<Outcome> => {
    try {
      return await handler(req, res);
    } catch (fault) {
      return refused(fault);
    }
  });
}
