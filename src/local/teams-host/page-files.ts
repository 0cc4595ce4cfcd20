import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply, Router } from '../http.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The built page: beside this file in the built program, under dist/ when run from the sources. */
function pageFolder(): string {
  const built = fileURLToPath(new URL('../page', import.meta.url));
  return existsSync(built) ? built : join(process.cwd(), 'dist', 'local', 'page');
}

function file(path: string): Reply {
  if (!existsSync(path)) return { status: 404, body: 'The host page is not built.' };
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { status: 200, headers: { 'Content-Type': type }, body: readFileSync(path) };
}

/** Serves the built page at `/` and its parts at `/assets/*`. */
export function mountPageFiles(router: Router): void {
  const folder = pageFolder();
  router.on('GET', '/', () => file(join(folder, 'index.html')));
  router.on('GET', '/assets/:name', (req) => {
    const name = req.params['name'] ?? '';
    // One plain name only: no separators, no parent folder.
    if (!/^[\w-][\w.-]*$/.test(name)) return { status: 404, body: 'not found' };
    return file(join(folder, 'assets', name));
  });
}
