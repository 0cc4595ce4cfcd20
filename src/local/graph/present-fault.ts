import type { GraphReply } from './graph-call.js';
import type { GraphFault } from './graph-fault.js';

/** Ids under which one answer can be traced. */
export interface TraceIds {
  requestId: string;
  clientRequestId: string;
}

/** The error envelope of a refusal. */
export function presentFault(fault: GraphFault, ids: TraceIds, at: number): GraphReply {
  const innerError = {
    ...(fault.innerCode === undefined ? {} : { code: fault.innerCode }),
    date: new Date(at).toISOString().slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return {
    status: fault.status,
    headers: fault.headers,
    body: { error: { code: fault.code, message: fault.message, innerError } },
  };
}
