import type { ServerResponse } from 'node:http';
import type { LocalRequest } from '../http.js';
import type { Desk } from './desk.js';
import { hostPerson, sees } from './host-routes.js';

const heartbeatMs = 15_000;

/** GET /host/events: server-sent events of one person, until the page goes away. */
export function hostEvents(
  desk: Desk,
  open: Set<ServerResponse>,
  req: LocalRequest,
  res: ServerResponse,
): 'handled' {
  const asked = req.url.searchParams.get('person') ?? '';
  const people = desk.deps.directory.all();
  const first = people.find((one) => one.persona !== undefined) ?? people[0];
  const person = asked === '' && first !== undefined ? first : hostPerson(desk, asked);
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  res.write(': open\n\n');
  const stop = desk.chats.listen((event, place, personId) => {
    if (!sees(person, place)) return;
    if (personId !== undefined && personId !== person.id) return;
    res.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => res.write(': still here\n\n'), heartbeatMs);
  open.add(res);
  res.on('close', () => {
    stop();
    clearInterval(heartbeat);
    open.delete(res);
  });
  return 'handled';
}
