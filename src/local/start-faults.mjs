import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

/** @returns {Promise<boolean>} whether something listens on the port already, or it may not be used */
function isTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

/** Parents first, one by one: a recursive mkdir never ends where the system answers ENOENT below a folder, as in /proc. */
async function makeFolder(folder) {
  try {
    await mkdir(folder);
  } catch (cause) {
    if (cause.code === 'EEXIST') return;
    if (cause.code !== 'ENOENT' || dirname(folder) === folder) throw cause;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

async function dataFolderFault(folder) {
  try {
    await makeFolder(resolve(folder));
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return undefined;
  } catch (cause) {
    return `DATA_DIR ${folder} cannot be written to (${cause.code ?? cause.message}). Choose another folder, for example DATA_DIR=/tmp/mebuki npm start.`;
  }
}

/** One line however many are taken: the usual reason is a run that was forgotten. */
function takenFault(taken) {
  const [ports, are] = taken.length === 1 ? ['Port', 'is'] : ['Ports', 'are'];
  const named = taken.map(([, port]) => port).join(', ');
  const others = taken.map(([name, port]) => `${name}=${port + 100}`).join(' ');
  return `${ports} ${named} ${are} taken, perhaps by an earlier npm start. Stop the program there, or choose others: ${others} npm start.`;
}

/**
 * Everything that keeps the local run from starting, one line each.
 * @param {Record<string, string>} environment
 * @returns {Promise<string[]>}
 */
export async function startFaults(environment) {
  const faults = [];
  const taken = [];
  for (const name of ['PORT', 'LOCAL_PORT', 'LOCAL_TLS_PORT']) {
    const port = Number(environment[name]);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      faults.push(`${name} is "${environment[name]}", which is not a port from 1 to 65535.`);
    } else if (await isTaken(port)) {
      taken.push([name, port]);
    }
  }
  if (taken.length > 0) faults.push(takenFault(taken));
  const folder = await dataFolderFault(environment.DATA_DIR);
  return folder ? [...faults, folder] : faults;
}
