import type { LocalDeps } from '../../deps.js';
import { GraphFault } from '../graph-fault.js';
import type { StoredAuthor } from '../stored-types.js';
import type { Bodies } from './bodies.js';
import type { ContentRange } from './content-range.js';
import type { ConflictBehavior } from './library.js';

/** An upload under way. Its id is the key of the body that grows. */
export interface UploadSession {
  id: string;
  driveId: string;
  /** Names of the folders, then of the file. */
  path: string[];
  behavior: ConflictBehavior;
  author: StoredAuthor;
  received: number;
  /** Whole size; known from the first fragment on. */
  total?: number;
  /** Controllable time, ms. */
  expiresAt: number;
}

/** The uploads under way, kept over restarts. */
export interface UploadSessions {
  open(made: Pick<UploadSession, 'driveId' | 'path' | 'behavior' | 'author'>): UploadSession;
  /** Refuses with 404 when there is none, or none any more. */
  find(id: string): UploadSession;
  /** Takes the next fragment; refuses one that is not the next, too long or of uneven size. */
  take(session: UploadSession, range: ContentRange, bytes: Buffer): UploadSession;
  /** Forgets an upload; the body stays. */
  close(session: UploadSession): void;
  cancel(session: UploadSession): void;
}

const lifeMs = 24 * 3_600_000;
const unit = 327_680;
const largestFragment = 60 * 1024 * 1024;

const refuse = (status: number, code: string, message: string, innerCode: string) =>
  new GraphFault(status, code, message, { innerCode });

function checkFragment(session: UploadSession, range: ContentRange, bytes: Buffer): void {
  const { first, last, total } = range;
  if (last - first + 1 !== bytes.length) {
    const message = 'The Content-Range header length does not match the provided number of bytes.';
    throw refuse(400, 'invalidRequest', message, 'fragmentLengthMismatch');
  }
  if (session.total !== undefined && session.total !== total) {
    const message = 'The total size differs from that of an earlier fragment.';
    throw refuse(400, 'invalidRequest', message, 'invalidRange');
  }
  if (first < session.received) {
    const message = 'Uploaded fragment overlaps with existing data.';
    throw refuse(416, 'invalidRange', message, 'fragmentOverlap');
  }
  if (first > session.received) {
    const message = 'Uploaded fragment is out of order.';
    throw refuse(416, 'invalidRange', message, 'fragmentOutOfOrder');
  }
  if (bytes.length >= largestFragment) {
    const message = 'The fragment is too long.';
    throw refuse(413, 'invalidRequest', message, 'maxFragmentLengthExceeded');
  }
  if (last + 1 < total && bytes.length % unit !== 0) {
    // The service takes such fragments and fails at the end; here the first one is refused.
    const message = `The length of a fragment must be a multiple of ${unit} bytes.`;
    throw refuse(400, 'invalidRequest', message, 'fragmentLengthMismatch');
  }
}

/** Opens the record of uploads. */
export function openUploadSessions(
  { state, clock, random }: LocalDeps,
  bodies: Bodies,
): UploadSessions {
  const kept = state.collection<UploadSession>('graph-uploads');
  const cancel = (session: UploadSession) => {
    kept.delete(session.id);
    // A whole body may be that of a file already, if the process ended in between.
    if (session.received !== session.total) bodies.remove(session.id);
  };
  return {
    open(made) {
      const session = { ...made, id: random.guid(), received: 0, expiresAt: clock.now() + lifeMs };
      kept.set(session.id, session);
      return session;
    },
    find(id) {
      const session = kept.get(id);
      const isOver = session !== undefined && session.expiresAt <= clock.now();
      if (isOver) cancel(session);
      if (session === undefined || isOver) {
        const message = 'The upload session was not found';
        throw refuse(404, 'itemNotFound', message, 'uploadSessionNotFound');
      }
      return session;
    },
    take(session, range, bytes) {
      checkFragment(session, range, bytes);
      bodies.write(session.id, range.first, bytes);
      const grown: UploadSession = {
        ...session,
        received: range.last + 1,
        total: range.total,
        expiresAt: clock.now() + lifeMs,
      };
      kept.set(session.id, grown);
      return grown;
    },
    close: (session) => void kept.delete(session.id),
    cancel,
  };
}
