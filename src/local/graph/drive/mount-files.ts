import type { Handler, LocalRequest, Reply, Router } from '../../http.js';
import { itemNotFound, methodNotAllowed } from '../errors.js';
import type { GraphReply } from '../graph-call.js';
import type { GraphContext } from '../graph-context.js';
import { GraphFault } from '../graph-fault.js';
import { presentFault } from '../present-fault.js';
import { wireReply } from '../wire-reply.js';
import { readContentRange } from './content-range.js';
import { presentUpload } from './create-upload.js';
import { findDrive } from './drive-address.js';
import { mimeTypeOf } from './file-name.js';
import type { UploadSession } from './upload-sessions.js';
import { commitFile } from './write-operations.js';

/** These addresses are keys themselves; a token there is refused, as documented. */
function refuseToken(req: LocalRequest): void {
  if (req.headers.authorization === undefined) return;
  throw new GraphFault(401, 'unauthenticated', 'The caller is not authenticated.');
}

function download(context: GraphContext, req: LocalRequest): Reply {
  const ticket = context.files.tickets.read(req.params['ticket'] ?? '');
  const bytes = ticket === undefined ? undefined : context.files.bodies.read(ticket.bodyKey);
  if (ticket === undefined || bytes === undefined) throw itemNotFound();
  const { name } = ticket;
  const headers = {
    'Content-Type': mimeTypeOf(name),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'private, no-store',
  };
  return { status: 200, headers, body: bytes };
}

function finish(context: GraphContext, session: UploadSession, origin: string): GraphReply {
  const { store, files } = context;
  const found = findDrive(store, session.driveId);
  const bytes = files.bodies.read(session.id);
  if (found === undefined || bytes === undefined) throw itemNotFound();
  const place = {
    base: `${origin}/graph/v1.0`,
    ...found,
    items: store.items(found.list),
    driveId: session.driveId,
  };
  const { path, behavior, author } = session;
  const reply = commitFile(context, place, { path, behavior, bodyKey: session.id, bytes }, author);
  files.uploads.close(session);
  return reply;
}

function takeFragment(context: GraphContext, req: LocalRequest, id: string): GraphReply {
  const { uploads } = context.files;
  const session = uploads.find(id);
  const header = req.headers['content-range'];
  const range = readContentRange(typeof header === 'string' ? header : undefined);
  const isCommitted = session.received === session.total && range.last + 1 === session.received;
  // The last fragment again, after the name was refused: the end is tried once more.
  const grown = isCommitted ? session : uploads.take(session, range, req.rawBody);
  return grown.received === grown.total
    ? finish(context, grown, req.origin)
    : { status: 202, body: presentUpload(context, grown) };
}

function upload(context: GraphContext, req: LocalRequest): GraphReply {
  const { uploads } = context.files;
  const id = req.params['upload'] ?? '';
  context.deps.usage.count(`${req.method} upload`, 0);
  switch (req.method) {
    case 'PUT':
      return takeFragment(context, req, id);
    case 'GET':
      return { status: 200, body: presentUpload(context, uploads.find(id)) };
    case 'DELETE':
      uploads.cancel(uploads.find(id));
      return { status: 204 };
    default:
      throw methodNotAllowed(['GET', 'PUT', 'DELETE']);
  }
}

/** Mounts the pre-authenticated addresses of files: uploads under way, and downloads. */
export function mountFiles(router: Router, context: GraphContext): void {
  const { deps } = context;
  const answering =
    (answer: (req: LocalRequest, wire: (reply: GraphReply) => Reply) => Reply): Handler =>
    (req) => {
      const requestId = deps.random.guid();
      const ids = { requestId, clientRequestId: requestId };
      try {
        refuseToken(req);
        return answer(req, (reply) => wireReply(reply, ids));
      } catch (error) {
        if (!(error instanceof GraphFault)) throw error;
        return wireReply(presentFault(error, ids, deps.clock.real()), ids);
      }
    };
  router.on(
    'GET',
    '/sharepoint/download/:ticket',
    answering((req) => download(context, req)),
  );
  for (const method of ['GET', 'PUT', 'DELETE', 'POST', 'PATCH']) {
    const pattern = '/sharepoint/upload/:upload';
    router.on(
      method,
      pattern,
      answering((req, wire) => wire(upload(context, req))),
    );
  }
}
