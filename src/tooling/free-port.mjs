import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const lowest = 15_000;
/** Ports from here on are given to outgoing connections where the system does not say otherwise. */
const usualFirstForOutgoing = 32_768;
/** So many test workers share the ports without meeting. */
const lanes = 16;

/** The first port that the system gives to outgoing connections by itself (known on Linux only). */
function firstForOutgoing() {
  try {
    const [first] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/);
    return Number(first) > lowest + 1_000 ? Number(first) : usualFirstForOutgoing;
  } catch {
    return usualFirstForOutgoing;
  }
}

const canListen = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault) => (fault.code === 'EADDRINUSE' ? resolve(false) : reject(fault)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * A loopback port that nothing listens on and that no outgoing connection is given meanwhile: one that the
 * system picks (port 0) may be taken again by any connection before the process it is meant for listens on it,
 * and while that process is started anew. Test workers that run side by side never get the same one.
 * @returns {Promise<string>}
 */
export async function freePort() {
  const lane = Number(process.env['JEST_WORKER_ID'] ?? 0) % lanes;
  const places = Math.floor((firstForOutgoing() - lowest) / lanes);
  const start = randomInt(places);
  for (let step = 0; step < places; step += 1) {
    const port = lowest + ((start + step) % places) * lanes + lane;
    if (await canListen(port)) return String(port);
  }
  throw new Error('No free port was found.');
}
