import type { IncomingMessage, ServerResponse } from 'node:http';
import { mostAttachmentBytes } from '../domain/attachments/attachment.js';
import type { Answer } from './answer.js';
import type { Arrivals } from './arrivals.js';
import type { AttachmentTurn, TakeTurn } from './attachment-turns.js';
import type { StaffCall } from './call.js';
import { type BodyOutcome, readFile, refuseFileUnread } from './read-body.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import type { AttachmentRoute } from './route.js';

/** What a request about a file arrives and leaves by. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly takeTurn: TakeTurn;
  readonly arrivals: Arrivals;
}

/** Seconds after which it is worth asking for a turn again. */
const tryAgainAfter = 5;

type Unread = Exclude<BodyOutcome, { readonly kind: 'read' }>['kind'];

/** Why a file was not read; undefined where nobody is left to answer. */
function refuseFile(kind: Unread, { locale }: StaffCall): Answer | undefined {
  if (kind === 'gone') return undefined;
  return kind === 'too-large'
    ? refusalAnswer({ code: 'attachment-too-large', limit: mostAttachmentBytes }, locale)
    : apiRefusalAnswer(kind, locale);
}

const isOver = ({ destroyed, closed }: ServerResponse): boolean => destroyed || closed;

/** Ends a turn once its work is done and whoever asked has taken the answer, or is gone: until then it is in memory. */
function endOnceTaken(response: ServerResponse, { end, takenWithinMs }: AttachmentTurn): void {
  if (isOver(response)) {
    end();
    return;
  }
  const late = setTimeout(() => response.destroy(), takenWithinMs);
  response.once('close', () => {
    clearTimeout(late);
    end();
  });
}

async function carry(
  route: AttachmentRoute,
  call: StaffCall,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  if (route.method === 'GET') return route.handOut(call);
  const file = await readFile(request, mostAttachmentBytes);
  return file.kind === 'read' ? route.attach(call, file.bytes) : refuseFile(file.kind, call);
}

/**
 * Takes a file in or hands one out. What speaks against a file whatever it holds is asked before a byte of it is read:
 * its type and size as they are said, who sends it and what for. Then it needs a turn, which it keeps until its answer
 * has been taken.
 */
export async function carryAttachment(
  route: AttachmentRoute,
  call: StaffCall,
  { request, response, takeTurn, arrivals }: Exchange,
): Promise<Answer | undefined> {
  if (route.method === 'PUT') {
    const unread = refuseFileUnread(request, mostAttachmentBytes);
    const refusal = unread ? refuseFile(unread, call) : await route.ask(call);
    if (refusal) return refusal;
  }
  if (isOver(response)) return undefined;
  const turn = takeTurn(call.person.personId);
  if (typeof turn === 'string') {
    call.deps.logger.warn({ personId: call.person.personId, reason: turn }, 'too many files');
    return apiRefusalAnswer(turn, call.locale, tryAgainAfter);
  }
  try {
    arrivals.awaitFile(request, turn.sentWithinMs);
    return await carry(route, call, request);
  } finally {
    endOnceTaken(response, turn);
  }
}
