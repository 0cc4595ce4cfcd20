import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFaults } from '../../../src/local/start-faults.mjs';
import { freePort } from '../../../src/tooling/free-port.mjs';
import { closeServer, listen } from '../../support/bot-channel.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function environment(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    PORT: await freePort(),
    LOCAL_PORT: await freePort(),
    LOCAL_TLS_PORT: await freePort(),
    DATA_DIR: join(folder, 'data'),
    ...changes,
  };
}

test('free ports and a folder yet to be made are no fault', async () => {
  expect(await startFaults(await environment({ DATA_DIR: join(folder, 'a', 'b') }))).toEqual([]);
});

test('a folder under /proc, which the system never lets anyone make, is refused in one line', async () => {
  const faults = await startFaults(await environment({ DATA_DIR: '/proc/mebuki/data' }));
  expect(faults).toEqual([
    expect.stringMatching(
      /^DATA_DIR \/proc\/mebuki\/data cannot be written to \([A-Z]+\)\. Choose another folder, for example DATA_DIR=\S+ npm start\.$/,
    ),
  ]);
});

test('a folder below a file is refused', async () => {
  writeFileSync(join(folder, 'file'), '');
  const dataDir = join(folder, 'file', 'data');
  expect(await startFaults(await environment({ DATA_DIR: dataDir }))).toEqual([
    expect.stringContaining(`DATA_DIR ${dataDir} cannot be written to (ENOTDIR).`),
  ]);
});

test('taken ports and what is no port are told together, each by its name', async () => {
  const server = createServer();
  const port = new URL(await listen(server)).port;
  try {
    const faults = await startFaults(await environment({ PORT: port, LOCAL_PORT: '70000' }));
    expect(faults).toEqual([
      'LOCAL_PORT is "70000", which is not a port from 1 to 65535.',
      expect.stringMatching(`^Port ${port} is taken, .* PORT=${Number(port) + 100} npm start\\.$`),
    ]);
  } finally {
    await closeServer(server);
  }
});

test('a second start while the first one runs is told in one line', async () => {
  const servers = [createServer(), createServer(), createServer()];
  try {
    const ports: string[] = [];
    for (const server of servers) ports.push(new URL(await listen(server)).port);
    const [port = '', local = '', tls = ''] = ports;
    const faults = await startFaults(
      await environment({ PORT: port, LOCAL_PORT: local, LOCAL_TLS_PORT: tls }),
    );
    expect(faults).toEqual([
      expect.stringMatching(
        `^Ports ${port}, ${local}, ${tls} are taken, .* LOCAL_TLS_PORT=${Number(tls) + 100} npm start\\.$`,
      ),
    ]);
  } finally {
    for (const server of servers) await closeServer(server);
  }
});
