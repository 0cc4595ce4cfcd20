import { numberInName, storedName } from '../domain/attachments/attachment.js';
import type { Instant } from '../domain/instant.js';
import type { AttachmentLibrary, ListedFile } from './attachment-ports.js';
import type { FaultLog, Register } from './ports.js';

/** What sweeping needs. */
export interface SweepPorts {
  readonly register: Pick<Register, 'proposalByNumber' | 'proposalsToCheck'>;
  /** Up to when the register knows the proposals; undefined where it knows none. */
  readonly asOf: () => Instant | undefined;
  readonly library: AttachmentLibrary;
  readonly onFault: FaultLog;
}

/**
 * No act takes so long between writing a file and pointing to it. Counted to what the register knows, which after a start
 * without Graph can be days ago: what was attached since then is pointed to, although it does not know.
 */
const leastAgeMs = 24 * 3_600_000;

/**
 * Whether nobody points to a file: its proposal is known as it stands in its list, and has another one or none. What is
 * marked 要確認 may say more than this version can read.
 */
function isForgotten({ register, asOf }: SweepPorts, { name, at }: ListedFile): boolean {
  const number = numberInName(name);
  if (number === undefined || register.proposalsToCheck().includes(number)) return false;
  const proposal = register.proposalByNumber(number)?.value;
  if (!proposal || !((asOf() ?? 0) - at > leastAgeMs)) return false;
  const { attachment } = proposal;
  return !attachment || storedName(proposal.number, attachment) !== name;
}

/**
 * Removes files a day old to which no proposal points: what was left of a process that ended between its two writes, or
 * could not be removed when it was replaced. Files of other names, and of proposals not known, are left alone. Answers
 * how many were removed.
 */
export async function sweepAttachments(ports: SweepPorts): Promise<number> {
  const { library, onFault } = ports;
  const files = await library.list();
  const forgotten = files.filter((file) => isForgotten(ports, file));
  let removed = 0;
  for (const { name } of forgotten) {
    try {
      await library.remove(name);
      removed += 1;
    } catch (fault) {
      // One that is held, by a label or by somebody who has it open, keeps no other.
      onFault(`removing the file ${name}`, fault);
    }
  }
  return removed;
}
