import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { AttachmentActs } from '../api/deps.js';
import type { ConnectedGraph } from '../graph/connect-graph.js';
import type { ActPorts } from '../usecases/act-on-proposal.js';
import type { AttachmentLibrary, ExamineFile } from '../usecases/attachment-ports.js';
import {
  type AttachmentPorts,
  askToAttach,
  attachToProposal,
  removeAttachment,
} from '../usecases/change-attachment.js';
import type { FaultLog } from '../usecases/ports.js';
import { readAttachment } from '../usecases/read-attachment.js';
import { type SweepPorts, sweepAttachments } from '../usecases/sweep-attachments.js';

/** What working with attachments needs. */
interface Parts {
  readonly acts: ActPorts;
  readonly library: AttachmentLibrary;
  readonly examine: ExamineFile;
  readonly onFault: FaultLog;
}

const keyBytes = 8;

function portsOf({ acts, library, examine, onFault }: Parts): AttachmentPorts {
  const newKey = () => randomBytes(keyBytes).toString('hex');
  return { ...acts, library, onFault, examine, newKey };
}

/** Attaching, taking back and reading files, bound to their ports. */
export function openAttachmentActs(parts: Parts): AttachmentActs {
  const ports = portsOf(parts);
  return {
    ask: (by, number, said) => askToAttach(ports, by, number, said),
    attach: (by, number, file) => attachToProposal(ports, by, number, file),
    remove: (by, number) => removeAttachment(ports, by, number),
    read: (by, number) => readAttachment(ports, by, number),
  };
}

/** One round of removing files to which no proposal points. */
export async function sweepForgottenFiles(
  register: SweepPorts['register'],
  graph: Pick<ConnectedGraph, 'attachments' | 'proposalsAsOf'>,
  logger: Pick<Logger, 'info' | 'warn'>,
): Promise<void> {
  const { attachments: library, proposalsAsOf: asOf } = graph;
  const removed = await sweepAttachments({
    register,
    library,
    asOf,
    onFault: (what, fault) => logger.warn({ err: fault }, what),
  });
  if (removed > 0) logger.info({ removed }, 'files removed to which no proposal pointed');
}
