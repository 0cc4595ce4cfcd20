import type { IncomingMessage } from 'node:http';

const plainHost = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i;
const plainPath = /^\/(?!\/)[\w\-.~%!$&'()*+,;=:@/]*$/;

function decodes(path: string): boolean {
  try {
    return !/(^|\/)\.{1,2}(\/|$)|\\|\0/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * Whether a request names a path of this server plainly: no absolute address, no dot segments, no broken escapes, a
 * host that can be read. Anything else is answered before the router, which would throw on it.
 */
export function isPlainTarget({ url = '', headers }: IncomingMessage): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const host = headers.host ?? 'localhost';
  return (
    plainPath.test(path) &&
    decodes(path) &&
    plainHost.test(host) &&
    URL.canParse(`http://${host}${url}`)
  );
}
