import type { ServerResponse } from 'node:http';
import type { Outcome, Reply } from '../http.js';
import { encodeBody } from '../serve.js';

function begin(res: ServerResponse, reply: Reply): Buffer {
  const { bytes, type } = encodeBody(reply.body);
  res.writeHead(reply.status, {
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...reply.headers,
    'Content-Length': Math.max(bytes.length, 2),
  });
  return bytes;
}

const firstHalf = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** Sends half of an answer, then ends the connection: in order, or by a reset. */
export function breakOff(res: ServerResponse, reply: Reply, how: 'end' | 'reset'): 'handled' {
  const bytes = begin(res, reply);
  res.write(firstHalf(bytes), () => {
    if (how === 'reset') res.socket?.resetAndDestroy();
    res.destroy();
  });
  return 'handled';
}

/** Sends an answer a few bytes a second, until it is whole or the caller has gone. */
export function drip(res: ServerResponse, reply: Reply, bytesPerSecond: number): 'handled' {
  const bytes = begin(res, reply);
  // In tenths of a second, so that the pace is even; at least one byte each time.
  const step = Math.max(1, Math.round(bytesPerSecond / 10));
  const every = Math.max(100, (step * 1000) / bytesPerSecond);
  let sent = 0;
  const timer = setInterval(() => {
    res.write(bytes.subarray(sent, sent + step));
    sent += step;
    if (sent < bytes.length) return;
    clearInterval(timer);
    res.end();
  }, every);
  res.once('close', () => clearInterval(timer));
  return 'handled';
}

/** An answer whose text stops in the middle, as long as it says it is: JSON that does not parse. */
export function cutInHalf(reply: Reply): Outcome {
  const { bytes, type } = encodeBody(reply.body);
  const headers = { ...(type === undefined ? {} : { 'Content-Type': type }), ...reply.headers };
  return { ...reply, headers, body: firstHalf(bytes) };
}
