/** How far the lists of a site were brought, as it is recorded beside them. */
export interface SchemaMark {
  /** Whole number; 1 is the first that was recorded. */
  readonly version: number;
  /** The neighbouring version that items are being moved to; they can be in either shape. */
  readonly movingTo?: number;
}

/** How the recorded version stands to the one that a release knows. */
export type SchemaVerdict = 'agrees' | 'unrecorded' | 'behind' | 'one-ahead' | 'too-far-ahead';

/**
 * Judges the lists of a site for a release that knows versions up to `known`. One version ahead is fine, so that a
 * deployment can be rolled back by one release; while items are being moved both versions count.
 */
export function judgeSchema(mark: SchemaMark | undefined, known: number): SchemaVerdict {
  if (mark === undefined) return 'unrecorded';
  const { version, movingTo = version } = mark;
  const highest = Math.max(version, movingTo);
  if (highest > known + 1) return 'too-far-ahead';
  if (Math.min(version, movingTo) < known) return 'behind';
  return highest > known ? 'one-ahead' : 'agrees';
}
