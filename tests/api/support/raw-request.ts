import { connect } from 'node:net';

/**
 * Sends bytes as they are to a port of this computer and answers with everything that came back until the connection
 * closed.
 */
export function rawRequest(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = (): void => resolve(Buffer.concat(chunks).toString('latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', done);
    socket.on('error', (fault: NodeJS.ErrnoException) =>
      // A server that closes while bytes are still under way is an answer, too.
      fault.code === 'ECONNRESET' || fault.code === 'EPIPE' ? done() : reject(fault),
    );
  });
}

/** The status of a raw answer; 0 where the connection was closed without one. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
