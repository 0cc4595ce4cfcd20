import type { Reply } from '../http.js';
import type { GraphReply } from './graph-call.js';
import type { TraceIds } from './present-fault.js';

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** An answer with the headers every answer of Graph has. */
export function wireReply(reply: GraphReply, ids: TraceIds): Reply {
  const headers = {
    'Cache-Control': 'no-store, no-cache',
    'Strict-Transport-Security': 'max-age=31536000',
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Japan East","Slice":"E","Ring":"4","ScaleUnit":"003","RoleInstance":"TY1PEPF00000001"}}',
    ...(reply.body === undefined ? {} : { 'Content-Type': jsonType }),
    ...reply.headers,
  };
  return {
    status: reply.status,
    headers,
    ...(reply.body === undefined ? {} : { body: reply.body }),
  };
}
