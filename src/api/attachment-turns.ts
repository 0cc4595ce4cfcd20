/** How many files may be on their way in or out at the same time. */
export interface AttachmentLimit {
  readonly perPerson: number;
  readonly total: number;
  /** How long a file may take to be sent; who is slower is told so, and the turn goes to others. */
  readonly sentWithinMs: number;
  /** How long an answer may take to be fetched; who is slower is cut off, and the turn goes to others. */
  readonly takenWithinMs: number;
}

/**
 * A file being sent and one being saved for each; ten of the largest are held in memory at most, each for as long as a
 * line of 2 Mbit/s needs for it (42 s), twice. A browser waits for 120 s, in which the file goes to SharePoint, too.
 */
export const defaultAttachmentLimit: AttachmentLimit = {
  perPerson: 2,
  total: 10,
  sentWithinMs: 90_000,
  takenWithinMs: 120_000,
};

/** A turn that was taken. */
export interface AttachmentTurn {
  readonly sentWithinMs: number;
  readonly takenWithinMs: number;
  /** Ends it; only the first call counts. */
  readonly end: () => void;
}

/** A turn, or why there is none now: the person has enough files under way, or all together have. */
export type TurnOutcome = AttachmentTurn | 'own-files-under-way' | 'files-under-way';

/** Takes a turn for a file of a person. */
export type TakeTurn = (personId: string) => TurnOutcome;

/** Counts files under way, for each person and in total. Nobody waits: who comes too early is told so. */
export function openAttachmentTurns({
  perPerson,
  total,
  sentWithinMs,
  takenWithinMs,
}: AttachmentLimit): TakeTurn {
  const own = new Map<string, number>();
  let all = 0;
  return (personId) => {
    const before = own.get(personId) ?? 0;
    if (before >= perPerson) return 'own-files-under-way';
    if (all >= total) return 'files-under-way';
    own.set(personId, before + 1);
    all += 1;
    let isUnderWay = true;
    function end(): void {
      if (!isUnderWay) return;
      isUnderWay = false;
      all -= 1;
      const left = (own.get(personId) ?? 1) - 1;
      if (left > 0) own.set(personId, left);
      else own.delete(personId);
    }
    return { sentWithinMs, takenWithinMs, end };
  };
}
