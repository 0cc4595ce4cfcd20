import { join } from 'node:path';
import { readEnvironment } from '../tooling/read-environment.mjs';

/**
 * The environment of the local run: env/.env.local with every address moved to the ports asked for.
 * Used by `npm start`, by journeys and by the benchmark, so that all of them run the same settings.
 * @param {string} projectRoot folder with env/
 * @param {{ [name: string]: string | undefined }} [changes] values that win over the file: ports, DATA_DIR …
 * @returns {Record<string, string>}
 */
export function localEnvironment(projectRoot, changes = process.env) {
  const file = readEnvironment(join(projectRoot, 'env'), 'local', {});
  const port = changes.PORT ?? file.PORT;
  const localPort = changes.LOCAL_PORT ?? file.LOCAL_PORT;
  const moved = Object.fromEntries(
    Object.entries(file).map(([name, value]) => [
      name,
      value
        .replaceAll(`127.0.0.1:${file.PORT}`, `127.0.0.1:${port}`)
        .replaceAll(`127.0.0.1:${file.LOCAL_PORT}`, `127.0.0.1:${localPort}`),
    ]),
  );
  const own = Object.keys(moved).filter((name) => changes[name] !== undefined);
  return { ...moved, ...Object.fromEntries(own.map((name) => [name, changes[name]])) };
}
