import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StandIn } from '../../../src/local/compose.js';

/**
 * Runs a script beside the tests in a process of its own that trusts the certificate of the
 * stand-in's https port, and reads what it writes as JSON.
 */
export async function runChild(
  standIn: StandIn,
  script: string,
  environment: Record<string, string>,
): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'foreign-client-'));
  try {
    const certificate = join(folder, 'certificate.pem');
    await writeFile(certificate, standIn.certificate ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, script)], {
      env: {
        NODE_EXTRA_CA_CERTS: certificate,
        GRAPH_ORIGIN: standIn.tlsOrigin,
        ...environment,
      },
    });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
